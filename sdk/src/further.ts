import type { Block, Colours, CustomNode, Millis, PlannedProduct, Presentation, Theme, Trigger, Words } from './contract';
import { el, picture, SAFE, type Part } from './element';

// What only the chunk `blocks` draws: coupons, countdowns, what the mall has written itself, and the colours of the dark.

const DARK: Pick<Colours, 'background' | 'text'> = { background: '#16181c', text: '#f1f1ee' };

/** The colours for this shopper's device: light, unless the mall has said dark or leaves it to the device. */
export const inkOf = (theme: Theme): Colours => {
  const { scheme, dark } = theme;
  return scheme === 'dark' || (scheme === 'auto' && matchMedia('(prefers-color-scheme:dark)').matches) ? { ...theme, ...DARK, ...dark } : theme;
};

/** Where `inline` goes: the slot it was asked for, or one of the page that can be filled without moving what the shopper sees. */
export const placeOf = (as: Presentation | undefined, slot?: Element): Element | undefined => {
  if (slot || as !== 'inline') return slot;
  return [...document.querySelectorAll('[data-reload-slot]')].find((place) => {
    const { top, height } = place.getBoundingClientRect();
    return !place.firstChild && (top >= innerHeight || height >= 160);
  });
};

/** What is shown over the page: a sheet, too, where the page has no place for `inline`. */
export const presentationOf = (as: Presentation | undefined, leave: boolean): Presentation => (as === 'inline' ? 'sheet' : as ?? (leave ? 'page' : 'sheet'));

/** The blocks for this place: a bar has room for one good, and on the product's own page nobody who looks for others needs it again. */
export const fitting = (blocks: Block[], as: Presentation | false, trigger: Trigger, goods: Record<string, PlannedProduct>): Block[] => {
  const with1 = blocks.find(({ products }) => products?.some((id) => goods[id]));
  if (as === 'bar') return [with1 ? { ...with1, products: with1.products!.filter((id) => goods[id]).slice(0, 1) } : blocks[0]!];
  const others = /^l?in/.test(trigger) ? blocks.filter(({ kind }) => kind !== 'product-again') : [];
  return others[0] ? others : blocks;
};

/** Whether a bundle cannot draw this block. */
export const hasFurther = ({ kind }: Block): boolean => /^c/.test(kind);

const two = (n: number): string => `${n}`.padStart(2, '0');

/** How long is left as shoppers of that language read it: 2일 03:04:05. */
export const left = (ms: Millis, locale: string): string => {
  const s = Math.ceil(ms / 1000), days = Math.floor(s / 86_400);
  return (days ? new Intl.NumberFormat(locale, { style: 'unit', unit: 'day', unitDisplay: 'long' }).format(days) + ' ' : '') +
    [Math.floor(s / 3600) % 24, Math.floor(s / 60) % 60, s % 60].map(two).join(':');
};

/** Counts down to a real end, where everything it belongs to goes away. */
const countdown = (endsAt: Millis, locale: string, of: () => Element, over: () => boolean): HTMLElement => {
  const time = el('b', 'n');
  time.role = 'timer';
  const tick = (): void => {
    const ms = endsAt - Date.now();
    if (over()) return;
    if (ms <= 0) return of().remove();
    time.textContent = left(ms, locale);
    setTimeout(tick, ms % 1000 || 1000);
  };
  // The element it is to take away is there only then.
  setTimeout(tick);
  return time;
};

const coupon = ({ text, code, url }: Block, words: Words, follow: (a: HTMLAnchorElement) => HTMLAnchorElement): Part[] => {
  const copy = el('button', 'c', words.copy ?? code), said = el('p', 'v'), shown = el('code', '', code);
  said.role = 'status';
  copy.onclick = () => {
    const copied = (): void => { copy.textContent = said.textContent = words.copied ?? '✓'; };
    // Where the browser does not let us, the code is selected, to be copied by hand.
    const byHand = (): void => { getSelection()?.selectAllChildren(shown); };
    navigator.clipboard ? navigator.clipboard.writeText(code!).then(copied, byHand) : byHand();
  };
  const name = url && SAFE.test(url) ? follow(el('a', '', text)) : el('p', '', text);
  if (name instanceof HTMLAnchorElement) name.href = url!;
  return [name, el('div', 'o', shown, copy), said];
};

/** What the mall has written: the server has cleaned it, and only these tags are made here whatever it says. */
const custom = (node: CustomNode, follow: (a: HTMLAnchorElement) => HTMLAnchorElement): Part => {
  if (typeof node === 'string') return node;
  const { tag, text, href, src, alt, nodes = [] } = node;
  if (!/^(h2|p|b|i|ul|li|br|a|img)$/.test(tag)) return;
  if (tag === 'img') return src && SAFE.test(src) && picture(src, alt ?? '');
  const e = el(tag, '', text, ...nodes.map((inner) => custom(inner, follow)));
  if (tag === 'a' && href && SAFE.test(href)) (follow(e as HTMLAnchorElement)).href = href;
  return e;
};

/** A block that is no goods; nothing once it has ended. */
export const further = (block: Block, words: Words, locale: string, follow: (a: HTMLAnchorElement) => HTMLAnchorElement, over: () => boolean): Part => {
  const { kind, text, endsAt, nodes } = block;
  if (endsAt! <= Date.now()) return;
  const ends = endsAt && el('p', '', el('span', '', words.endsIn), ' ', countdown(endsAt, locale, () => made, over));
  const made: HTMLElement = el('section', 't ' + kind, ...(
    kind === 'coupon' ? coupon(block, words, follow) : kind === 'countdown' ? [el('p', '', text)] : nodes!.map((node) => custom(node, follow))), ends);
  return made;
};

/** Says to who cannot see it that something has come up; the focus stays where it is. */
export const announce = (dialog: Element): void => {
  const said = el('p', '');
  said.role = 'status';
  // A bundle's style sheet knows nothing of it.
  said.style.cssText = 'position:absolute;top:0;width:1px;height:1px;clip-path:inset(50%)';
  dialog.append(said);
  // A change is heard, what is there from the beginning is not.
  setTimeout(() => { said.textContent = dialog.ariaLabel; }, 200);
};

/** Says once when half of it is in the window, or half of the window is filled with it. */
export const half = (place: Element, seen: () => unknown): void => {
  const eye = new IntersectionObserver(([entry]) => {
    if (entry!.intersectionRatio < 0.5 && entry!.intersectionRect.height < innerHeight / 2) return;
    eye.disconnect();
    seen();
  }, { threshold: [0, 0.1, 0.2, 0.3, 0.4, 0.5] });
  eye.observe(place);
};

/** For a mouse, which cannot swipe: a button that goes on along what does not fit, and back from its end. Keys go there by themselves. */
export const nudge = (dialog: Element): void => {
  const row = dialog.querySelector('.m')!;
  if (row.scrollWidth <= row.clientWidth || !matchMedia('(hover:hover)').matches) return;
  const b = el('button', 'x', '›');
  b.tabIndex = -1;
  b.ariaHidden = 'true';
  const atEnd = (): boolean => row.scrollLeft + row.clientWidth >= row.scrollWidth - 1;
  b.onclick = () => row.scrollBy({ left: atEnd() ? -row.scrollWidth : row.clientWidth * 0.8, behavior: matchMedia('(prefers-reduced-motion:reduce)').matches ? 'auto' : 'smooth' });
  row.addEventListener('scroll', () => { b.textContent = atEnd() ? '‹' : '›'; }, { passive: true });
  dialog.append(b);
};
