import type { Config } from './contract';

/** One call of the public function: its name and what came with it. */
export type Call = [name: string, said?: unknown];

/** What the head stub leaves in the page: the public function, and the place where the bundle takes over. */
export interface Planted {
  (...call: Call): void;
  /** Erases what this browser remembers of the visitor. */
  forget(): void;
  /** The calls made before the bundle came; afterwards whatever takes them. */
  q: { push(call: Call): unknown };
  /** When the page began to be seen, by `performance.now()`: the loader knows. */
  t: number;
  /** The configuration, once the loader has run. */
  c?: Config;
  /** Who hears of the events the stub listens for. */
  on?: (event: any) => void;
  /** The last tap or key press before that. */
  e?: Event;
}

/** All that is listened for in the window, on the way down: browsers take these as passive there. */
const HEARD = 'popstate pagehide pageshow visibilitychange DOMContentLoaded pointerup pointermove keydown scroll wheel touchmove';

/**
 * Puts `window.reload` and its listeners in the page, once. A mall may have a function called `reload` of its own: then ours is
 * `window.__rl` alone.
 */
export const plant = (): Planted => {
  const w = window as unknown as { __rl?: Planted; reload?: unknown };
  if (w.__rl) return w.__rl;
  const planted = ((...call: Call) => { planted.q.push(call); }) as Planted;
  planted.forget = () => planted('forget');
  planted.q = [];
  const hear = (e: Event): void => {
    if (planted.on) planted.on(e);
    else if (/wn|up/.test(e.type)) planted.e = e;
  };
  HEARD.split(' ').forEach((name) => addEventListener(name, hear, true));
  w.reload = w.reload || planted;
  return (w.__rl = planted);
};
