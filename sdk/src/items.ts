import type { Item as Said } from '../npm/index';
import type { Item } from './contract';
import { minor } from './money';
import { cut } from './text';

/** An item of a cart or an order, as said: the type of the public function. */
export type ItemSaid = Said;

/** The items of a cart or an order, in the contract's shape. */
export const itemsOf = (said: ItemSaid[] | undefined, currency: string): Item[] =>
  (said || []).slice(0, 100).map((item) => ({
    product: cut(item.id, 128)!, quantity: Math.max(1, Math.floor(item.quantity || 1)), price: minor(item.price, currency),
  })).filter(({ product }) => product);
