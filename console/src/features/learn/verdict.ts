import type { Came, Results } from './results';

/** What can be said of a mall's pages. */
export type Verdict = { kind: 'locked' | 'empty' | 'one' | 'few' | 'worse' | 'even' } | { kind: 'best'; page: string };

/** Right chances fail the self-check once in 370 looks. */
const BELIEVED = 3;
export const HOLD_OUT = 'hold-out';
export const NOTHING = 'nothing';

export const pagesIn = ({ variants }: Results): Came[] => variants.filter(({ variant }) => variant !== HOLD_OUT && variant !== NOTHING);

export const holds = ({ weights }: Results): boolean => weights === null || Math.abs(weights.z) <= BELIEVED;

/** Says a page is best only where its interval overlaps that of no other page: careful, as it is looked at daily. */
export function verdictOf(results: Results): Verdict {
  const pages = pagesIn(results);
  if (!holds(results)) return { kind: 'locked' };
  if (results.rounds === 0) return { kind: 'empty' };
  const judged = pages.flatMap(({ variant, reward }) => (reward ? [{ page: variant, ...reward.snips.interval }] : []));
  const nothing = results.variants.find(({ variant }) => variant === HOLD_OUT)?.reward?.snips.interval;
  if (judged.length === pages.length && nothing && judged.every(({ high }) => high < nothing.low)) return { kind: 'worse' };
  if (pages.length === 1) return { kind: 'one' };
  if (judged.length < pages.length) return { kind: 'few' };
  const best = judged.find((one) => judged.every((other) => other === one || one.low > other.high));
  return best ? { kind: 'best', page: best.page } : { kind: 'even' };
}
