import type { Consent, Fact, PageEvent } from './contract';
import { eventId } from './ids';
import { config, keep, lasting, memory, recall } from './memory';

/** At most this many events, and characters (three bytes each at worst), in one body. */
const EVENTS = 50;
const CHARACTERS = 20_000;

let consent: Consent = 'unknown';
let open = false;
let busy = false;
let left = new Set<string>();

const phone = (): 'phone' | 'tablet' | 'desktop' =>
  !matchMedia('(pointer:coarse)').matches ? 'desktop' : Math.min(screen.width, screen.height) < 600 ? 'phone' : 'tablet';

/** From now on events may be sent (or not), under this consent. */
export const allow = (may: boolean, said: Consent): void => { open = may; consent = said; };

export const allowed = (): boolean => open;

/** What every request of this visitor begins with. */
export const envelope = () => ({
  v: 1,
  mall: config.key,
  visitor: memory.id,
  storage: lasting ? 'persistent' : 'none',
  consent,
  sentAt: Date.now(),
  device: phone(),
  ...(navigator.webdriver && { webdriver: true }),
});

/** Posts JSON as text, which needs no preflight. The answer is the caller's; it outlives the page. */
export const post = (path: string, body: unknown): Promise<Response> =>
  fetch(config.base + path, { method: 'POST', body: typeof body === 'string' ? body : JSON.stringify(body), keepalive: true, credentials: 'omit' });

/** Puts a fact in the outbox. A dwell replaces the earlier one of its view. Returns the event's id. */
export const tell = (fact: Fact, view?: string): string => {
  const at = Date.now();
  const event = { ...fact, id: eventId(at), at, ...(view && { view }) } as PageEvent;
  keep((m) => {
    if (fact.type === 'dwelled') m.out = m.out.filter((e) => e.type !== fact.type || e.view !== view);
    m.out.push(event);
  });
  return event.id;
};

/**
 * Sends what no server has acknowledged. An event stays in the outbox until a server has answered for it, on this page or a later one:
 * a beacon's answer cannot be read, so what left by beacon is sent once more, under the same id.
 *
 * @param leaving the page may be gone in the next moment: by beacon, each event once
 */
export const send = (leaving?: boolean): void => {
  if (!open || (busy && !leaving)) return;
  let batch = recall().out.filter((e) => !leaving || !left.has(e.id)).slice(0, EVENTS);
  let body: string;
  while ((body = JSON.stringify({ ...envelope(), events: batch })).length > CHARACTERS && batch[1]) batch = batch.slice(0, batch.length >> 1);
  if (!batch[0]) return;
  if (leaving && navigator.sendBeacon?.(config.base + '/v1/collect', body)) {
    batch.forEach((e) => left.add(e.id));
    return send(leaving);
  }
  busy = true;
  post('/v1/collect', body).then(({ status }) => {
    busy = false;
    // What a server refuses for good is not asked again; 429 and 503 are.
    if (status < 300 || (status >= 400 && status < 429)) {
      keep((m) => { m.out = m.out.filter((e) => !batch.some((b) => b.id === e.id)); });
      send();
    }
  }).catch(() => { busy = false; });
};

/** The page is looked at again: what left by beacon may leave again. */
export const back = (): void => left.clear();
