import { readable } from './colour';
import type { Block, BlockKind, Dismissal, Plan, PlannedProduct, Trigger } from './contract';
import { el, picture, SAFE, type Part } from './element';
import { announce, fitting, further, half, hasFurther, inkOf, nudge, placeOf, presentationOf } from './further';
import { more } from './later';
import { percentOff, spoken } from './money';
import { css } from './style';
import { truth, type Card } from './truth';

/** Whether this is the bundle that holds Back; whether it is the chunk that can draw all there is. */
declare const HOLD: boolean, FULL: boolean;

/** What the shopper did with the reload page; the plan's token is added by who hears it. */
export type Heard =
  | { type: 'impressed' }
  | { type: 'clicked'; block: BlockKind; product?: string | undefined }
  | { type: 'dismissed'; how: Dismissal };

/** Takes the reload page away, because the shopper has pressed Escape or has gone Back all the same, or silently. */
export type TakeAway = (how?: Dismissal) => void;

/**
 * Shows the reload page of a plan. A bundle draws the four blocks as a page of its own (where Back was held) or as a sheet at the bottom,
 * which covers nothing the shopper needs and moves nothing; the chunk `blocks` draws every block in every presentation. Throws where the
 * browser cannot draw it.
 *
 * @param leaving goes where Back would have gone; only what is shown instead of that has it
 * @param slot where `inline` goes
 */
export const show = (plan: Plan, heard: (what: Heard) => void, trigger: Trigger, leaving: (() => void) | false, slot?: Element): TakeAway => {
  const { words, theme, blocks, spares, locale } = plan.page!, goods = plan.products!;
  const leave = (HOLD || FULL) && leaving, { radius = 8, font, logo } = theme, { accent, background, text } = FULL ? inkOf(theme) : theme;
  const place = FULL && placeOf(plan.triggers[trigger].presentation, slot);
  const as = FULL && (place ? 'inline' : presentationOf(plan.triggers[trigger].presentation, !!leave)), modal = FULL ? as === 'page' : HOLD && !!leave;
  const inline = FULL && as === 'inline', asked = FULL && trigger === 'link', title = (FULL && trigger === 'return' && words.resume) || words.title;
  const html = document.documentElement, was = html.style.cssText, host = document.createElement('reload-page'), root = host.attachShadow({ mode: 'closed' }), looks = new CSSStyleSheet();
  host.lang = locale;
  looks.replaceSync(`${css}:host>*{${HOLD || FULL ? `--a:${accent};--i:${readable(accent, accent)};` : ''}--l:${readable(accent, background)};--b:${background};--t:${readable(text, background)};--r:${radius}px;font:14px/1.45 ${
    font || getComputedStyle(document.body).fontFamily}}`);
  root.adoptedStyleSheets = [looks];

  let over = false, clicked = false;
  const end = (how?: Dismissal | false): void => {
    if (over) return;
    over = true;
    // Gives the focus back.
    if ((HOLD || FULL) && !inline) dialog.close!();
    if (FULL && back) back.focus();
    host.remove();
    if (modal) html.style.cssText = was;
    if (how) heard({ type: 'dismissed', how });
    if (leave && (how === 'leave' || how === 'back')) leave();
  };
  const button = (label: string, how: Dismissal, look = ''): HTMLButtonElement => {
    const b = el('button', look, label);
    b.onclick = () => end(how);
    return b;
  };
  const fill = (a: HTMLAnchorElement, { id, url, name, text, image, price, salePrice, currency, inStock, badge }: Partial<PlannedProduct & Block>): void => {
    const off = percentOff(price!, salePrice), money = (n: number): string => spoken(n, currency!, locale);
    a.id = id ?? '';
    // Products are learnt from what pages say: nothing but an address may become a link.
    if (SAFE.test(url!)) a.href = url!;
    a.replaceChildren(el('figure', '', picture(image, FULL && !name && !text ? title : ''), FULL && badge && el('i', 'e', badge)), el('div', '', el('p', '', name ?? text), ...(id
      ? [el('b', '', el('span', '', inStock ? off && off + '%' : words.soldOut), ' ', money(off ? salePrice! : price!)), ' ', off && el('s', '', money(price!))]
      : []) as Node[]));
  };
  /** What happens when a link of a block is followed. */
  const follow = (a: HTMLAnchorElement, block: BlockKind): HTMLAnchorElement => {
    a.onclick = () => {
      if (HOLD || FULL) clicked = true;
      heard({ type: 'clicked', block, product: a.id || undefined });
      // Where it leads to is the page below.
      if (!(HOLD || FULL) || inline || a.href !== location.href) return;
      end();
      return false;
    };
    return a;
  };
  const cards: Card[] = [];
  const drawn = (block: Block): Part => {
    const { kind } = block, again = kind === 'product-again', banner = kind === 'banner';
    if (FULL && hasFurther(block)) return further(block, words, locale, (a) => follow(a, kind), () => over);
    const made = (banner ? [block] : block.products!.map((id) => goods[id]!).filter((product) => product)).map((what, _, all) => {
      const a = follow(el('a', banner ? 'k' : modal && again && !all[1] ? 'w' : ''), kind);
      fill(a, what);
      if (!banner) cards.push([a, what as PlannedProduct, again]);
      return a;
    });
    // A banner is called by none.
    const name = words[kind as 'popular'];
    return made[0] && el('section', '', name && el(FULL && inline ? 'h3' as 'h2' : 'h2', '', name), el('div', !(HOLD || FULL) || made[1] ? 'g' : '', ...made));
  };
  const snooze = !asked && button(words.snooze, 'snooze', 'z'), heading = el(FULL && inline ? 'h2' as 'h1' : 'h1', '', title), close = button('✕', 'stay');
  close.ariaLabel = (FULL && words.close) || words.stay;
  // Landmarks are the mall's: these are none.
  const dialog = el(
    (inline ? 'section' : 'dialog') as 'dialog', FULL ? as as string : '',
    el('div', 'h', modal && picture(logo, ''), heading, !inline && !(modal && leave) && close),
    el('div', 'm', ...(FULL ? fitting(blocks, as, trigger, goods) : blocks).map(drawn)),
    !inline && (leave ? el('div', 'f', button(words.leave, 'leave'), modal && button(words.stay, 'stay', 'y'), snooze) : snooze),
  );
  dialog.ariaLabel = title;
  /** It is to be seen: if it still is in 100 ms, that was an impression. */
  const seen = (): unknown => setTimeout(() => { if (!over) heard({ type: 'impressed' }); }, 100);
  root.append(dialog);
  ((FULL && place) || html).append(host);
  if (HOLD || FULL) heading.tabIndex = -1;
  const back = FULL && asked && !modal && (document.activeElement as HTMLElement | null);
  if (modal) {
    heading.autofocus = true;
    // Closed by neither our buttons nor Escape: on Android that is the Back gesture, and Back leaves.
    dialog.onclose = () => end('back');
    dialog.showModal();
    // One thing scrolls, and nothing moves for want of a scrollbar.
    html.style.cssText += ';overflow:hidden;scrollbar-gutter:stable';
  } else if (!inline) {
    dialog.open = true;
    if (FULL && back) heading.focus();
    else if (FULL) announce(dialog);
    if (FULL) nudge(dialog);
  }
  // What lies over the page is in the window as soon as a frame is drawn; what stands in it is where half of it is.
  if (inline) half(dialog, seen);
  else requestAnimationFrame(seen);

  if (FULL) truth(cards, spares, fill).catch(() => { /* what was planned stands */ });
  else more('shown', dialog, cards, spares, fill);

  return HOLD || FULL ? (how) => end(how === 'back' && (clicked || !leave) ? false : how) : end;
};
