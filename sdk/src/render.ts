import { readable } from './colour';
import type { Block, BlockKind, Dismissal, Plan, PlannedProduct } from './contract';
import { later } from './later';
import { config } from './memory';
import type { Card } from './more';
import { percentOff, spoken } from './money';
import { css } from './style';

declare const HOLD: boolean;

/** What the shopper did with the reload page; the plan's token is added by who hears it. */
export type Heard =
  | { type: 'impressed' }
  | { type: 'clicked'; block: BlockKind; product: string | undefined }
  | { type: 'dismissed'; how: Dismissal };

type Part = Node | string | false | 0 | undefined | null;

/** An element and what is in it; the parts that are nothing are left out. */
const el = <K extends keyof HTMLElementTagNameMap>(tag: K, look: string, ...parts: Part[]): HTMLElementTagNameMap[K] => {
  const e = document.createElement(tag);
  e.className = look;
  e.append(...(parts.filter((part) => part) as Node[]));
  return e;
};

const picture = (url?: string): Part => {
  if (!url) return;
  const img = el('img', '');
  // Also makes a picture that does not come leave nothing but the tint behind it.
  img.alt = '';
  img.loading = 'lazy';
  img.src = url;
  return img;
};

/**
 * Shows the reload page of a plan: as a page of its own (the Back hold), else as a sheet at the bottom, which covers nothing the shopper
 * needs and moves nothing. Throws where the browser cannot draw it.
 *
 * @param leave goes where Back would have gone; only the page of its own has it
 * @return takes it away; with true because the shopper went back all the same
 */
export const show = (plan: Plan, heard: (what: Heard) => void, leave: (() => void) | false): ((gone?: boolean) => void) => {
  const { words, theme, blocks, spares, locale = config.locale } = plan.page!, goods = plan.products!;
  const { accent, background, text, radius = 8, font, logo } = theme;
  const host = document.createElement('reload-page'), root = host.attachShadow({ mode: 'closed' }), looks = new CSSStyleSheet();
  looks.replaceSync(`${css}dialog{--a:${accent};--i:${readable(accent, accent)};--l:${readable(accent, background)};--b:${background};--t:${readable(text, background)};--r:${radius}px;font:14px/1.45 ${
    font || getComputedStyle(document.body).fontFamily}}`);
  root.adoptedStyleSheets = [looks];

  let over = false, clicked = false, escape = false;
  const end = (how?: Dismissal | false): void => {
    if (over) return;
    over = true;
    host.remove();
    if (how) heard({ type: 'dismissed', how });
    if (HOLD && leave && (how === 'leave' || how === 'back')) leave();
  };
  const button = (label: string, how: Dismissal, look = ''): HTMLButtonElement => {
    const b = el('button', look, label);
    b.onclick = () => end(how);
    return b;
  };
  const fill = (a: HTMLAnchorElement, { id, url, name, text, image, price, salePrice, currency, inStock }: Partial<PlannedProduct & Block>): void => {
    const off = percentOff(price!, salePrice), money = (n: number): string => spoken(n, currency!, locale);
    a.id = id ?? '';
    // Products are learnt from what pages say: nothing but an address may become a link.
    if (/^(http|\/)/.test(url!)) a.href = url!;
    a.replaceChildren(el('figure', '', picture(image)), el('div', '', el('p', '', name ?? text), ...(id
      ? [el('b', '', el('span', '', inStock ? off && off + '%' : words.soldOut), ' ', money(off ? salePrice! : price!)), ' ', off && el('s', '', money(price!))]
      : []) as Node[]));
  };
  const cards: Card[] = [];
  const drawn = (block: Block): Part[] => {
    const { kind } = block, again = kind === 'product-again', banner = kind === 'banner';
    const inside = banner ? [block] : block.products!.map((id) => goods[id]!).filter((product) => product);
    const made = inside.map((what) => {
      const a = el('a', banner ? 'k' : HOLD && leave && again && !inside[1] ? 'w' : '');
      a.onclick = () => {
        if (HOLD) clicked = true;
        heard({ type: 'clicked', block: kind, product: a.id || undefined });
        // Where it leads to is the page below.
        if (!HOLD || a.href !== location.href) return;
        end();
        return false;
      };
      fill(a, what);
      if (!banner) cards.push([a, what as PlannedProduct, again]);
      return a;
    });
    if (!HOLD || !leave || !made[0]) return made;
    const title = again ? words.productAgain : kind === 'popular' ? words.popular : words.goesWith;
    return [el('section', '', !banner && el('h2', '', title), made[1] ? el('div', 'g', ...made) : made[0])];
  };
  const snooze = button(words.snooze, 'snooze', 'z'), heading = el('h1', '', words.title), close = button('✕', 'stay');
  close.ariaLabel = words.stay;
  const dialog = el(
    'dialog', '',
    el('header', '', HOLD && leave && picture(logo), heading, !(HOLD && leave) && close),
    el('main', '', ...blocks.flatMap(drawn)),
    HOLD && leave ? el('footer', '', button(words.leave, 'leave'), button(words.stay, 'stay', 'y'), snooze) : snooze,
  );
  dialog.ariaLabel = words.title;
  // At least half of it visible for 100 ms.
  const eye = new IntersectionObserver(([seen]) => {
    if (seen!.intersectionRatio < 0.5) return;
    eye.disconnect();
    setTimeout(() => { if (!over) heard({ type: 'impressed' }); }, 100);
  }, { threshold: 0.5 });
  root.append(dialog);
  document.documentElement.append(host);
  if (HOLD && leave) {
    heading.tabIndex = -1;
    heading.autofocus = true;
    addEventListener('keydown', (e) => { escape = e.key === 'Escape'; }, true);
    // Closed by neither our buttons nor Escape: on Android that is the Back gesture, and Back leaves.
    dialog.onclose = () => end(escape ? 'escape' : 'back');
    dialog.showModal();
  } else dialog.open = true;
  eye.observe(dialog);

  later(({ truth }) => truth(`${config.base}/v1/products?mall=${config.key}&ids=`, cards, spares, fill));

  return (gone) => end(HOLD && leave && gone && !clicked && 'back');
};
