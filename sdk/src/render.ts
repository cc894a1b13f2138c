import type { Block, BlockKind, Dismissal, Plan, PlannedProduct, ReloadPage } from './contract';
import { inkOn, readable } from './colour';
import { config } from './memory';
import { percentOff, spoken } from './money';
import { css } from './style';

declare const HOLD: boolean;

/** What the shopper did with the reload page. */
export interface Heard {
  impressed(): void;
  clicked(block: BlockKind, product: string | undefined, url: string): void;
  dismissed(how: Dismissal): void;
}

const el = <K extends keyof HTMLElementTagNameMap>(tag: K, name = '', ...inside: (Node | string | undefined | false)[]): HTMLElementTagNameMap[K] => {
  const e = document.createElement(tag);
  e.className = name;
  e.append(...(inside.filter((i) => i) as Node[]));
  return e;
};

const picture = (url: string): HTMLImageElement => {
  const img = el('img');
  img.alt = '';
  img.loading = 'lazy';
  img.decoding = 'async';
  img.onerror = () => { img.style.visibility = 'hidden'; };
  img.src = url;
  return img;
};

/** Only the web's own addresses: a plan cannot make the page run anything. */
const web = (url: string): string => (/^https?:/.test(new URL(url, location.href).protocol) ? url : '#');

/**
 * Shows the reload page of a plan: `modal` as a page of its own (the Back hold), else as a sheet at the bottom that covers nothing the
 * shopper needs and moves nothing. Returns a function that takes it away; `true` says that the shopper has left by going back.
 * Throws where the browser cannot draw it.
 */
export const show = (plan: Plan, modal: boolean, heard: Heard): ((gone?: boolean) => void) => {
  const { words, theme, blocks, spares, locale = config.locale } = plan.page as ReloadPage;
  const goods = plan.products!;
  const host = document.createElement('reload-page');
  host.style.setProperty('display', 'contents', 'important');
  const root = host.attachShadow({ mode: 'closed' });
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(css);
  root.adoptedStyleSheets = [sheet];

  const watch = new AbortController();
  const heading = el('h1', '', words.title);
  const dialog = el('dialog', modal ? '' : 's');
  heading.id = 't';
  heading.tabIndex = -1;
  dialog.setAttribute('aria-labelledby', 't');
  dialog.lang = locale;
  const look: Record<string, string> = {
    a: theme.accent, i: inkOn(theme.accent), l: readable(theme.accent, theme.background), b: theme.background,
    t: readable(theme.text, theme.background), r: (theme.radius ?? 8) + 'px',
    f: theme.font || getComputedStyle(document.body).fontFamily,
  };
  for (const name in look) dialog.style.setProperty('--' + name, look[name]!);

  let over = false;
  const end = (how?: Dismissal): void => {
    if (over) return;
    over = true;
    watch.abort();
    if (how) heard.dismissed(how);
    dialog.close();
    host.remove();
  };
  const button = (label: string, name: string, how: Dismissal): HTMLButtonElement => {
    const b = el('button', name, label);
    b.onclick = () => end(how);
    return b;
  };

  let clicked = false;
  const link = (name: string, block: BlockKind): HTMLAnchorElement => {
    const a = el('a', name);
    a.onclick = () => {
      clicked = true;
      heard.clicked(block, a.dataset.id, a.href);
      // The page it leads to is the one below.
      if (a.href === location.href) { end(); return false; }
      return true;
    };
    return a;
  };
  const fill = (a: HTMLAnchorElement, p: PlannedProduct): void => {
    const off = percentOff(p.price, p.salePrice);
    const money = (n: number): string => spoken(n, p.currency, locale);
    a.dataset.id = p.id;
    a.href = web(p.url);
    a.classList.toggle('x', !p.inStock);
    a.replaceChildren(
      el('span', 'p', p.image && picture(p.image) as never, !p.inStock && words.soldOut && el('i', '', words.soldOut) as never),
      el('span', 'n', p.name),
      el('span', 'c', off > 0 && el('b', 'o', off + '%'), el('b', '', money(off ? p.salePrice! : p.price)), off > 0 && el('s', '', money(p.price))),
    );
  };
  const cards: { a: HTMLAnchorElement; id: string; fixed: boolean }[] = [];
  const drawn = ({ kind, products, image, text, url }: Block): HTMLElement | undefined => {
    if (kind === 'banner') {
      const a = link('k', kind);
      if (url) a.href = web(url);
      if (image) a.append(picture(image));
      if (text) a.append(el('b', '', text));
      return el('section', '', a);
    }
    const known = (products ?? []).filter((id) => goods[id]);
    const again = kind === 'product-again';
    const made = known.map((id) => {
      const a = link(modal && again && !known[1] ? 'w' : '', kind);
      fill(a, goods[id]!);
      cards.push({ a, id, fixed: again });
      return a;
    });
    const title = { 'product-again': words.productAgain, 'goes-with': words.goesWith, popular: words.popular }[kind];
    return made[0] && el('section', '', title && title !== words.title && el('h2', '', title) as never, el('div', made[1] ? 'g' : '', ...made));
  };

  const close = !modal && button('✕', '', 'stay');
  if (close) close.ariaLabel = words.stay;
  dialog.append(
    el('header', '', theme.logo && picture(theme.logo) as never, heading, close),
    el('main', '', ...blocks.map(drawn)),
    el('footer', '', modal && button(words.leave, '', 'leave'), modal && button(words.stay, 'y', 'stay'), button(words.snooze, 'z', 'snooze')),
  );
  root.append(dialog);
  document.documentElement.append(host);
  if (HOLD && modal) {
    let escape = false;
    heading.autofocus = true;
    addEventListener('keydown', (e) => { escape = e.key === 'Escape'; }, { capture: true, signal: watch.signal });
    // Closed by neither our buttons nor Escape: on Android that is the Back gesture, and Back leaves.
    dialog.onclose = () => end(escape ? 'escape' : 'back');
    dialog.showModal();
  } else dialog.open = true;

  // At least half of it visible for 100 ms.
  let timer = 0;
  const eye = new IntersectionObserver(([entry]) => {
    clearTimeout(timer);
    if (entry!.intersectionRatio >= 0.5) timer = window.setTimeout(() => { eye.disconnect(); heard.impressed(); }, 100);
  }, { threshold: 0.5 });
  eye.observe(dialog);
  watch.signal.onabort = () => { eye.disconnect(); clearTimeout(timer); };

  // The truth now: what is gone makes room for a spare, in the same place and of the same size.
  const truth = new AbortController();
  setTimeout(() => truth.abort(), 300);
  const shown = cards.map((c) => c.id);
  const asked = [...new Set([...shown, ...spares])];
  fetch(`${config.base}/v1/products?mall=${config.key}&ids=${asked.map(encodeURIComponent)}`, { signal: truth.signal, credentials: 'omit' })
    .then((r) => (r.ok ? r.json() : Promise.reject()))
    .then(({ products }: { products: Record<string, PlannedProduct> }) => {
      const spare = spares.filter((id) => !shown.includes(id) && products[id]?.inStock);
      for (const { a, id, fixed } of cards) {
        const now = products[id];
        const next = now && (fixed || now.inStock) ? now : products[(!fixed && spare.shift()) || ''] ?? now;
        if (next) { if (JSON.stringify(next) !== JSON.stringify(goods[id])) fill(a, next); }
        else a.style.visibility = 'hidden';
      }
    })
    .catch(() => { /* no answer in time: the plan stands */ });

  return (gone) => end(gone && modal && !clicked ? 'back' : undefined);
};
