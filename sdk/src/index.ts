import { holdBack, type Hold } from './backhold';
import type { Consent, Dismissal, Fact, Millis, Navigation, Plan, ProductFacts, Reason, Template, Trigger } from './contract';
import { meter } from './dwell';
import { refusal } from './gates';
import { enteredAsLanded, landingOf, VISIT_GAP, viewOf } from './landing';
import { config, consentedBefore, forget, keep, memory, recall, remember } from './memory';
import { minor } from './money';
import { allow, allowed, back, envelope, post, send, tell } from './outbox';
import { type Call, plant } from './plant';
import { itemsOf, productOf, productOnPage, type ItemSaid, type ProductSaid } from './product';
import { show } from './render';

declare const HOLD: boolean;

/** The visit is reported first after this long: a page closed in Firefox loses one exit beacon in twenty. */
const FIRST_REPORT = 5_000;

/** Nothing that goes wrong here may reach the mall. */
const safe = <A extends unknown[]>(f: (...args: A) => unknown) => (...args: A): void => {
  try { f(...args); } catch { /* the mall goes on without us */ }
};

const planted = plant();

const begin = (): void => {
  const nav = window.navigation;
  const visible = (): boolean => document.visibilityState === 'visible';
  const index = (): number | undefined => nav?.currentEntry?.index;
  const firstUrl = location.href;

  let view: {
    id: string; url: string; template?: Template | undefined; product?: string | undefined; left?: string | undefined;
    /** A leave moment of this view was already told of. */
    told?: boolean;
    dwell: ReturnType<typeof meter>;
    /** Visible milliseconds already told of. */
    kept: number;
  };
  let facts: ProductFacts | undefined;
  let plan: Plan | undefined, planAt: Millis = 0, asked = '';
  let leading = false, traversed = false, idle = 0;
  let takeAway: ((gone?: boolean) => void) | undefined;

  const inView = (fact: Fact): string => tell(fact, view.id);

  /** Visible milliseconds since landing, other tabs and what they have written since included. */
  const stay = (): number => recall().visit!.ms + view.dwell.read(performance.now()).visibleMs - view.kept;

  const report = (leaving?: boolean): void => {
    const dwell = view.dwell.read(performance.now());
    const more = dwell.visibleMs - view.kept;
    if (more || !view.kept) {
      view.kept = dwell.visibleMs;
      keep(({ visit }) => { visit!.ms += more; visit!.last = Date.now(); });
      inView({ type: 'dwelled', ...dwell });
    }
    send(leaving);
  };

  const atEntry = (): boolean => {
    const i = index();
    return enteredAsLanded(firstUrl, document.referrer, memory.visit!.landing) && (i == null ? location.href === firstUrl : i === (HOLD && hold?.armed() ? 1 : 0));
  };

  const why = (trigger: Trigger, activated: boolean): Reason | undefined => {
    const { seen, snoozedUntil, visit } = recall();
    return refusal({
      now: Date.now(), trigger, plan, planAt, seen, snoozedUntil, visitAt: visit!.at, stayMs: stay(),
      entry: atEntry(), activated,
    });
  };

  const notShown = (trigger: Trigger, reason: Reason | undefined): void => {
    if (view.told || !reason) return;
    view.told = true;
    inView({ type: 'not-shown', trigger, reason });
  };

  /** The moment itself: the same in every arm until something would be drawn. Returns true if the shopper is shown something. */
  const trigger = (name: Trigger): boolean => {
    const reason = why(name, true);
    if (reason) {
      notShown(name, reason);
      send(true);
      return false;
    }
    const chance = plan!, token = chance.token!, arm = chance.arm!;
    keep((m) => { m.seen = { at: Date.now(), arm }; });
    inView({ type: 'triggered', trigger: name, token, stayMs: stay() });
    if (arm !== 'shown') notShown(name, 'HELD_OUT');
    send(true);
    view.told = true;
    if (arm !== 'shown') return false;
    try {
      takeAway = show(chance, HOLD && name === 'back-hold', {
        impressed: safe(() => { inView({ type: 'impressed', token }); send(true); }),
        clicked: safe((block, product, url) => {
          inView({ type: 'clicked', token, block, ...(product && { product }), ...(url && { url: url.slice(0, 2048) }) });
          send(true);
        }),
        dismissed: safe((how: Dismissal) => {
          if (how === 'snooze') keep((m) => { m.snoozedUntil = Date.now() + chance.rules.snoozeDays * 86_400_000; });
          inView({ type: 'dismissed', token, how });
          send(true);
          if (HOLD && (how === 'leave' || how === 'back') && !going) hold?.leave();
        }),
      });
      return true;
    } catch {
      inView({ type: 'not-shown', trigger: name, reason: 'RENDER_FAILED' });
      send(true);
      return false;
    }
  };
  let going = false;

  /** Asks for a plan: nothing may wait on the network at the moment of leaving. */
  const ask = (): void => {
    const { id, url, template, product, left } = view;
    const what = [id, template, product].join();
    if (!allowed() || what === asked) return;
    asked = what;
    const { visit, seen, snoozedUntil, recent, bought } = recall();
    post('/v1/plan', {
      ...envelope(), view: id, url: url.slice(0, 2048), template, product, locale: config.locale, framed: false, bundle: HOLD ? 'hold' : 'strict',
      landing: { ...visit!.landing, entry: atEntry() }, left, seen, snoozedUntil, recent, bought,
    }).then((r) => (r.ok ? r.json() : Promise.reject())).then(safe((answer: Plan) => {
      if (what !== asked) return;
      plan = answer;
      planAt = Date.now();
      if (left) trigger('back-landing');
      else if (HOLD && navigator.userActivation?.isActive) hold?.tapped();
    })).catch(() => { if (left) safe(notShown)('back-landing', 'NO_PLAN'); });
  };

  /** What can wait until the page has nothing better to do. */
  const whenIdle = (): void => {
    clearTimeout(idle);
    const run = safe(() => {
      if (!view.product && !view.template) {
        const found = productOnPage(document);
        if (found) product(found);
      }
      const now = recall();
      if (view.left && (view.product || /^(product|cart|checkout|order)$/.test(view.template ?? ''))) view.left = undefined;
      ask();
      // What an earlier page could not deliver.
      if (now.out.some((e) => e.at < Date.now() - FIRST_REPORT)) send();
    });
    idle = window.setTimeout(() => {
      if ('requestIdleCallback' in window) requestIdleCallback(run, { timeout: 800 });
      else run();
    }, 50);
  };

  const newView = (kind: Navigation, start = performance.now(), restored?: typeof view): void => {
    const now = Date.now();
    const url = location.href;
    const wentBack = traversed || kind === 'back-forward';
    const before = recall().visit;
    const landing = !before || now - before.last > VISIT_GAP;
    takeAway?.();
    traversed = leading = false;
    plan = undefined;
    let left: string | undefined;
    keep((m) => {
      if (landing) m.visit = { at: now, last: now, ms: 0, landing: landingOf(url, kind === 'route' ? '' : document.referrer) };
      const visit = m.visit!, last = visit.view, i = index();
      if (wentBack && (i == null || last?.index == null || last.index > i)) left = last?.product;
      visit.last = now;
      visit.view = { index: i };
    });
    const { utm } = memory.visit!.landing;
    view = { id: '', url, left, template: restored?.template, dwell: meter(start, visible()), kept: 0 };
    view.id = tell({
      type: 'page-viewed', url: url.slice(0, 2048), ...(document.referrer && { referrer: document.referrer.slice(0, 2048) }),
      title: document.title.slice(0, 512), ...(view.template && { template: view.template }), landing, ...(landing && utm && { utm }), navigation: kind, entry: atEntry(),
    });
    setTimeout(safe(report), FIRST_REPORT);
  };

  /** A route change of the mall's own router is a new view. */
  const routed = safe(() => {
    if (viewOf(location.href) !== viewOf(view.url)) {
      report();
      facts = undefined;
      newView('route');
      whenIdle();
    }
    traversed = false;
  });

  const viewed = (product: ProductFacts): void => {
    const { id } = product;
    view.product = id;
    inView({ type: 'product-viewed', product });
    keep((m) => {
      m.recent = [id, ...m.recent.filter((other) => other !== id)].slice(0, 20);
      m.visit!.view!.product = id;
    });
  };

  const product = (said: ProductSaid): void => {
    facts = productOf(said, config.currency, location.href);
    if (facts) viewed(facts);
  };

  const consent = (said: Consent): void => {
    const may = said === 'granted' || (said === 'unknown' && !config.consentRequired);
    if (may) {
      remember(Date.now());
      if (said === 'granted') keep((m) => { m.consent = said; });
    } else if (said === 'denied') forget();
    allow(may, said);
  };

  /** The public function, see the README. */
  const calls: Record<string, (said: any) => void> = {
    page: (said?: { template?: Template }) => {
      routed();
      const template = said?.template;
      if (!template || template === view.template) return;
      view.template = template;
      keep((m) => m.out.forEach((e) => { if (e.id === view.id && e.type === 'page-viewed') e.template = template; }));
    },
    product: (said: ProductSaid) => { routed(); product(said); },
    cart: (said: { items?: ItemSaid[]; currency?: string }) => {
      const currency = said.currency || config.currency;
      inView({ type: 'cart-changed', items: itemsOf(said.items, currency), currency });
    },
    order: (said: { id: string | number; amount: number | string; currency?: string; items?: ItemSaid[] }) => {
      const currency = said.currency || config.currency;
      const order = String(said.id).slice(0, 128);
      const amount = minor(said.amount, currency);
      if (amount == null || recall().orders.includes(order)) return;
      const items = itemsOf(said.items, currency);
      inView({ type: 'order-placed', order, amount, currency, items });
      keep((m) => {
        m.orders = [order, ...m.orders].slice(0, 10);
        m.bought = [...new Set([...items.map((i) => i.product), ...m.bought])].slice(0, 50);
      });
      send();
    },
    consent: (said: Consent) => { consent(said); if (said === 'granted') send(); },
    forget: () => { forget(); allow(false, 'denied'); },
  };
  const call = safe(([name, said]: Call) => {
    calls[name]?.(said);
    whenIdle();
  });

  const hold: Hold | undefined = HOLD ? holdBack({
    refusal: () => {
      const reason = why('back-hold', true);
      // Too early to show is not too early to be ready.
      return reason === 'TOO_EARLY' ? undefined : reason;
    },
    leading: () => leading,
    left: () => { try { return trigger('back-hold'); } catch { return false; } },
  }) : undefined;

  // --- start ---
  const entry = performance.getEntriesByType('navigation')[0] as (PerformanceNavigationTiming & { activationStart?: number }) | undefined;
  const kind = entry?.type === 'back_forward' ? 'back-forward' : entry?.activationStart ? 'prerender' : entry?.type ?? 'navigate';
  consent(!config.consentRequired || !consentedBefore() ? 'unknown' : 'granted');
  newView(kind, planted.t);
  const waiting = planted.q as unknown as Call[];
  planted.q = { push: call };
  waiting.forEach(call);
  if (document.readyState === 'loading') document.addEventListener('DOMContentLoaded', whenIdle, { once: true });
  else whenIdle();

  const leaveMoment = (): void => {
    // No way led out of here that we know of: Back, or the tab was closed.
    if (!leading && !(HOLD && hold?.armed())) notShown('back-hold', why('back-hold', false));
  };
  planted.on = safe((e: Event) => {
    if (e.type === 'popstate') {
      if (HOLD && hold?.popped(e as PopStateEvent)) return;
      traversed = true;
      setTimeout(routed);
    } else if (e.type === 'pagehide') {
      going = true;
      takeAway?.(true);
      leaveMoment();
      view.dwell.seen(performance.now(), false, false);
      report(true);
    } else {
      view.dwell.seen(performance.now(), visible(), document.hasFocus());
      if (visible()) back();
      else report(true);
    }
  });
  addEventListener('pageshow', safe((e: PageTransitionEvent) => {
    if (!e.persisted) return;
    going = false;
    back();
    newView('back-forward', performance.now(), view);
    if (facts) viewed(facts);
    whenIdle();
  }));
  nav?.addEventListener('navigate', (e) => { leading = e.downloadRequest == null; });
  nav?.addEventListener('currententrychange', () => { leading = false; setTimeout(routed); });

  let lastInput = 0;
  const passive = { capture: true, passive: true };
  const input = safe((e: Event) => {
    const now = e.timeStamp;
    if (e.isTrusted && now - lastInput > 250) view.dwell.input(Math.max((lastInput = now), planted.t));
  });
  for (const name of ['pointermove', 'pointerdown', 'keydown', 'scroll', 'wheel', 'touchmove']) addEventListener(name, input, passive);
  const tapped = safe((e: Event) => {
    const { button, altKey, ctrlKey, metaKey, key } = e as MouseEvent & KeyboardEvent;
    if (!e.isTrusted || button || altKey || ctrlKey || metaKey || key === 'Escape') return;
    setTimeout(routed);
    // Without the Navigation API, a tap on a link is taken to lead away.
    if (!nav) leading = !!(e.composedPath()[0] as Element).closest?.('a[href]');
    hold?.tapped();
  });
  for (const name of ['click', 'pointerup', 'keydown']) addEventListener(name, tapped, passive);
};

// A second copy does nothing, nor does one in a frame.
if (config && top === self && !planted.on) {
  planted.on = () => { /* taken */ };
  const start = safe(begin);
  if ((document as { prerendering?: boolean }).prerendering) document.addEventListener('prerenderingchange', start, { once: true });
  else start();
}
