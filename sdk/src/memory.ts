import type { Config, Landing, Millis, PageEvent } from './contract';
import type { Seen } from './gates';
import { visitorId } from './ids';

/** A visit as the page knows it. */
export interface Visit {
  at: Millis;
  /** When it was last heard of. */
  last: Millis;
  /** Visible milliseconds since landing. */
  ms: number;
  landing: Landing;
  /** The last page view: its product, and where its history entry stands. */
  view?: { product?: string | undefined; index?: number | undefined };
}

/** All that is remembered of a visitor, in the visitor's own browser and nowhere else. */
export interface Memory {
  id: string;
  consent?: 'granted';
  visit?: Visit;
  seen?: Seen;
  snoozedUntil?: Millis;
  /** Ids of products viewed, newest first, at most 20. */
  recent: string[];
  /** Ids of products bought, newest first, at most 50. */
  bought: string[];
  /** Orders already told of, newest first, at most 10. */
  orders: string[];
  /** Events that no server has acknowledged yet, oldest first. */
  out: PageEvent[];
}

/** More events than this are not kept: the oldest go first, but never a trigger before another. */
const MOST = 100;
const TOO_LATE = 47 * 3600_000;

export const config = (window as { __reload?: Config }).__reload!;

const place = 'reload.' + config?.key;

const blank = (): Memory => ({ id: visitorId(), recent: [], bought: [], orders: [], out: [] });

/** What is remembered. Other tabs and earlier pages write it too: change it through `keep` only. */
export let memory: Memory = blank();

/** Whether the browser lets us remember anything past this page. */
export let lasting = true;

let mayStore = false;

/** Reads what other pages have written since. Firefox restores a page from its cache with the state it had: hence before each use. */
export const recall = (): Memory => {
  if (mayStore && lasting) {
    try {
      const text = localStorage.getItem(place);
      if (text) memory = { ...blank(), ...JSON.parse(text) };
    } catch { lasting = false; }
  }
  return memory;
};

/** Changes what is remembered, and writes it down where that is allowed. */
export const keep = (change: (memory: Memory) => void): void => {
  change(recall());
  const { out } = memory;
  while (out.length > MOST) out.splice(Math.max(0, out.findIndex((e) => e.type !== 'triggered')), 1);
  if (mayStore && lasting) {
    try {
      localStorage.setItem(place, JSON.stringify(memory));
    } catch { lasting = false; }
  }
};

/** Begins to remember: what was collected in this page before consent joins what was remembered earlier. */
export const remember = (now: Millis): void => {
  if (mayStore) return;
  const { out } = memory;
  mayStore = true;
  recall();
  keep((m) => { m.out = [...m.out, ...out].filter((e) => e.at > now - TOO_LATE); });
};

/** Whether the visitor consented on an earlier page. Reads, and writes nothing. */
export const consentedBefore = (): boolean => {
  try {
    return JSON.parse(localStorage.getItem(place)!).consent === 'granted';
  } catch { return false; }
};

/** Forgets the visitor: whoever comes next is somebody new. */
export const forget = (): void => {
  mayStore = false;
  memory = blank();
  try {
    localStorage.removeItem(place);
  } catch { /* nothing was kept */ }
};
