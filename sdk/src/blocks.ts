import type { Fact, Frequency } from './contract';
import type { Page } from './prepare';
import { show, type TakeAway } from './render';
import { safe } from './safe';

// A chunk: draws every block in every presentation, and what does not interrupt: `link` and `inline`.
export { show };

type Free = 'link' | 'inline';

let page: Page, planAt = 0;
/** The shopper has asked, and the plan for the answer is on its way. */
let asked = false;
const slots = new Map<Element, { check: () => void; clear: () => void }>();

/** Whether it may happen (again) to this visitor on this view, if only a plan is there. */
const wanted = (name: Free): boolean => {
  const { armed, frequency } = page.plan.triggers[name] ?? { armed: false };
  let ever: number | undefined, visit = 0;
  page.keep((m) => { ever = m.had?.[name]; visit = m.visit!.at; });
  const since: Partial<Record<Frequency, number>> = { always: Infinity, visit, day: Date.now() - 86_400_000 };
  return armed && page.now() === page.view && (ever === undefined || ever < since[frequency!]!);
};

/** Whether the plan is still good, and not used by another trigger. Where it is not, the next one is asked for. */
const fresh = (): boolean => {
  const good = Date.now() < planAt + page.plan.ttlMs!;
  if (!good) page.again();
  return good;
};

/** The moment of what does not interrupt, told in every arm before anything is drawn. Returns how to tell what follows from it. */
const happened = (name: Free): ((fact: object) => void) => {
  const { plan, here, keep, send, stay } = page, token = plan.token!;
  plan.ttlMs = 0;
  keep((m) => { m.had = { ...m.had, [name]: Date.now() }; });
  const tell = (fact: object): void => {
    here({ ...fact, token } as Fact);
    send(true);
  };
  tell({ type: 'triggered', trigger: name, stayMs: stay() });
  return tell;
};

const failed = (name: Free): unknown => page.here({ type: 'not-shown', trigger: name, reason: 'RENDER_FAILED' });

/** Takes away what was asked for: by Escape, with the page, or on another view. */
let away: TakeAway | undefined;
addEventListener('keydown', safe(({ key }) => { if (key === 'Escape') away?.('escape'); }), true);
addEventListener('pagehide', safe(() => away?.()));

/** Shows what the shopper has asked for: in every arm, since it was asked for. */
export const answer = safe((): void => {
  asked = wanted('link') && !fresh();
  if (asked || !wanted('link')) return;
  const tell = happened('link');
  try {
    away?.();
    away = show(page.plan, safe(tell), 'link', false);
  } catch { failed('link'); }
});

/** So far inside the window the top of the slot is half seen; less where so little of the page follows that it never comes so far. */
const HALF = 160;

/**
 * Watches a slot of the mall. It is filled while it is below the window, or where the mall has reserved its height, so that nothing moves. The
 * moment is the same in every arm: the top of the slot is well inside the window. In the hold-out it stays empty.
 */
export const fill = safe((slot: Element): void => {
  if (slots.has(slot)) return;
  let drawn: TakeAway | undefined, ready = false, inside = false, over = false;
  /** What the shopper did before the moment was told. */
  const early: object[] = [];
  let tell = (fact: object): void => void early.push(fact);
  const check = (): void => {
    if (!ready || !inside || over || !wanted('inline') || !fresh()) return;
    over = true;
    watching.forEach((eye) => eye.disconnect());
    tell = happened('inline');
    early.forEach(tell);
    if (!drawn && page.plan.arm === 'shown') failed('inline');
    // What stands in the page does not interrupt: the next plan is for what may.
    page.again();
  };
  const watch = (rootMargin: string, seen: (entry: IntersectionObserverEntry) => void): IntersectionObserver => {
    const eye = new IntersectionObserver(safe(([entry]) => seen(entry!)), { rootMargin });
    eye.observe(slot);
    return eye;
  };
  const watching = [watch('0px', ({ boundingClientRect: { top, bottom, height } }) => {
    if (ready || !wanted('inline') || (top < innerHeight && height < HALF)) return;
    ready = true;
    const below = document.documentElement.scrollHeight - scrollY - bottom;
    watching.push(watch(`0px 0px -${Math.max(0, Math.min(HALF, below - 1))}px`, ({ isIntersecting }) => {
      inside = isIntersecting;
      check();
    }));
    if (page.plan.arm === 'shown') drawn = show(page.plan, safe((fact) => tell(fact)), 'inline', false, slot);
  })];
  slots.set(slot, {
    check,
    clear: () => {
      over = true;
      watching.forEach((eye) => eye.disconnect());
      drawn?.();
      slots.delete(slot);
    },
  });
});

/** Takes over drawing for a plan. On another view the slots are filled anew. */
export const begin = safe((now: Page): void => {
  if (now === page) return;
  const other = page && now.view !== page.view;
  page = now;
  planAt = Date.now();
  if (other) {
    away?.();
    slots.forEach(({ clear }) => clear());
  }
  document.querySelectorAll('[data-reload-slot]').forEach((slot) => fill(slot));
  slots.forEach(({ check }) => check());
  if (asked) answer();
});
