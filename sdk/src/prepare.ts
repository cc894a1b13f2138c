import type { Millis, Plan } from './contract';
import type { Inside } from './inside';
import { later } from './later';
import type { Lent } from './lent';
import type { show } from './render';
import { safe } from './safe';

/** File names of the further chunks, from the build. */
declare const SIGNALS: string, BLOCKS: string;

/** A page view with a plan, as the chunks know it. */
export interface Page {
  plan: Plan;
  view: string;
  product: string | undefined;
  /** The view that is now. */
  now: () => string;
  here: Lent[1];
  keep: Lent[2];
  send: Lent[3];
  trigger: Lent[4];
  stay: Lent[5];
  again: Lent[7];
  /** When the plan came. */
  planAt: Millis;
}

type Blocks = typeof import('./blocks');

/** The page as it is now, and the calls of the mall that wait for the chunk. */
let page: Page | undefined, waiting: ((blocks: Blocks) => void)[] = [];

/** Uses the chunk that draws all there is; what is answered draws reload pages from then on. */
const blocks = async (use: (blocks: Blocks) => void): Promise<typeof show | undefined> => {
  let by: typeof show | undefined;
  if (!page) waiting.push(use);
  else await later<Blocks>(BLOCKS, (chunk) => {
    by = chunk.show;
    chunk.begin(page!);
    use(chunk);
  });
  return by;
};

/** `reload('open')`: shows what the shopper has asked for. */
export const open = (): unknown => blocks((chunk) => chunk.answer());

/** `reload('slot', element)`: where `inline` goes. */
export const slot = (place: Element): unknown => blocks((chunk) => chunk.fill(place));

const CONTROL = '[data-reload-link]';

/** A tap on the mall's own control. What is a link leads where it leads only if nothing can be shown. */
const asked = safe((e: MouseEvent): void => {
  if (e.ctrlKey || e.metaKey || e.shiftKey || !(e.target as Element).closest?.(CONTROL) || page!.view !== page!.now()) return;
  const { armed, reason } = page!.plan.triggers.link;
  if (!armed) return void page!.here({ type: 'not-shown', trigger: 'link', reason: reason! });
  e.preventDefault();
  open();
});

/** Whether the bundle cannot draw what this plan may show at a moment that is not asked for. */
const needsMore = ({ triggers, page: shown, products }: Plan): boolean =>
  Object.entries(triggers).some(([name, { armed, presentation }]) => armed && !/^l?in/.test(name) && presentation !== (name === 'back-hold' ? 'page' : 'sheet')) ||
  triggers.return?.armed || /^[da]/.test(shown!.theme.scheme!) || shown!.blocks.some(({ kind, text }) => /^[cr]/.test(kind) || (kind === 'banner' && !text)) || Object.values(products!).some(({ badge }) => badge);

/**
 * Looks at a plan as it comes: which signs are to be watched, what is to be drawn, and loads for that. Answers what draws reload
 * pages from now on, where it is not the bundle.
 */
export const prepare = (plan: Plan, ...[, here, keep, send, trigger, stay, at, again]: Lent): false | Promise<typeof show | undefined> => {
  const { triggers } = plan, first = !page, [view, product] = at();
  page = { plan, view, product, now: () => at()[0], here, keep, send, trigger, stay, again, planAt: Date.now() };
  keep(({ visit }) => {
    if (visit!.counted === view) return;
    visit!.counted = view;
    visit!.views = (visit!.views ?? 0) + 1;
    if (product) visit!.products = [...new Set([product, ...(visit!.products ?? [])])].slice(0, 10);
  });
  if (first) addEventListener('click', asked, true);
  if (triggers['leave-signal']?.armed || triggers.return?.armed) later<typeof import('./signals')>(SIGNALS, (chunk) => chunk.watch(page!));
  const waited = waiting;
  waiting = [];
  const needed = waited[0] || needsMore(plan) || (triggers.inline?.armed && document.querySelector('[data-reload-slot]'));
  return !!needed && blocks((chunk) => waited.forEach((use) => use(chunk)));
};

/** `reload('look', hear)`: for the chunks that look inside. */
export const look = (hear: (inside: Inside) => void, ...[, , keep, , , stay, at, , asking]: Lent): void =>
  hear({ keep, stay, at, asking, plan: () => (page?.view === at()[0] ? [page.plan, page.planAt] : undefined) });
