import { describe, expect, test } from 'vitest';
import { addDays, before, choiceOf, daysOf, isDay, lengthOf, queryOf, resolve } from '../src/shared/period';

const NOW = Date.parse('2026-11-22T15:30:00Z'); // already the 23rd in Seoul

test('the last days end today, by the mall’s clock', () => {
  expect(resolve({ kind: 'last', days: 7 }, NOW, 'Asia/Seoul')).toEqual({ from: '2026-11-17', to: '2026-11-23' });
  expect(resolve({ kind: 'last', days: 30 }, NOW, 'UTC')).toEqual({ from: '2026-10-24', to: '2026-11-22' });
});

test('the period before is as long and ends the day before', () => {
  expect(before({ from: '2026-11-17', to: '2026-11-23' })).toEqual({ from: '2026-11-10', to: '2026-11-16' });
  expect(before({ from: '2026-03-01', to: '2026-03-01' })).toEqual({ from: '2026-02-28', to: '2026-02-28' });
});

test('every day of a period is there once, over the end of a year too', () => {
  expect(daysOf({ from: '2025-12-30', to: '2026-01-02' })).toEqual(['2025-12-30', '2025-12-31', '2026-01-01', '2026-01-02']);
  expect(lengthOf({ from: '2024-02-01', to: '2024-03-01' })).toBe(30);
  expect(addDays('2026-11-22', -22)).toBe('2026-10-31');
});

describe('the choice in the address', () => {
  const read = (query: string) => choiceOf(new URLSearchParams(query));
  test('comes back as it was written', () => {
    for (const choice of [{ kind: 'last', days: 7 }, { kind: 'last', days: 30 }, { kind: 'custom', from: '2026-11-01', to: '2026-11-22' }] as const) expect(read(queryOf(choice))).toEqual(choice);
  });
  test.each(['', 'last=12', 'from=2026-11-22&to=2026-11-01', 'from=2026-02-30&to=2026-03-01', 'from=2020-01-01&to=2026-01-01', 'from=yesterday&to=today'])('is the last 30 days where it says "%s"', (query) => {
    expect(read(query)).toEqual({ kind: 'last', days: 30 });
  });
});

test('a day that does not exist is none', () => {
  expect(isDay('2026-02-29')).toBe(false);
  expect(isDay('2024-02-29')).toBe(true);
  expect(isDay('')).toBe(false);
});
