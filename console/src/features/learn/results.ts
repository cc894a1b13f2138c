import * as v from 'valibot';
import { ask, type Answer } from '../../shared/http';
import { useRemote, type Remote } from '../../shared/remote';

const Estimate = v.object({ value: v.number(), interval: v.object({ low: v.number(), high: v.number() }) });
/** A chance weighted by what shoppers were drawn with; null while too few came. */
const Judged = v.nullable(v.object({ snips: Estimate }));

/** `share` is null for the hold-out, and for `nothing` where a rule or the uplift decides it. */
const Came = v.object({
  variant: v.string(),
  share: v.nullable(v.number()),
  rounds: v.number(),
  rewards: v.number(),
  buyers: v.number(),
  reward: Judged,
  orders: Judged,
});

/** What came of each page since `since`, milliseconds since 1970. */
const Results = v.object({
  whom: v.picklist(['everybody', 'rule', 'uplift']),
  shares: v.picklist(['even', 'learnt']),
  since: v.nullable(v.number()),
  rounds: v.number(),
  variants: v.array(Came),
  weights: v.nullable(v.object({ mean: v.number(), z: v.number() })),
});

export type Came = v.InferOutput<typeof Came>;
export type Results = v.InferOutput<typeof Results>;

export function loadResults(mall: string, signal: AbortSignal): Promise<Answer<Results>> {
  return ask(Results, `/api/malls/${encodeURIComponent(mall)}/variants`, { signal });
}

export function useResults(mall: string): Remote<Results> {
  return useRemote(`variants/${mall}`, (signal) => loadResults(mall, signal));
}
