import type { ProductSaid } from './product';

type Json = Record<string, unknown>;

const first = (value: unknown): any => (Array.isArray(value) ? value[0] : value);

/** The first schema.org Product in a JSON-LD value, looked for in arrays and `@graph`. */
export const productInJsonLd = (value: unknown): ProductSaid | undefined => {
  for (const node of [value].flat() as Json[]) {
    if (!node) continue;
    if ([node['@type']].flat().includes('Product')) {
      const offer = first(node.offers) ?? {}, image = first(node.image), brand = first(node.brand);
      return {
        id: (node.sku ?? node.productID) as string,
        name: node.name as string,
        price: offer.price ?? offer.lowPrice,
        currency: offer.priceCurrency,
        inStock: offer.availability && /InStock|Limited|PreOrder|OnlineOnly/.test(offer.availability),
        image: image?.url ?? image,
        url: (node.url ?? offer.url) as string,
        categories: node.category as string,
        brand: brand?.name ?? brand,
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
  const id = of('retailer_item_id'), available = of('availability');
  return id
    ? {
        id, name: meta('og:title'), price: of('price:amount') ?? meta('og:price:amount'), salePrice: of('sale_price:amount'),
        currency: of('price:currency') ?? meta('og:price:currency'), image: meta('og:image'), url: meta('og:url'), brand: of('brand'),
        inStock: available ? /^(in|available|pre)/i.test(available) : undefined,
      }
    : undefined;
};

/** The product that a page says of itself, for malls that do not call `reload('product')`. */
export const productOnPage = (page: Document): ProductSaid | undefined => {
  for (const script of page.querySelectorAll('script[type="application/ld+json"]')) {
    try {
      const found = productInJsonLd(JSON.parse(script.textContent!));
      if (found?.id) return found;
    } catch { /* not JSON: the mall's own affair */ }
  }
  return productInOpenGraph((property) => page.querySelector<HTMLMetaElement>(`meta[property="${property}"]`)?.content);
};
