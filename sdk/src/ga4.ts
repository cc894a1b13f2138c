import type { Template } from './contract';
import { gtagCall, watchDataLayer, type Pushed } from './datalayer';
import { productOnPage } from './facts';
import { inside, type Inside } from './inside';
import type { ItemSaid } from './items';
import type { Planted } from './plant';
import type { ProductSaid } from './product';
import { safe } from './safe';

// A chunk: hears the e-commerce events a mall tells Google Analytics 4, for malls that tell us nothing themselves.

/** An item as GA4 has it: `price` is what one piece costs after `discount`. */
interface Item {
  item_id?: string; id?: string; item_name?: string; name?: string; item_brand?: string; price?: number | string; discount?: number | string; quantity?: number | string;
  item_category?: string; item_category2?: string; item_category3?: string; item_category4?: string; item_category5?: string;
}

interface Ecommerce { transaction_id?: string | number; value?: number | string; currency?: string; items?: Item[] }

/** What a page with such an event on it is, where the mall has not said so itself. */
const PAGES: Record<string, Template> = { view_item_list: 'list', view_search_results: 'search', view_cart: 'cart', begin_checkout: 'checkout', purchase: 'order' };

/** `gtag('event', name, {...})`, or Tag Manager's `{event: name, ecommerce: {...}}`. */
const eventOf = (pushed: Pushed): [name: string, said: Ecommerce] | undefined => {
  const call = gtagCall(pushed);
  if (call) return call[0] === 'event' ? [call[1], call[2] ?? {}] : undefined;
  const { event, ecommerce } = (pushed ?? {}) as Record<string, any>;
  return event && [event, ecommerce ?? (pushed as Ecommerce)];
};

const idOf = ({ item_id, id }: Item): string => `${item_id ?? id ?? ''}`;

const productOf = (item: Item, currency?: string): ProductSaid => {
  const price = Number(item.price), off = Number(item.discount) || 0;
  const categories = [item.item_category, item.item_category2, item.item_category3, item.item_category4, item.item_category5].filter((name) => name) as string[];
  return {
    id: idOf(item),
    ...((item.item_name ?? item.name) && { name: item.item_name ?? item.name }),
    ...(price >= 0 && { price: price + off }),
    ...(off > 0 && { salePrice: price }),
    ...(currency && { currency }),
    ...(item.item_brand && { brand: item.item_brand }),
    ...(categories[0] && { categories }),
  } as ProductSaid;
};

const linesOf = (items: Item[]): ItemSaid[] =>
  items.filter(idOf).map((item) => ({ id: idOf(item), quantity: Number(item.quantity) || 1, ...(item.price != null && { price: item.price }) }));

/** The cart with some more, or fewer, of each of these in it. */
const changed = (cart: ItemSaid[], by: ItemSaid[], sign: 1 | -1): ItemSaid[] => {
  const now = new Map(cart.map((line) => [line.id, { ...line }]));
  for (const { id, quantity, price } of by) {
    const line = now.get(id) ?? { id, quantity: 0, ...(price != null && { price }) };
    now.set(id, { ...line, quantity: line.quantity! + sign * quantity! });
  }
  return [...now.values()].filter(({ quantity }) => quantity! > 0);
};

/**
 * Says what is heard. What the mall calls itself wins: a view that has a product keeps it, a page that says in its own words which product
 * it is of is read there, and an order is told once (see `order` in `more.ts`).
 */
export const source = ({ at, asking, keep }: Inside, say: (name: string, said: object) => void, page: Document) => (pushed: Pushed): void => {
  const [name, { items = [], currency, transaction_id, value }] = eventOf(pushed) ?? ['', {} as Ecommerce];
  const cart = (hold: (before: ItemSaid[]) => ItemSaid[]): void => {
    let lines: ItemSaid[] = [];
    keep((memory) => { lines = memory.cart = hold(memory.cart ?? []).slice(0, 100); });
    say('cart', { items: lines, currency });
  };
  if (PAGES[name] && !JSON.parse(asking()).template) say('page', { template: PAGES[name] });
  if (name === 'view_item' && items.length === 1 && idOf(items[0]!)) {
    if (!at()[1] && !productOnPage(page)) say('product', productOf(items[0]!, currency));
  } else if (name === 'view_cart') cart(() => linesOf(items));
  else if (name === 'add_to_cart') cart((before) => changed(before, linesOf(items), 1));
  else if (name === 'remove_from_cart') cart((before) => changed(before, linesOf(items), -1));
  else if (name === 'purchase' && transaction_id) {
    keep((memory) => { memory.cart = []; });
    say('order', { id: transaction_id, amount: value ?? linesOf(items).reduce((sum, { quantity, price }) => sum + quantity! * Number(price ?? 0), 0), currency, items: linesOf(items) });
  }
};

const planted = (globalThis as { __rl?: Planted }).__rl;
if (planted?.c) inside(planted).then(safe((open) => watchDataLayer(source(open, (name, said) => planted(name, said), document))));
