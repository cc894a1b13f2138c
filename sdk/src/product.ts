import type { ProductFacts } from './contract';
import { minor } from './money';
import { cut } from './text';

/** A product as a mall's developer says it: amounts in major units (59000 won, 19.99 dollars). Only `id` is needed. */
export interface ProductSaid {
  id: string | number; name?: string; price?: number | string; salePrice?: number | string; currency?: string; stock?: number; inStock?: boolean;
  image?: string; url?: string; categories?: string[] | string; brand?: string;
}

/** What was said, in the contract's shape. Addresses become absolute by `base`. */
export const productOf = (said: ProductSaid, mallCurrency: string, base: string): ProductFacts => {
  const { stock, image, categories } = said, currency = said.currency || mallCurrency;
  const address = (url: string): string | undefined => cut(new URL(url, base).href, 2048);
  return {
    id: cut(said.id, 128)!,
    name: cut(said.name, 512),
    price: minor(said.price, currency),
    salePrice: minor(said.salePrice, currency),
    currency,
    inStock: said.inStock ?? (stock == null ? undefined : stock > 0),
    stock: stock! >= 0 ? Math.floor(stock!) : undefined,
    image: image && address(image),
    url: address(said.url || base),
    categories: categories ? [categories].flat().slice(0, 8).map((name) => cut(name, 128) || '') : undefined,
    brand: cut(said.brand, 128),
  };
};
