import { config } from './config';
import type { Consent, Landing, Millis, PageEvent } from './contract';
import type { Seen } from './gates';
import { visitorId } from './ids';
import type { ItemSaid } from './items';
import { safe } from './safe';

/** A visit as the page knows it. */
export interface Visit {
  at: Millis;
  /** When it was last heard of. */
  last: Millis;
  /** Visible milliseconds since landing. */
  ms: number;
  landing: Landing;
  /** The last page view's product, and where its history entry stands. */
  product?: string | undefined;
  index?: number | undefined;
  /** What the leave signal's model asks of a visit: the last view counted, how many there were, the products among them, whether the cart holds something. */
  counted?: string;
  views?: number;
  products?: string[];
  cart?: boolean;
}

/** Orders as the mall has told of them, newest first. */
export type Due = [said: unknown, before?: Due | null];

/** All that is remembered of a visitor, in the visitor's own browser and nowhere else. */
export interface Memory {
  id: string;
  consent: Consent;
  visit?: Visit;
  /** What a plan request tells the server of the visitor. */
  known: {
    seen?: Seen;
    snoozedUntil?: Millis;
    /** Ids of products viewed, newest first, at most 20. */
    recent: string[];
    /** Ids of products bought, newest first, at most 50. */
    bought: string[];
  };
  /** When `link` and `inline` were last had, by their name. */
  had?: { link?: Millis; inline?: Millis };
  /** What the cart held, as GA4's events had it; ids of orders told, newest first, at most 20. */
  cart?: ItemSaid[];
  orders?: string[];
  /** What `more` has not taken yet. */
  due?: Due;
  /** Events that no server has acknowledged yet, oldest first, at most 100: a trigger is the last to go. */
  out: PageEvent[];
}

const place = `reload.${config.key}`;

const blank = (): Memory => ({ id: visitorId(), consent: 'unknown', known: { recent: [], bought: [] }, out: [] });

/** What is remembered. Other tabs and earlier pages write it too: change it through `keep` only. */
export let memory = blank();

/** Whether anything may be sent. */
export let open: boolean;

/** Where it is written down: nowhere before consent, or where the browser does not let us. */
export let store: globalThis.Storage | undefined;

/** Reads what other pages have written since. Firefox restores a page from its cache with the state it had: hence before each use. */
export const recall = (): Memory => {
  try {
    memory = { ...memory, ...JSON.parse(store!.getItem(place)!) };
  } catch { /* nowhere, or not ours */ }
  return memory;
};

/** Changes what is remembered, and writes it down. */
export const keep = (change: (memory: Memory) => unknown): void => {
  change(recall());
  const { out } = memory;
  if (out[100]) out.splice(out.findIndex(({ type }) => type !== 'triggered'), 1);
  try {
    store!.setItem(place, JSON.stringify(memory));
  } catch { store = undefined; }
};

/** From now on what is remembered is written down and may be sent, or not. Where the browser does not let us, this page is all there is. */
export const remember = safe((may: boolean): void => {
  open = may;
  store = (may && (window as unknown as Record<string, unknown>)[config.store]) as globalThis.Storage | undefined;
});

/** Forgets the visitor: whoever comes next is somebody new. */
export const forget = (): void => {
  memory = blank();
  localStorage.removeItem(place);
  sessionStorage.removeItem(place);
};
