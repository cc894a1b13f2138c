import { afterEach, describe, expect, test, vi } from 'vitest';
import * as v from 'valibot';
import { ask, Nothing, problemOf, rememberCsrf, watchSignedOut } from '../src/shared/http';

const answer = (status: number, body: unknown = {}, headers: Record<string, string> = {}): Response => new Response(status === 204 ? null : JSON.stringify(body), { status, headers });

afterEach(() => {
  vi.unstubAllGlobals();
});

describe('what the server refuses has a name', () => {
  test.each([
    [403, {}, { kind: 'not-allowed' }],
    [404, {}, { kind: 'not-found' }],
    [503, {}, { kind: 'server-failed', status: 503 }],
    [400, { code: 'NOT_A_COLOUR', message: 'six digits', field: 'page.theme.accent', detail: null }, { kind: 'refused', status: 400, code: 'NOT_A_COLOUR', message: 'six digits', field: 'page.theme.accent', detail: null }],
    [409, { code: 'STALE', message: '' }, { kind: 'refused', status: 409, code: 'STALE', message: '', field: null, detail: null }],
    [401, { code: 'BAD_CREDENTIALS', message: 'no' }, { kind: 'refused', status: 401, code: 'BAD_CREDENTIALS', message: 'no', field: null, detail: null }],
  ])('%d %j', async (status, body, problem) => {
    expect(await problemOf(answer(status, body))).toEqual(problem);
  });
  test('too many tries say when to try again', async () => {
    expect(await problemOf(answer(429, {}, { 'Retry-After': '90' }))).toEqual({ kind: 'too-many', retryAfterS: 90 });
    expect(await problemOf(answer(429))).toEqual({ kind: 'too-many', retryAfterS: null });
  });
  test('an answer that is no JSON is still a named problem', async () => {
    expect(await problemOf(new Response('<html>', { status: 502 }))).toEqual({ kind: 'server-failed', status: 502 });
  });
});

test('the end of a session is told to who watches, a wrong password is not', async () => {
  let told = 0;
  const stop = watchSignedOut(() => told++);
  await problemOf(answer(401, { code: 'BAD_CREDENTIALS' }));
  expect(told).toBe(0);
  expect(await problemOf(answer(401, { code: 'NOT_SIGNED_IN' }))).toEqual({ kind: 'signed-out' });
  expect(told).toBe(1);
  stop();
});

describe('asking', () => {
  test('gives data of the shape that was asked for', async () => {
    vi.stubGlobal('fetch', () => Promise.resolve(answer(200, { version: 4, more: true })));
    expect(await ask(v.object({ version: v.number() }), '/api/x')).toEqual({ ok: true, data: { version: 4 } });
  });
  test('does not take another shape for it', async () => {
    vi.stubGlobal('fetch', () => Promise.resolve(answer(200, { version: 'four' })));
    expect(await ask(v.object({ version: v.number() }), '/api/x')).toEqual({ ok: false, problem: { kind: 'not-understood' } });
  });
  test('says that the server cannot be reached', async () => {
    vi.stubGlobal('fetch', () => Promise.reject(new TypeError('network')));
    expect(await ask(Nothing, '/api/x')).toEqual({ ok: false, problem: { kind: 'unreachable' } });
  });
  test('carries the token with every change and with no reading', async () => {
    const seen: Record<string, string>[] = [];
    vi.stubGlobal('fetch', (_: string, init: { headers: Record<string, string> }) => {
      seen.push(init.headers);
      return Promise.resolve(answer(204));
    });
    rememberCsrf('token');
    expect((await ask(Nothing, '/api/x', { method: 'PUT', body: {} })).ok).toBe(true);
    await ask(Nothing, '/api/x');
    expect(seen[0]).toMatchObject({ 'X-Reload-Csrf': 'token', 'Content-Type': 'application/json' });
    expect(seen[1]).not.toHaveProperty('X-Reload-Csrf');
  });
});
