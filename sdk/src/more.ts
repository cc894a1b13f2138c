import { config } from './config';
import { productOnPage } from './facts';
import { announce } from './further';
import { itemsOf, type ItemSaid } from './items';
import type { Lent } from './lent';
import type { Due } from './memory';
import { minor } from './money';
import { safe } from './safe';
import { cut } from './text';
import { truth } from './truth';

// What only cart and order pages need, what a page says of its product, the truth at show time, and which further chunks a plan needs.
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

/** `reload('order', {id, amount, currency, items})`. */
interface OrderSaid { id: string | number; amount: number | string; currency?: string; items?: ItemSaid[] }

/** Tells an order at once, and once: also where its page is loaded again, or GA4 is told of it too. */
const tellOrder = safe(({ id, amount, currency = config.currency, items }: OrderSaid, here: Lent[1], keep: Lent[2], send: Lent[3]): void => {
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
});

/** Tells the orders that are due, of this page and of those that were left before this chunk came. */
export const order = (...[, here, keep, send]: Lent): void => {
  let due: Due | null | undefined;
  keep((memory) => {
    due = memory.due;
    memory.due = undefined;
  });
  for (; due; due = due[1]) tellOrder(due[0] as OrderSaid, here, keep, send);
};

/** What a bundle leaves to be done once a reload page stands: who cannot see it hears of it, and what it says is true of this moment. */
export const shown = (dialog: Element, ...[cards, spares, fill]: Parameters<typeof truth>): Promise<void> => {
  // What is modal is heard as it takes the focus.
  if (!dialog.matches(':modal')) announce(dialog);
  return truth(cards, spares, fill);
};
