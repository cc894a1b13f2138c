import * as v from 'valibot';
import { ask, type Answer } from '../../shared/http';
import { useRemote, type Remote } from '../../shared/remote';

const Install = v.object({
  siteKey: v.string(),
  snippet: v.string(),
  pinned: v.string(),
  origins: v.array(v.string()),
  lastEventAt: v.optional(v.nullable(v.union([v.string(), v.number()])), null),
});

export type Install = v.InferOutput<typeof Install>;

export function loadInstall(mall: string, signal: AbortSignal): Promise<Answer<Install>> {
  return ask(Install, `/api/malls/${encodeURIComponent(mall)}/install`, { signal });
}

export function useInstall(mall: string, everyMs: number | null): Remote<Install> {
  return useRemote(`install/${mall}`, (signal) => loadInstall(mall, signal), everyMs);
}
