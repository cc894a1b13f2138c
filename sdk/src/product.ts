import type { Item, ProductFacts } from './contract';
import { minor } from './money';

/** A product as a mall's developer says it: amounts in major units (59000 won, 19.99 dollars). Only `id` is needed. */
export interface ProductSaid {
  id: string | number; name?: string; price?: number | string; salePrice?: number | string; currency?: string; stock?: number; inStock?: boolean;
  image?: string; url?: string; categories?: string[] | string; brand?: string;
}

/** An item of a cart or an order, as said: `price` is of one piece, in major units. */
export interface ItemSaid { id: string | number; quantity?: number; price?: number | string }

const text = (value: unknown, most: number): string | undefined => (value == null || value === '' ? undefined : String(value).slice(0, most));

/** What was said, in the contract's shape; undefined without an id. Addresses become absolute by `base`. */
export const productOf = (said: ProductSaid, mallCurrency: string, base: string): ProductFacts | undefined => {
  const id = text(said.id, 128);
  if (!id) return;
  const currency = said.currency || mallCurrency;
  const address = (url?: string): string | undefined => (url ? text(new URL(url, base).href, 2048) : undefined);
  const facts = {
    id,
    name: text(said.name, 512),
    price: minor(said.price, currency),
    salePrice: minor(said.salePrice, currency),
    currency,
    inStock: said.inStock ?? (said.stock == null ? undefined : said.stock > 0),
    stock: said.stock! >= 0 ? Math.floor(said.stock!) : undefined,
    image: address(said.image),
    url: address(said.url || base),
    categories: said.categories?.length ? [said.categories].flat().slice(0, 8).map((c) => text(c, 128) ?? '') : undefined,
    brand: text(said.brand, 128),
  };
  return JSON.parse(JSON.stringify(facts)) as ProductFacts;
};

/** The items of a cart or an order, in the contract's shape. */
export const itemsOf = (said: ItemSaid[] | undefined, currency: string): Item[] =>
  (said ?? []).slice(0, 100).map((item) => {
    const price = minor(item.price, currency);
    return { product: text(item.id, 128)!, quantity: Math.max(1, Math.floor(item.quantity ?? 1)), ...(price != null && { price }) };
  }).filter((item) => item.product);

type Json = Record<string, unknown>;

const first = (value: unknown): any => (Array.isArray(value) ? value[0] : value);
const named = (value: unknown): string | undefined => { const one = first(value); return one?.name ?? one?.url ?? one; };

/** The first schema.org Product in a JSON-LD value, looked for in arrays and `@graph`. */
export const productInJsonLd = (value: unknown): ProductSaid | undefined => {
  for (const node of [value].flat() as Json[]) {
    if (!node) continue;
    if ([node['@type']].flat().includes('Product')) {
      const offer = first(node.offers) ?? {};
      const id = node.sku ?? node.productID;
      return {
        id: id as string, name: node.name as string, price: offer.price ?? offer.lowPrice, currency: offer.priceCurrency,
        ...(offer.availability && { inStock: /InStock|Limited|PreOrder|OnlineOnly/.test(offer.availability) }),
        image: first(node.image)?.url ?? first(node.image), url: (node.url ?? offer.url) as string,
        ...(node.category ? { categories: node.category as string } : {}), brand: named(node.brand)!,
      };
    }
    const inside = node['@graph'] ? productInJsonLd(node['@graph']) : undefined;
    if (inside) return inside;
  }
  return;
};

/** The product of an OpenGraph product page, by its meta properties. */
export const productInOpenGraph = (meta: (property: string) => string | undefined): ProductSaid | undefined => {
  const of = (name: string): string | undefined => meta('product:' + name);
  const id = of('retailer_item_id');
  if (!id) return;
  const available = of('availability');
  return {
    id, name: meta('og:title')!, price: (of('price:amount') ?? meta('og:price:amount'))!, salePrice: of('sale_price:amount')!,
    currency: (of('price:currency') ?? meta('og:price:currency'))!, image: meta('og:image')!, url: meta('og:url')!, brand: of('brand')!,
    ...(available && { inStock: /^(in|available|pre)/i.test(available) }),
  };
};

/** The product that the page says of itself, for malls that do not call `reload('product')`. */
export const productOnPage = (page: Document): ProductSaid | undefined => {
  for (const script of page.querySelectorAll('script[type="application/ld+json"]')) {
    try {
      const found = productInJsonLd(JSON.parse(script.textContent!));
      if (found?.id) return found;
    } catch { /* not JSON: the mall's own affair */ }
  }
  return productInOpenGraph((property) => page.querySelector<HTMLMetaElement>(`meta[property="${property}"]`)?.content);
};
