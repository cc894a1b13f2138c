import * as v from 'valibot';
import { ask, type Answer } from '../../shared/http';
import type { Period } from '../../shared/period';
import { useRemote, type Remote } from '../../shared/remote';
import { figures } from './figures';

const Row = v.object({ value: v.string(), ...figures });
const Rows = v.object({ rows: v.array(Row) });

export type Row = v.InferOutput<typeof Row>;
export type Dimension = 'referral' | 'device' | 'trigger' | 'template';

export function loadByDimension(mall: string, dimension: Dimension, { from, to }: Period, signal: AbortSignal): Promise<Answer<{ rows: Row[] }>> {
  return ask(Rows, `/api/malls/${encodeURIComponent(mall)}/report/by/${dimension}?from=${from}&to=${to}`, { signal });
}

export function useByDimension(mall: string, dimension: Dimension, period: Period, everyMs: number | null): Remote<{ rows: Row[] }> {
  return useRemote(`by/${mall}/${dimension}/${period.from}/${period.to}`, (signal) => loadByDimension(mall, dimension, period, signal), everyMs);
}
