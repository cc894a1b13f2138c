import type { Signal } from './contract';
import { meter } from './dwell';
import type { Page } from './prepare';
import { safe } from './safe';
import { score } from './score';

// A chunk: senses leaving (`leave-signal`) and coming back (`return`). It only listens; nothing it does can touch Back.

/** At most this many signs are told of a view. */
const TOLD = 3;
/** After this long without input the shopper is idle; away for this long, who comes back is shown where they were. */
const IDLE = 30_000, AWAY = 20_000;
/** A fling is a scroll up of this many pixels in a window of this many milliseconds, at this many pixels a millisecond, by a finger. */
const FLING_PX = 200, FLING_MS = 120, FLING_SPEED = 1;
/** The speed of a fling is known for so long. */
const RECENT = 400;
/** A change of direction counts after this many pixels; this many within five seconds are a hesitation. */
const TURN_PX = 60, TURNS = 4, TURN_MS = 5_000;
/** The same sign is not heeded again for this long. */
const REST = 3_000;

const unit = (x: number): number => Math.round(Math.min(1, Math.max(0, x)) * 1000) / 1000;

let last: AbortController | undefined;
/** What is watched, and how many signs of its view were told. */
let of = '', told = 0;
/** Goes on with the next plan of the same view: what was seen of it stays. */
let renew: (page: Page) => void;
/** What the model sees at this moment; undefined where leaving is not sensed. */
export let live: (() => number[]) | undefined;
/** Come here by Back or Forward, as a page that was left. */
let restored = (performance.getEntriesByType('navigation')[0] as PerformanceNavigationTiming | undefined)?.type === 'back_forward';
addEventListener('pageshow', ({ persisted }) => { if (persisted) restored = true; });

/** Watches the view of this plan; what it watched before is over, unless it is the same. */
export const watch = safe((page: Page): void => {
  const leaving = page.plan.triggers['leave-signal'].armed, returning = page.plan.triggers.return?.armed, what = [page.view, leaving, returning].join();
  if (of === what) return renew(page);
  if (!of.startsWith(page.view)) told = 0;
  of = what;
  last?.abort();
  const watching = (last = new AbortController()), { product, trigger, keep, here } = page;
  const on = <E extends Event>(name: string, hear: (e: E) => void, target: EventTarget = window): void =>
    target.addEventListener(name, safe(hear) as EventListener, { passive: true, capture: true, signal: watching.signal });
  const html = document.documentElement, finger = matchMedia('(pointer:coarse)').matches;
  const ours = (): boolean => page.now() === page.view && !watching.signal.aborted;

  const dwell = meter(performance.now(), !document.hidden);
  // Once something was shown, or held out, the view has had its moment.
  let over = false, input = performance.now(), hidden = 0, hiddenAt = 0, fast = 0, fastAt = 0, touched = 0, grabbed = 0, flung = false;
  let y = scrollY, lowest = y, turn = y, up = false, turns: number[] = [];
  const trail: [number, number][] = [[performance.now(), y]], heeded: Partial<Record<Signal, number>> = {};
  renew = (next) => {
    page = next;
    over = false;
  };
  const raise = (name: 'leave-signal' | 'return'): void => {
    if (over || !ours() || document.hidden || !page.plan.triggers[name]?.armed || document.querySelector('html>reload-page')) return;
    trigger(name);
    // The plan is used up: so is the moment of this view.
    over = !page.plan.ttlMs;
  };

  const features = (signal: Signal): number[] => {
    const now = performance.now();
    let views = 0, products = 0, cart = false;
    keep(({ visit }) => { views = visit!.views ?? 0; products = visit!.products?.length ?? 0; cart = !!visit!.cart; });
    turns = turns.filter((at) => at > now - TURN_MS);
    return [
      now - fastAt < RECENT ? fast / 4 : 0, (lowest + innerHeight) / Math.max(html.scrollHeight, 1), dwell(now).activeMs / 60_000, (now - input) / IDLE, turns.length / 6, hidden / 3, +(signal === 'top-exit'), +finger,
      views / 10, products / 10, +cart, scrollY / Math.max(html.scrollHeight - innerHeight, 1),
    ].map(unit);
  };
  const sensed = (signal: Signal): void => {
    const now = performance.now(), { leave, triggers } = page.plan;
    if (over || !leave || !ours() || now - heeded[signal]! < REST) return;
    heeded[signal] = now;
    const x = features(signal), likely = score(leave, x);
    if (told++ < TOLD) here({ type: 'sensed', v: leave.v, signal, features: x, score: unit(likely) });
    // Where Back may be held, that is the moment.
    if (likely >= leave.threshold && !triggers['back-hold'].armed) raise('leave-signal');
  };

  live = undefined;
  if (leaving) {
    live = () => features('hidden');
    let idle: ReturnType<typeof setTimeout> | undefined;
    /** One timer, which looks how long it really was. */
    const wait = (ms: number): void => {
      idle = setTimeout(safe(() => {
        const more = IDLE - (performance.now() - input);
        if (more > 0) return wait(more);
        if (!document.hidden) sensed('idle');
        idle = undefined;
      }), ms);
    };
    const awake = (): void => {
      dwell((input = performance.now()), true);
      if (!idle) wait(IDLE);
    };
    wait(IDLE);
    watching.signal.addEventListener('abort', () => clearTimeout(idle));
    ['pointerup', 'keydown', 'pointermove', 'wheel'].forEach((name) => on(name, awake));
    on<TouchEvent>('touchmove', ({ timeStamp }) => {
      const now = performance.now();
      // When the finger began to move, which a slow page hears of late.
      if (now - touched > RECENT) grabbed = Math.min(now, timeStamp);
      touched = now;
      awake();
    });
    on('scroll', ({ target }) => {
      if (target !== document) return;
      const now = performance.now(), before = y;
      y = scrollY;
      awake();
      lowest = Math.max(lowest, y);
      trail.push([now, y]);
      // One before this stays: to a slow page a whole fling may come as one scroll.
      while (trail[2] && trail[0]![0] < now - FLING_MS) trail.shift();
      const [at, from] = trail[0]!, lasted = now - Math.max(at, grabbed), speed = (from - y) / Math.max(lasted, 1);
      if (lasted > 30 && (speed >= fast || now - fastAt > RECENT)) {
        fast = Math.max(0, speed);
        fastAt = now;
      }
      // Turned around?
      if (y !== before && y < before !== up) {
        if (Math.abs(turn - before) >= TURN_PX) turns.push(now);
        up = y < before;
        turn = before;
      }
      turns = turns.filter((at) => at > now - TURN_MS);
      if (finger && speed >= FLING_SPEED && from - y >= FLING_PX && lasted < RECENT && now - touched < 1_500) {
        // Judged when it has reached its speed.
        if (!flung) setTimeout(safe(() => { flung = false; sensed('fling'); }), FLING_MS);
        flung = true;
      } else if (turns.length >= TURNS) sensed('hesitate');
    });
    on<PointerEvent>('pointerleave', ({ clientY, pointerType, target }) => {
      if (target === html && clientY <= 0 && pointerType === 'mouse') sensed('top-exit');
    }, html);
  }

  on('visibilitychange', () => {
    const now = performance.now(), away = now - hiddenAt;
    dwell(now, true, !document.hidden);
    if (document.hidden) {
      hiddenAt = now;
      return;
    }
    hidden++;
    input = now;
    if (away >= AWAY && returning) raise('return');
    else if (leaving) sensed('hidden');
  });

  if (returning) {
    let views = 0, recent: string[] = [];
    keep(({ visit, known }) => { views = visit!.views!; recent = known.recent; });
    // To a product again by Forward, or on the first page of a later visit with a product to go on with.
    if (product ? restored : views === 1 && recent[0]) {
      const early = Math.max(2_000, page.plan.rules.minStayMs) - page.stay();
      const soon = setTimeout(() => raise('return'), Math.max(0, early));
      watching.signal.addEventListener('abort', () => clearTimeout(soon));
    }
    restored = false;
  }
});
