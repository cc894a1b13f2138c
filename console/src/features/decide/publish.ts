import * as v from 'valibot';
import { ask, type Answer } from '../../shared/http';

const Published = v.object({ version: v.number() });

export function publish(mall: string): Promise<Answer<{ version: number }>> {
  return ask(Published, `/api/malls/${encodeURIComponent(mall)}/settings/publish`, { method: 'POST' });
}
