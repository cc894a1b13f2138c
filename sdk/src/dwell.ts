import type { DwellFacts } from './contract';

/** Without input for this long the shopper is not active. */
export const IDLE = 15_000;

/**
 * Meters how long a page view lasts: wall, visible, and active (visible, and input within `IDLE`). Time is settled when something
 * happens; there is no timer. Coming to the page, or back to it, counts as input. All times are of one monotonic clock.
 */
export const meter = (start: number, visible: boolean) => {
  let since = start, lastInput = start, seen = 0, active = 0;
  /** Settles up to now. From now on the page is visible or not; `input` says that the shopper moved, touched or typed. */
  return (now: number, input?: boolean, isVisible = visible): DwellFacts => {
    if (visible) {
      seen += now - since;
      active += Math.max(0, Math.min(now, lastInput + IDLE) - since);
    }
    since = now;
    visible = isVisible;
    if (input) lastInput = now;
    const ms = (t: number): number => Math.min(t, 172_800_000) | 0;
    return { visibleMs: ms(seen), activeMs: ms(active), wallMs: ms(now - start) };
  };
};
