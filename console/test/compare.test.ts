import { describe, expect, test } from 'vitest';
import { endOf } from '../src/features/learn/Rate';
import type { Came, Results } from '../src/features/learn/results';
import { verdictOf } from '../src/features/learn/verdict';

const came = (variant: string, low: number | null, high = 0): Came => ({ variant, share: null, rounds: 100, rewards: 20, buyers: 2, reward: low === null ? null : { snips: { value: (low + high) / 2, interval: { low, high } } }, orders: null });
const results = (variants: Came[], more: Partial<Results> = {}): Results => ({ whom: 'everybody', shares: 'even', since: 0, rounds: 300, variants, weights: { mean: 1, z: 0.2 }, ...more });

describe('of a mall’s pages', () => {
  test('one is best where its interval overlaps that of no other', () => {
    expect(verdictOf(results([came('classic', 0.1, 0.2), came('coupon', 0.21, 0.3), came('hold-out', 0.02, 0.05)]))).toEqual({ kind: 'best', page: 'coupon' });
    expect(verdictOf(results([came('classic', 0.1, 0.2), came('coupon', 0.19, 0.3), came('third', 0.01, 0.02)]))).toEqual({ kind: 'even' });
  });
  test('nothing is said of one alone, of too few, or before the first', () => {
    expect(verdictOf(results([came('classic', 0.1, 0.2), came('hold-out', 0.02, 0.05)]))).toEqual({ kind: 'one' });
    expect(verdictOf(results([came('classic', 0.1, 0.2), came('coupon', null)]))).toEqual({ kind: 'few' });
    expect(verdictOf(results([came('classic', null)], { rounds: 0, weights: null }))).toEqual({ kind: 'empty' });
  });
  test('it is said when none does better than nothing', () => {
    expect(verdictOf(results([came('classic', 0.1, 0.2), came('coupon', 0.15, 0.25), came('nothing', null), came('hold-out', 0.3, 0.4)]))).toEqual({ kind: 'worse' });
  });
  test('everything is locked where chances are not what shoppers were drawn with', () => {
    expect(verdictOf(results([came('classic', 0.1, 0.2), came('coupon', 0.3, 0.4)], { weights: { mean: 0.1, z: -9 } }))).toEqual({ kind: 'locked' });
  });
});

test('bands end together, a little beyond the highest', () => {
  expect(endOf([came('a', 0.1, 0.5).reward, null])).toBeCloseTo(0.52);
  expect(endOf([null])).toBeGreaterThan(0);
  expect(endOf([came('a', 0.5, 1).reward])).toBe(1);
});
