/** The kind of a page. What is none of these is told as `other`. */
export type Template = 'home' | 'list' | 'search' | 'product' | 'cart' | 'checkout' | 'order' | 'other';

/** An amount in major units, as a person says it: 59000 won, 19.99 dollars; a number, or text with separators. */
export type Amount = number | string;

/** A product. Only `id` is needed. */
export interface Product {
  id: string | number;
  name?: string;
  /** The ordinary price. */
  price?: Amount;
  /** What it costs now, where that is less. */
  salePrice?: Amount;
  /** ISO 4217, such as `KRW`; the mall's own where left out. */
  currency?: string;
  /** How many there are; `inStock` is enough. */
  stock?: number;
  inStock?: boolean;
  /** Addresses may be relative to the page. */
  image?: string;
  url?: string;
  categories?: string[] | string;
  brand?: string;
}

/** A line of a cart or an order. */
export interface Item {
  id: string | number;
  /** 1 where left out. */
  quantity?: number;
  /** Of one piece. */
  price?: Amount;
}

/** What the cart holds now, all of it. */
export interface Cart { items: Item[]; currency?: string }

/** An order placed. An id is told once, however often it is said. */
export interface Order { id: string | number; amount: Amount; currency?: string; items?: Item[] }

/** The calls, by name, and what is said with each. */
export interface Calls {
  /** On every page, and after a route change. */
  page: [said: { template: Template }];
  /** On a product's page. */
  product: [said: Product];
  /** When the cart has changed. */
  cart: [said: Cart];
  /** On the order-complete page. */
  order: [said: Order];
  /** When the shopper has said so. */
  consent: [said: 'granted' | 'denied'];
  /** Erases what this browser remembers of the visitor and stops. */
  forget: [];
  /** Shows what goes with this product, because the shopper has asked for it. */
  open: [];
  /** Where in the page goods may stand, for a mall that has no element with `data-reload-slot`. */
  slot: [place: Element];
}

/** The public function of a page. It may be called before anything has loaded. */
export interface Reload {
  <Name extends keyof Calls>(name: Name, ...said: Calls[Name]): void;
  /** The same as `reload('forget')`. */
  forget(): void;
}

/** Speaks to the page script, whether or not it has loaded. On a server it does nothing. */
export const reload: Reload;

/**
 * Loads the page script, once, without holding up the page. Call it as early as you can: what a router does with Back is only left to us if
 * we listen before it.
 *
 * @param place where Reload lives, such as `https://reload.example`, and the mall's public site key
 */
export function load(place: { base: string; key: string }): Reload;

declare global {
  interface Window {
    /** The public function, unless the mall has a global of that name. */
    reload?: Reload;
  }
}
