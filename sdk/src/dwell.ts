import type { DwellFacts } from './contract';

/** Without input for this long the shopper is not active. */
export const IDLE = 15_000;

/**
 * Meters how long a page view lasts: wall, visible, and active (visible, and input within `IDLE`). Time is settled when something
 * happens; there is no timer. Coming to the page, or back to it, counts as input. All times are of one monotonic clock.
 */
export const meter = (start: number, visible: boolean) => {
  let since = start, lastInput = start, seen = 0, active = 0;
  const settle = (now: number): void => {
    if (visible) {
      seen += now - since;
      active += Math.max(0, Math.min(now, lastInput + IDLE) - since);
    }
    since = now;
  };
  return {
    /** The shopper moved, touched or typed. */
    input: (now: number): void => { settle(now); lastInput = now; },
    /** The page was covered or uncovered. */
    seen: (now: number, isVisible: boolean, focused: boolean): void => {
      settle(now);
      if ((visible = isVisible) && focused) lastInput = now;
    },
    read: (now: number): DwellFacts => {
      settle(now);
      const ms = (t: number): number => Math.min(Math.round(t), 172_800_000);
      return { visibleMs: ms(seen), activeMs: ms(active), wallMs: ms(now - start) };
    },
  };
};
