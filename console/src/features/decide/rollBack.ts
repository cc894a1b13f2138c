import * as v from 'valibot';
import { ask, type Answer } from '../../shared/http';

const Published = v.object({ version: v.number() });

/** Publishes the settings of an old version anew. */
export function rollBack(mall: string, version: number): Promise<Answer<{ version: number }>> {
  return ask(Published, `/api/malls/${encodeURIComponent(mall)}/settings/roll-back`, { method: 'POST', body: { version } });
}
