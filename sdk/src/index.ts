import { holdBack } from './backhold';
import { config, planted } from './config';
import type { Consent, Dismissal, DwellFacts, Fact, Millis, Navigation, Plan, ProductFacts, Reason, Template, Trigger } from './contract';
import { meter } from './dwell';
import { refusal } from './gates';
import { enteredAsLanded, landingOf, VISIT_GAP, viewOf } from './landing';
import { lent, more } from './later';
import { forget, keep, open, recall, remember } from './memory';
import { nav } from './navigation';
import { body, post, send, tell } from './outbox';
import type { Call } from './plant';
import { productOf, type ProductSaid } from './product';
import { show, type TakeAway } from './render';
import { safe } from './safe';
import { cut } from './text';

/** Whether this is the bundle that holds Back. */
declare const HOLD: boolean;

/** This long after it, an input has been answered by a paint, which is not to wait for us. */
const PAINTED = 50;

/** A view is reported first after this long: a page closed in Firefox loses one exit beacon in twenty. */
const FIRST_REPORT = 5_000;

const page = document, firstUrl = location.href;
const clock = (): number => performance.now();

// The view: what is said of it, and what it led to.
let view = '', url = firstUrl, template: Template | undefined, product: ProductFacts | undefined, left: string | undefined;
let dwell: ReturnType<typeof meter>, dwelt = 0, told = false;
let plan: Plan | undefined, planAt: Millis, asked: string | undefined, takeAway: TakeAway | undefined, paint = show;
/** The way elsewhere has begun; the shopper has come by Back or Forward; the page is gone. */
let leading = false, traversed = false, gone = false;
let lastInput = 0;
/** The view that was last tapped: a tap on another one, which the shopper has come back from, is none on this. */
let tapped: string;

const here = (fact: Fact): string => tell(fact, view);

const report = safe((leaving?: boolean) => {
  const lasted: DwellFacts = dwell(clock()), more = lasted.visibleMs - dwelt;
  if (more || !dwelt) {
    dwelt += more;
    keep(({ visit }) => { visit!.ms += more; visit!.last = Date.now(); });
    here({ type: 'dwelled', ...lasted });
  }
  send(leaving);
});

/** Visible milliseconds since landing, with what other tabs have written since. */
const stay = (): number => recall().visit!.ms + dwell(clock()).visibleMs - dwelt;

const atEntry = (): boolean =>
  enteredAsLanded(firstUrl, page.referrer, recall().visit!.landing) && (nav ? nav.currentEntry!.index === +(HOLD && hold!.armed()) : location.href === firstUrl);

const why = (trigger: Trigger, activated: boolean): Reason | undefined => {
  const { known, visit } = recall();
  return refusal(Date.now(), trigger, plan, planAt, known, visit!.at, stay(), HOLD && atEntry(), activated);
};

const notShown = (trigger: Trigger, reason: Reason | undefined): void => {
  if (!told && reason) here({ type: 'not-shown', trigger, reason });
  told = true;
};

/** The leave moment: the same in every arm until something would be drawn. Returns true if the shopper is shown something. */
const trigger = safe((name: Trigger): boolean => {
  let reason = why(name, true), shown = false;
  if (!reason) {
    const { token, arm, rules } = plan as Required<Plan>;
    // A plan is used by one trigger.
    plan!.ttlMs = 0;
    keep(({ known }) => { known.seen = { at: Date.now(), arm }; });
    here({ type: 'triggered', trigger: name, token, stayMs: stay() });
    send(true);
    if (arm === 'shown')
      try {
        takeAway = paint(plan!, safe((what) => {
          if ((what as { how?: Dismissal }).how === 'snooze') keep(({ known }) => { known.snoozedUntil = Date.now() + rules.snoozeDays * 86_400_000; });
          here({ ...what, token });
          send(true);
        }), name, HOLD && name === 'back-hold' && (() => { if (!gone) hold!.leave(); }));
        if (HOLD) shown = true;
      } catch { reason = 'RENDER_FAILED'; }
  }
  notShown(name, reason);
  send(true);
  return HOLD && shown;
});

const hold = HOLD
  // Too early to show is not too early to be ready.
  ? holdBack(() => tapped === view && !leading && (why('back-hold', true) ?? 'TOO_EARLY') === 'TOO_EARLY', () => trigger('back-hold'))
  : undefined;

/** What this view asks for its plan with. */
const asking = (): string => body({
  view, url: cut(url), template, product: product?.id, locale: config.locale, bundle: HOLD ? 'hold' : 'strict',
  landing: { ...recall().visit!.landing, entry: atEntry() }, left, ...recall().known,
});

/** Asks for a plan: nothing may wait on the network at the moment of leaving. */
const ask = async (): Promise<void> => {
  const what = [view, template, product?.id].join();
  if (what === asked || !open) return;
  asked = what;
  let said: Plan | undefined;
  try {
    const answer = await post('/v1/plan', asking());
    if (answer.ok) said = await answer.json();
  } catch { /* no plan, and that is said where it matters */ }
  if (what !== asked) return;
  plan = said;
  planAt = Date.now();
  const ready = plan?.eligible && more('prepare', plan);
  if (HOLD && !left) hold!.hold();
  paint = (await ready) || paint;
  if (left) trigger('back-landing');
};

const run = safe(() => {
  if (page.readyState === 'loading') return;
  if (product || /^[pc]|^or/.test(template!)) left = undefined;
  const goOn = safe(() => {
    ask();
    // What an earlier page could not deliver.
    if (recall().due) more('order');
    if (recall().out[0]!.id < view) send();
  });
  // What a mall does not say, its page may.
  if (!template && !product)
    more('read').then(goOn);
  else goOn();
});
/** What can wait until the page has nothing better to do. */
const whenIdle = (): unknown => (window.requestIdleCallback ?? setTimeout)(run, { timeout: 800 } as never);

const newView = (navigation: Navigation, start = clock()): void => {
  const now = Date.now(), index = nav?.currentEntry!.index;
  const landing = !(now - recall().visit?.last! < VISIT_GAP);
  takeAway?.();
  url = location.href;
  const came = landingOf(url, page.referrer);
  keep((m) => {
    if (landing) m.visit = { at: now, last: now, ms: 0, landing: came };
    const visit = m.visit!;
    left = (traversed || navigation === 'back-forward') && !(visit.index! <= index!) ? visit.product : undefined;
    visit.last = now;
    visit.index = index;
    visit.product = undefined;
  });
  traversed = leading = told = false;
  plan = undefined;
  dwelt = 0;
  dwell = meter(start, !page.hidden);
  view = tell({
    type: 'page-viewed', ...came, template, landing, navigation, entry: atEntry(),
  });
  setTimeout(report, FIRST_REPORT);
  // The same page, seen anew.
  if (product) viewed(product);
  whenIdle();
};

/** A route change of the mall's own router is a new view. */
const routed = safe(() => {
  if (viewOf(location.href) !== viewOf(url)) {
    report();
    template = product = undefined;
    newView('route');
  }
  traversed = false;
});

const viewed = (facts: ProductFacts): void => {
  const { id } = facts;
  if (!id) return;
  // A page of a product is a product page, where the mall does not call it something else.
  if (!template) calls.page!({ template: 'product' });
  product = facts;
  here({ type: 'product-viewed', product });
  keep((m) => {
    m.known.recent = [...new Set([id, ...m.known.recent])].slice(0, 20);
    m.visit!.product = id;
  });
};

/** The public function, see the README. */
const calls: Record<string, (said: any) => void> = {
  page: (said: { template: Template }) => {
    // What is none of the contract's words would cost the whole view.
    template = /^(home|list|search|product|cart|checkout|order)$/.test(said.template) ? said.template : 'other';
    keep((m) => m.out.forEach((e) => { if (e.id === view) (e as { template?: Template }).template = template; }));
  },
  product: (said: ProductSaid) => viewed(productOf(said, url)),
  consent: (said: Consent) => {
    const may = said === 'granted' || (said !== 'denied' && !config.consentRequired);
    remember(may);
    keep((m) => { m.consent = said; });
    if (said !== 'denied') return;
    forget();
    // Who agrees later is somebody new.
    newView('navigate');
  },
  forget: () => calls.consent!('denied'),
  // Written down until `more` has told it, on this page or a later one.
  order: (said) => keep((m) => { m.due = [said, m.due]; }),
};
const call = safe(([name, said]: Call) => {
  routed();
  const known = calls[name];
  if (known) known(said);
  // Unknown here: what most pages do not need.
  else more(name, said);
  whenIdle();
});

lent.push(calls, here, keep, send, trigger, stay, () => [view, product?.id], () => {
  asked = '';
  ask();
}, asking);
// In tasks of their own: together they would be a long one on a slow phone.
setTimeout(safe(() => {
  remember(true);
  calls.consent!(recall().consent);
  newView((performance.getEntriesByType('navigation')[0] as PerformanceNavigationTiming).type.replace('_', '-') as Navigation, planted.t);
}));
setTimeout(() => {
  (planted.q as unknown as Call[]).forEach(call);
  planted.q = { push: call };
  // What was tapped before. Called once at all, so that the first tap of a page does not wait for the browser to compile it.
  planted.on!(HOLD && nav && planted.e || {});
});

planted.on = safe((e: PopStateEvent & PageTransitionEvent & MouseEvent & KeyboardEvent) => {
  const { type } = e;
  gone = type === 'pagehide';
  if (type === 'popstate') {
    if (!(HOLD && hold!.popped(e))) {
      traversed = true;
      setTimeout(routed);
    }
  } else if (type === 'DOMContentLoaded') whenIdle();
  else if (type === 'pageshow') {
    if (e.persisted) newView('back-forward');
  } else if (gone || type === 'visibilitychange') {
    const seen = !page.hidden && !gone;
    dwell(clock(), true, seen);
    if (gone) {
      if (HOLD) takeAway?.('back');
      else takeAway?.();
      // No way led out of here that we know of: Back, or the tab was closed.
      if (!leading && !(HOLD && hold!.armed())) notShown('back-hold', why('back-hold', false));
    }
    // What left by beacon is sent once more, for the answer.
    if (seen) send();
    else report(true);
  } else if (e.isTrusted) {
    const escape = e.key === 'Escape', tap = !escape && /y|up/.test(type);
    // At once: a browser that closes our dialog itself would have it taken for Back.
    if (escape) takeAway?.('escape');
    // Without the Navigation API a tap on a link (in the strict bundle any tap) is taken to lead away, and a route shows afterwards.
    if (tap && !nav) leading = !HOLD || !!(e.target as Element).closest?.('a');
    if (tap || e.timeStamp - lastInput > 250) {
      const on = view, before = HOLD && hold!.where();
      lastInput = e.timeStamp;
      setTimeout(safe(() => {
        dwell(clock(), true);
        if (!nav) routed();
        // Whoever presses Back before this leaves.
        if (HOLD && tap && !(e.button || e.altKey || e.ctrlKey || e.metaKey || before !== hold!.where())) {
          tapped = on;
          hold!.hold();
        }
      }), PAINTED);
    }
  }
});
if (nav) {
  nav.addEventListener('navigate', () => { leading = true; });
  nav.addEventListener('currententrychange', () => { leading = false; setTimeout(routed); });
}
