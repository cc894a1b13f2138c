import { ask, Nothing, type Answer } from '../../shared/http';
import { forget } from '../../shared/remote';

export async function saveOrigins(mall: string, origins: string[]): Promise<Answer<unknown>> {
  const answer = await ask(Nothing, `/api/malls/${encodeURIComponent(mall)}/origins`, { method: 'PUT', body: { origins } });
  if (answer.ok) forget(`install/${mall}`);
  return answer;
}
