import { expect, test } from 'vitest';
import { momentOf, wallClock } from '../src/shared/zoned';

test.each([
  ['Asia/Seoul', '2026-12-24T18:30', '2026-12-24T09:30:00.000Z'],
  ['Europe/Berlin', '2026-07-01T00:00', '2026-06-30T22:00:00.000Z'],
  ['America/New_York', '2026-11-01T12:00', '2026-11-01T17:00:00.000Z'],
])('a moment in %s is what its clocks show', (zone, wall, iso) => {
  expect(momentOf(wall, zone)).toBe(iso);
  expect(wallClock(iso, zone)).toBe(wall);
});
test('an emptied field is no moment', () => {
  expect(momentOf('', 'Asia/Seoul')).toBeNull();
  expect(wallClock(null, 'Asia/Seoul')).toBe('');
  expect(wallClock('soon', 'Asia/Seoul')).toBe('');
});
