import type { Fact, Trigger } from './contract';
import type { Memory } from './memory';

/** What a page view lends to the chunk `more`, behind the arguments of each of its calls. */
export type Lent = [
  calls: Record<string, (said: unknown) => void>,
  /** Tells a fact of this view. */
  here: (fact: Fact) => string,
  keep: (change: (memory: Memory) => void) => void,
  /** Sends what was told; with true because the page may be gone in the next moment. */
  send: (leaving?: boolean) => void,
  /** The leave moment. */
  trigger: (name: Trigger) => boolean | undefined,
  /** Visible milliseconds since landing. */
  stay: () => number,
  /** The view that is now, and its product. */
  at: () => [view: string, product: string | undefined],
  /** Asks for the next plan of the same view. */
  again: () => void,
  /** The body with which this view asks for its plan. */
  asking: () => string,
];
