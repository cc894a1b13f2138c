import assert from 'node:assert/strict';
import { test } from 'node:test';
import { IDLE, meter } from '../src/dwell';

test('wall, visible and active time begin together', () => {
  assert.deepEqual(meter(1000, true)(4000), { visibleMs: 3000, activeMs: 3000, wallMs: 3000 });
});

test('a page opened in the background is not visible and not active', () => {
  assert.deepEqual(meter(0, false)(5000), { visibleMs: 0, activeMs: 0, wallMs: 5000 });
});

test('without input activity ends after the idle limit, visibility goes on', () => {
  assert.deepEqual(meter(0, true)(60_000), { visibleMs: 60_000, activeMs: IDLE, wallMs: 60_000 });
});

test('input starts activity anew; the silence before it does not count', () => {
  const m = meter(0, true);
  m(40_000, true);
  assert.deepEqual(m(45_000), { visibleMs: 45_000, activeMs: IDLE + 5000, wallMs: 45_000 });
});

test('steady input is steady activity', () => {
  const m = meter(0, true);
  for (let t = 0; t <= 120_000; t += 300) m(t, true);
  assert.equal(m(120_000).activeMs, 120_000);
});

test('another tab in front stops both, coming back starts both', () => {
  const m = meter(0, true);
  m(2000, false, false);
  m(62_000, true, true);
  assert.deepEqual(m(63_000), { visibleMs: 3000, activeMs: 3000, wallMs: 63_000 });
});

test('what is no input leaves it inactive', () => {
  const m = meter(0, true);
  m(2000, false, false);
  m(62_000, false, true);
  assert.equal(m(63_000).activeMs, 2000);
  m(63_000, true);
  assert.equal(m(64_000).activeMs, 3000);
});

test('reading twice is the same as reading once', () => {
  const often = meter(0, true), once = meter(0, true);
  for (let t = 0; t <= 50_000; t += 137) often(t);
  assert.deepEqual(often(50_000), once(50_000));
});

test('never is active more than visible, or visible more than wall', () => {
  let seed = 7;
  const dice = (n: number): number => (seed = (seed * 48271) % 2147483647) % n;
  for (let run = 0; run < 300; run++) {
    const m = meter(0, dice(2) === 0);
    let now = 0, last = { visibleMs: 0, activeMs: 0, wallMs: 0 };
    for (let i = 0; i < 40; i++) {
      now += dice(30_000);
      if (dice(3) === 0) m(now, dice(2) === 0, dice(2) === 0);
      else if (dice(2) === 0) m(now, true);
      const d = m(now);
      assert.ok(d.activeMs <= d.visibleMs && d.visibleMs <= d.wallMs && d.wallMs === now);
      assert.ok(d.activeMs >= last.activeMs && d.visibleMs >= last.visibleMs);
      last = d;
    }
  }
});

test('no reading exceeds the 48 hours the contract takes', () => {
  assert.deepEqual(meter(0, true)(1e12), { visibleMs: 172_800_000, activeMs: IDLE, wallMs: 172_800_000 });
});
