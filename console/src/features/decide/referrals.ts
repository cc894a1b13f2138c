import * as v from 'valibot';
import { ask, type Answer } from '../../shared/http';
import type { Period } from '../../shared/period';
import { useRemote, type Remote } from '../../shared/remote';

const Referrals = v.pipe(
  v.object({ rows: v.array(v.object({ value: v.string() })) }),
  v.transform(({ rows }) => rows.map(({ value }) => value)),
);

function loadReferrals(mall: string, { from, to }: Period, signal: AbortSignal): Promise<Answer<string[]>> {
  return ask(Referrals, `/api/malls/${encodeURIComponent(mall)}/report/by/referral?from=${from}&to=${to}`, { signal });
}

/** The referral paths that visitors came by, as a rule names them. */
export function useReferrals(mall: string, period: Period): Remote<string[]> {
  return useRemote(`referrals/${mall}/${period.from}/${period.to}`, (signal) => loadReferrals(mall, period, signal));
}
