import * as v from 'valibot';
import { ask, type Answer } from '../../shared/http';
import type { Period } from '../../shared/period';
import { useRemote, type Remote } from '../../shared/remote';

const Reasons = v.object({ rows: v.array(v.object({ trigger: v.optional(v.nullable(v.string()), null), reason: v.string(), count: v.number() })) });

export type ReasonCount = v.InferOutput<typeof Reasons>['rows'][number];

export function loadReasons(mall: string, { from, to }: Period, signal: AbortSignal): Promise<Answer<{ rows: ReasonCount[] }>> {
  return ask(Reasons, `/api/malls/${encodeURIComponent(mall)}/reasons?from=${from}&to=${to}`, { signal });
}

export function useReasons(mall: string, period: Period, everyMs: number | null): Remote<{ rows: ReasonCount[] }> {
  return useRemote(`reasons/${mall}/${period.from}/${period.to}`, (signal) => loadReasons(mall, period, signal), everyMs);
}
