import * as v from 'valibot';
import { ask, type Answer } from '../../shared/http';
import { useRemote, type Remote } from '../../shared/remote';

/** One time a model was learnt; its figures by name. Times are milliseconds since 1970. */
const Tried = v.object({
  version: v.number(),
  trainedAt: v.number(),
  rows: v.number(),
  outcome: v.picklist(['BETTER', 'UNJUDGED', 'NO_BETTER', 'TOO_LITTLE']),
  metrics: v.record(v.string(), v.number()),
  atWork: v.boolean(),
});
const History = v.object({ atWork: v.number(), tried: v.array(Tried) });
const Models = v.object({ variants: History, uplift: History });

export type Kind = keyof v.InferOutput<typeof Models>;
export type Tried = v.InferOutput<typeof Tried>;
export type History = v.InferOutput<typeof History>;
export type Models = v.InferOutput<typeof Models>;

const path = (mall: string): string => `/api/malls/${encodeURIComponent(mall)}/models`;

export function loadModels(mall: string, signal: AbortSignal): Promise<Answer<Models>> {
  return ask(Models, path(mall), { signal });
}

export function useModels(mall: string): Remote<Models> {
  return useRemote(`models/${mall}`, (signal) => loadModels(mall, signal));
}

/** Puts a version back to work; 0 is what every mall begins with. */
export function restore(mall: string, kind: Kind, version: number): Promise<Answer<Models>> {
  return ask(Models, `${path(mall)}/${kind}/${version}/at-work`, { method: 'PUT' });
}
