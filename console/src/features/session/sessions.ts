import * as v from 'valibot';
import { ask, type Answer } from '../../shared/http';
import { useRemote, type Remote } from '../../shared/remote';

/** `startedAt` is an ISO instant; `amount` in minor units; `visitor` is shortened by the server. */
const Session = v.object({
  session: v.string(),
  startedAt: v.union([v.string(), v.number()]),
  visitor: v.string(),
  referral: v.optional(v.nullable(v.string()), null),
  device: v.optional(v.nullable(v.string()), null),
  pageViews: v.number(),
  visibleMs: v.number(),
  orders: v.number(),
  trigger: v.optional(v.nullable(v.string()), null),
  arm: v.optional(v.nullable(v.string()), null),
  reason: v.optional(v.nullable(v.string()), null),
  impressed: v.boolean(),
  clicked: v.boolean(),
  converted: v.boolean(),
  amount: v.number(),
});
const Sessions = v.object({ sessions: v.array(Session) });

export type Session = v.InferOutput<typeof Session>;

export function loadSessions(mall: string, limit: number, signal: AbortSignal): Promise<Answer<{ sessions: Session[] }>> {
  return ask(Sessions, `/api/malls/${encodeURIComponent(mall)}/sessions?limit=${limit}`, { signal });
}

export function useSessions(mall: string, limit: number, everyMs: number | null): Remote<{ sessions: Session[] }> {
  return useRemote(`sessions/${mall}/${limit}`, (signal) => loadSessions(mall, limit, signal), everyMs);
}
