import * as v from 'valibot';
import { ask, type Answer } from '../../shared/http';
import { useRemote, type Remote } from '../../shared/remote';

/** `base` and the signals' `logOdds` sum to the log-odds of `chance`. A signal's name before the dot is its theme. */
const Chance = v.object({ chance: v.number(), base: v.number(), signals: v.array(v.object({ signal: v.string(), logOdds: v.number() })) });

/** What chances rest on: learnt in this mall, borrowed from all, or the average for everybody. `visits` is what there was to learn from. */
const Basis = v.object({
  from: v.picklist(['PRIOR', 'SHARED', 'OWN']),
  outcome: v.nullable(v.picklist(['BETTER', 'NO_BETTER', 'TOO_LITTLE'])),
  version: v.number(),
  trainedAt: v.nullable(v.number()),
  visits: v.number(),
  average: v.number(),
  calibrated: v.nullable(v.boolean()),
  drifted: v.boolean(),
});
const Chances = v.object({ exit: Basis, order: Basis, sessions: v.array(v.object({ session: v.string(), views: v.number(), exit: Chance, order: Chance })) });

export type Chance = v.InferOutput<typeof Chance>;
export type Basis = v.InferOutput<typeof Basis>;
export type Chances = v.InferOutput<typeof Chances>;

export function loadChances(mall: string, limit: number, signal: AbortSignal): Promise<Answer<Chances>> {
  return ask(Chances, `/api/malls/${encodeURIComponent(mall)}/sessions/chances?limit=${limit}`, { signal });
}

/** What may follow the last page of the newest sessions. */
export function useChances(mall: string, limit: number, everyMs: number | null): Remote<Chances> {
  return useRemote(`chances/${mall}/${limit}`, (signal) => loadChances(mall, limit, signal), everyMs);
}

/** Less than this moves no chance by more than two points. */
const WORTH_SAYING = 0.1;
const MOST = 3;

/**
 * The themes that moved a chance most, the strongest first, each with the sum of its signals in log-odds. At the first page no time
 * on a page is known yet: what `pace` says there is that nothing was viewed before.
 */
export function themesOf({ signals }: Chance, views: number): { theme: string; logOdds: number }[] {
  const sums = new Map<string, number>();
  for (const { signal, logOdds } of signals) {
    const [named = signal] = signal.split('.');
    const theme = named === 'pace' && views === 1 ? 'depth' : named;
    sums.set(theme, (sums.get(theme) ?? 0) + logOdds);
  }
  return [...sums]
    .map(([theme, logOdds]) => ({ theme, logOdds }))
    .filter(({ logOdds }) => Math.abs(logOdds) >= WORTH_SAYING)
    .sort((a, b) => Math.abs(b.logOdds) - Math.abs(a.logOdds))
    .slice(0, MOST);
}

/** Which sentence says what a chance rests on. */
export function basisWord({ from, outcome }: Basis): 'own' | 'shared' | 'never' | 'tooLittle' | 'noBetter' {
  if (from === 'OWN') return 'own';
  if (from === 'SHARED') return 'shared';
  if (outcome === null) return 'never';
  return outcome === 'TOO_LITTLE' ? 'tooLittle' : 'noBetter';
}
