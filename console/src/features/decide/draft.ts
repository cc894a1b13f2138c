import { ask, Nothing, type Answer } from '../../shared/http';
import type { Settings } from './settings';

export function saveDraft(mall: string, settings: Settings): Promise<Answer<unknown>> {
  return ask(Nothing, `/api/malls/${encodeURIComponent(mall)}/settings/draft`, { method: 'PUT', body: { settings } });
}

export function discardDraft(mall: string): Promise<Answer<unknown>> {
  return ask(Nothing, `/api/malls/${encodeURIComponent(mall)}/settings/draft`, { method: 'DELETE' });
}
