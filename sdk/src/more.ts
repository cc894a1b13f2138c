import { config } from './config';
import { productOnPage } from './facts';
import { itemsOf, type ItemSaid } from './items';
import type { Lent } from './lent';
import { minor } from './money';
import { cut } from './text';

// What only cart and order pages need, what a page says of its product, the truth at show time, and which further chunks a plan needs.
export { truth } from './truth';
export { look, open, prepare, slot } from './prepare';

/** Says for a mall that says nothing itself what its page says: its product, or that it is the front page. */
export const read = (...[calls]: Lent): void => {
  const product = productOnPage(document);
  if (product) calls.product!(product);
  else if (location.pathname === '/') calls.page!({ template: 'home' });
};

/** `reload('cart', {items, currency})`: what the cart holds now. */
export const cart = ({ items, currency = config.currency }: { items?: ItemSaid[]; currency?: string }, ...[, here, keep]: Lent): void => {
  const held = itemsOf(items, currency);
  here({ type: 'cart-changed', items: held, currency });
  keep(({ visit }) => { visit!.cart = !!held[0]; });
};

/** `reload('order', {id, amount, currency, items})`, sent at once, and once: also where its page is loaded again, or GA4 is told of it too. */
export const order = (
  { id, amount, currency = config.currency, items }: { id: string | number; amount: number | string; currency?: string; items?: ItemSaid[] },
  ...[, here, keep, send]: Lent
): void => {
  const bought = itemsOf(items, currency), said = cut(id, 128), sum = minor(amount, currency);
  if (!said || sum == null) return;
  let before: string[] = [];
  keep((memory) => {
    before = memory.orders ?? [];
    memory.orders = [...new Set([said, ...before])].slice(0, 20);
  });
  if (before.includes(said)) return;
  here({ type: 'order-placed', order: said, amount: sum, currency, items: bought });
  keep(({ known }) => { known.bought = [...new Set([...bought.map(({ product }) => product), ...known.bought])].slice(0, 50); });
  send();
};
