import * as v from 'valibot';
import { ask, type Answer } from '../../shared/http';
import type { Period } from '../../shared/period';
import { useRemote, type Remote } from '../../shared/remote';
import { figures } from './figures';

const Day = v.object({ day: v.string(), ...figures });
const Days = v.object({ days: v.array(Day) });

export type Day = v.InferOutput<typeof Day>;

export function loadDays(mall: string, { from, to }: Period, signal: AbortSignal): Promise<Answer<{ days: Day[] }>> {
  return ask(Days, `/api/malls/${encodeURIComponent(mall)}/report/days?from=${from}&to=${to}`, { signal });
}

export function useDays(mall: string, period: Period, everyMs: number | null): Remote<{ days: Day[] }> {
  return useRemote(`days/${mall}/${period.from}/${period.to}`, (signal) => loadDays(mall, period, signal), everyMs);
}
