import assert from 'node:assert/strict';
import { mock, test } from 'node:test';
import { eventId, visitorId } from '../src/ids';

test('a visitor id is 16 random bytes as 22 characters of base64url', () => {
  const drawn = (byte: (i: number) => number): string => {
    const dice = mock.method(crypto, 'getRandomValues', (bytes: Uint8Array) => bytes.map((_, i) => byte(i)));
    try { return visitorId(); } finally { dice.mock.restore(); }
  };
  assert.equal(drawn((i) => i), 'AAECAwQFBgcICQoLDA0ODw');
  assert.equal(drawn(() => 255), '_____________________w');
  assert.match(drawn(() => 251), /^[A-Za-z0-9_-]{22}$/);
  assert.notEqual(visitorId(), visitorId());
});

test('an event id is a UUIDv7 that carries its time', () => {
  const at = 1795312800000;
  for (let i = 0; i < 200; i++) {
    const id = eventId(at);
    assert.match(id, /^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
    assert.equal(parseInt(id.replace('-', '').slice(0, 12), 16), at);
  }
});

test('event ids sort by their time', () => {
  assert.ok(eventId(1795312800000) < eventId(1795312800001));
});

test('event ids of one millisecond differ', () => {
  assert.equal(new Set(Array.from({ length: 1000 }, () => eventId(1795312800000))).size, 1000);
});
