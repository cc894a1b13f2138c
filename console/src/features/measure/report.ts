import * as v from 'valibot';
import { ask, type Answer } from '../../shared/http';
import type { Period } from '../../shared/period';
import { useRemote, type Remote } from '../../shared/remote';
import { figures } from './figures';

const Interval = v.object({ low: v.number(), high: v.number() });

/** Minor units per visitor triggered, and `total` for all who were shown; or the reason why it cannot be said. */
const Incremental = v.union([
  v.object({
    estimate: v.number(),
    fixed: Interval,
    anytime: Interval,
    matureShown: v.number(),
    matureHeldOut: v.number(),
    total: v.object({ estimate: v.number(), low: v.number(), high: v.number() }),
  }),
  v.object({
    estimate: v.optional(v.null(), null),
    reason: v.picklist(['NOT_ENOUGH_DATA', 'SAMPLE_RATIO_MISMATCH', 'NO_HOLD_OUT']),
    daysToGo: v.optional(v.nullable(v.number()), null),
    matureShown: v.number(),
    matureHeldOut: v.number(),
  }),
]);

const Report = v.object({
  mall: v.string(),
  from: v.string(),
  to: v.string(),
  currency: v.string(),
  asOf: v.string(),
  ...figures,
  dwellActiveMsMean: v.optional(v.nullable(v.number()), null),
  sessionsOutsideExperiments: v.number(),
  clickRate: v.optional(v.nullable(v.number()), null),
  clickers: v.number(),
  conversionRate: v.optional(v.nullable(v.number()), null),
  unverifiedAmount: v.number(),
  violations: v.number(),
  incrementalAmountPerTriggered: Incremental,
});

export type Report = v.InferOutput<typeof Report>;
export type Incremental = v.InferOutput<typeof Incremental>;
export type KnownIncremental = Extract<Incremental, { estimate: number }>;

export function loadReport(mall: string, { from, to }: Period, signal: AbortSignal): Promise<Answer<Report>> {
  return ask(Report, `/api/malls/${encodeURIComponent(mall)}/report?from=${from}&to=${to}`, { signal });
}

export function useReport(mall: string, period: Period, everyMs: number | null): Remote<Report> {
  return useRemote(`report/${mall}/${period.from}/${period.to}`, (signal) => loadReport(mall, period, signal), everyMs);
}
