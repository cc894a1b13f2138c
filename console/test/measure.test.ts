import { describe, expect, test } from 'vitest';
import { clickRate, wilson } from '../src/features/measure/figures';
import { verdictOf } from '../src/features/measure/Headline';
import { layOut } from '../src/features/measure/IntervalBar';
import { spread } from '../src/features/measure/DayChart';

const none = { sessions: 0, pageViews: 0, dwellVisibleMsMean: 0, triggered: 0, shown: 0, spared: 0, heldOut: 0, impressions: 0, clicks: 0, converted: 0, conversionAmount: 0, refundedAmount: 0 };

test('a click rate needs impressions', () => {
  expect(clickRate(none)).toBeNull();
  expect(clickRate({ ...none, impressions: 8, clicks: 2 })).toBe(0.25);
});

describe('the interval of a share', () => {
  // Newcombe, Statistics in Medicine 17 (1998), table I, method 3.
  test.each([
    [81, 263, 0.2553, 0.3662],
    [15, 148, 0.0624, 0.1605],
    [0, 20, 0.0, 0.1611],
    [1, 29, 0.0061, 0.1718],
  ])('of %d in %d is the published one', (successes, tries, low, high) => {
    const found = wilson(successes, tries);
    expect(found?.low).toBeCloseTo(low, 3);
    expect(found?.high).toBeCloseTo(high, 3);
  });
  test('is unknown where nothing was tried', () => {
    expect(wilson(0, 0)).toBeNull();
  });
});

test('only an interval on one side of zero is a verdict', () => {
  expect(verdictOf({ low: 1, high: 9 })).toBe('gain');
  expect(verdictOf({ low: -9, high: -1 })).toBe('loss');
  expect(verdictOf({ low: -1, high: 9 })).toBe('unsure');
  expect(verdictOf({ low: 0, high: 9 })).toBe('unsure');
});

describe('the interval on its axis', () => {
  test('always has zero on it, in order', () => {
    for (const [low, estimate, high] of [[3, 5, 9], [-9, -5, -3], [-2, 1, 4], [0, 0, 0]] as const) {
      const at = layOut({ low, estimate, high });
      for (const place of Object.values(at)) expect(place).toBeGreaterThanOrEqual(0), expect(place).toBeLessThanOrEqual(1);
      expect(at.low <= at.estimate && at.estimate <= at.high).toBe(true);
    }
  });
  test('has zero left of a gain and right of a loss', () => {
    expect(layOut({ low: 3, estimate: 5, high: 9 }).zero).toBeLessThan(layOut({ low: 3, estimate: 5, high: 9 }).low);
    expect(layOut({ low: -9, estimate: -5, high: -3 }).zero).toBeGreaterThan(layOut({ low: -9, estimate: -5, high: -3 }).high);
  });
});

test('an axis names as many days as fit, today among them', () => {
  expect(spread(7, 10)).toEqual([0, 1, 2, 3, 4, 5, 6]);
  expect(spread(30, 10)).toEqual([2, 5, 8, 11, 14, 17, 20, 23, 26, 29]);
  expect(spread(0, 5)).toEqual([]);
});
