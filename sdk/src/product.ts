import type { Product } from '../npm/index';
import { config } from './config';
import type { ProductFacts } from './contract';
import { minor } from './money';
import { cut } from './text';

/** A product as a mall's developer says it: the type of the public function. */
export type ProductSaid = Product;

/** What was said, in the contract's shape. Addresses become absolute by `base`. */
export const productOf = (said: ProductSaid, base: string): ProductFacts => {
  const { stock, image, categories } = said, currency = said.currency || config.currency;
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
