import * as v from 'valibot';
import { ask, type Answer } from '../../shared/http';

const Preview = v.object({ url: v.string(), until: v.string() });

export type Preview = v.InferOutput<typeof Preview>;

/** A link to a page of the mall that shows there what the page script knows and would do. */
export function makePreview(mall: string, url: string): Promise<Answer<Preview>> {
  return ask(Preview, `/api/malls/${encodeURIComponent(mall)}/preview`, { method: 'POST', body: { url } });
}
