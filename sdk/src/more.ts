import type { Fact, Item, PlannedProduct } from './contract';
import type { Memory } from './memory';
import { productOnPage } from './facts';
import { minor } from './money';
import { cut } from './text';

// The second bundle: what only cart and order pages need, what a page says of its product, and the truth at show time.
/** An item of a cart or an order, as said: `price` is of one piece, in major units. */
export interface ItemSaid { id: string | number; quantity?: number; price?: number | string }

/** The items of a cart or an order, in the contract's shape. */
export const itemsOf = (said: ItemSaid[] | undefined, currency: string): Item[] =>
  (said || []).slice(0, 100).map((item) => ({
    product: cut(item.id, 128)!, quantity: Math.max(1, Math.floor(item.quantity || 1)), price: minor(item.price, currency),
  })).filter(({ product }) => product);

/** Says for a mall that says nothing itself what its page says: its product, or that it is the front page. */
export const read = (page: Document, calls: Record<string, (said: unknown) => void>): void => {
  const product = productOnPage(page);
  if (product) calls.product!(product);
  else if (location.pathname === '/') calls.page!({ template: 'home' });
};

type Tell = (fact: Fact) => void;

/** `reload('cart', {items, currency})`: what the cart holds now. */
export const cart = ({ items, currency }: { items?: ItemSaid[]; currency?: string }, mallCurrency: string, tell: Tell): void => {
  currency ||= mallCurrency;
  tell({ type: 'cart-changed', items: itemsOf(items, currency), currency });
};

/** `reload('order', {id, amount, currency, items})`, sent at once. */
export const order = (
  { id, amount, currency, items }: { id: string | number; amount: number | string; currency?: string; items?: ItemSaid[] },
  mallCurrency: string, tell: Tell, keep: (change: (memory: Memory) => void) => void, send: () => void,
): void => {
  currency ||= mallCurrency;
  const bought = itemsOf(items, currency), said = cut(id, 128), sum = minor(amount, currency);
  if (!said || sum == null) return;
  tell({ type: 'order-placed', order: said, amount: sum, currency, items: bought });
  keep(({ known }) => { known.bought = [...new Set([...bought.map(({ product }) => product), ...known.bought])].slice(0, 50); });
  send();
};

/** A good on the reload page: where it stands, what was planned for it, whether it is the very product the shopper came from. */
export type Card = [place: HTMLAnchorElement, planned: PlannedProduct, again: boolean];

/**
 * Puts the truth of this moment in place of the plan's, if it comes within 300 ms: what is gone or sold out makes room for a spare, in the
 * same place and of the same size. Where no spare is left, what is sold out says so, and what is gone leaves its place empty.
 */
export const truth = async (address: string, cards: Card[], spares: string[], fill: (place: HTMLAnchorElement, product: PlannedProduct) => void): Promise<void> => {
  const shown = cards.map(([, { id }]) => id);
  const answer = await fetch(address + [...shown, ...spares].map(encodeURIComponent), { signal: AbortSignal.timeout(300), credentials: 'omit' });
  const { products } = (await answer.json()) as { products: Record<string, PlannedProduct> };
  const spare = spares.filter((id) => products[id]?.inStock && !shown.includes(id));
  for (const [place, planned, again] of cards) {
    const now = products[planned.id];
    const next = now && (again || now.inStock) ? now : products[(!again && spare.shift()) || ''] ?? now;
    if (!next) place.style.visibility = 'hidden';
    else if (JSON.stringify(next) !== JSON.stringify(planned)) fill(place, next);
  }
};
