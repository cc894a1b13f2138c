import { config } from './config';
import type { Fact, PageEvent } from './contract';
import { eventId } from './ids';
import { keep, memory, open, recall, store } from './memory';

/** The last event that left by beacon. */
let left = '';

/** What every request of this visitor begins with, and what it says. */
export const body = (said: object): string =>
  JSON.stringify({
    v: 1,
    mall: config.key,
    visitor: memory.id,
    storage: store ? config.storage : 'none',
    consent: memory.consent,
    sentAt: Date.now(),
    device: !matchMedia('(pointer:coarse)').matches ? 'desktop' : screen.width < 600 ? 'phone' : 'tablet',
    webdriver: navigator.webdriver,
    ...said,
  });

/** Posts JSON as text, which needs no preflight; it outlives the page. */
export const post = (path: string, body: string): Promise<Response> => fetch(config.base + path, { method: 'POST', body, keepalive: true, credentials: 'omit' });

/** Puts a fact in the outbox and returns its id. */
export const tell = (fact: Fact, view?: string): string => {
  const at = Date.now(), id = eventId(at);
  keep(({ out }) => out.push({ ...fact, id, at, view } as PageEvent));
  return id;
};

/**
 * Sends what no server has acknowledged. An event stays in the outbox until a server has answered for it, on this page or a later one:
 * a beacon's answer cannot be read, so what left by beacon is sent once more, under the same id.
 *
 * @param leaving the page may be gone in the next moment: by beacon, each event once
 */
export const send = (leaving?: boolean): void => {
  const { out } = recall(), from = leaving ? out.findIndex(({ id }) => id === left) + 1 : 0, events = out.slice(from, from + 10);
  if (!events[0] || !open) return;
  const text = body({ events });
  if (leaving && navigator.sendBeacon(config.base + '/v1/collect', text)) {
    left = events.at(-1)!.id;
    return send(leaving);
  }
  post('/v1/collect', text).then(({ status }) => {
    // What is refused for good is not asked again; 429 and 503 are.
    if (status > 428) return;
    keep((m) => { m.out = m.out.filter((e) => !events.some(({ id }) => id === e.id)); });
    send();
  }).catch(() => { /* until next time */ });
};
