import assert from 'node:assert/strict';
import { test } from 'node:test';
import './mall';
import { productInJsonLd, productInOpenGraph } from '../src/facts';
import { itemsOf } from '../src/items';
import { productOf, type ProductSaid } from '../src/product';

const page = 'https://mall.example/product/p-17?color=2';
/** As it travels: what is undefined is not there. */
const sent = <T>(said: T): T => JSON.parse(JSON.stringify(said)) as T;
const reported = (said: ProductSaid): unknown => sent(productOf(said, page));

test('a product is said in major units and reported in minor ones', () => {
  assert.deepEqual(reported({ id: 17, name: 'Shirt', price: 59.5, salePrice: '47.60', currency: 'USD', stock: 3, image: '/i.jpg', categories: ['A', 'B'], brand: 'O' }),
    { id: '17', name: 'Shirt', price: 5950, salePrice: 4760, currency: 'USD', inStock: true, stock: 3, image: 'https://mall.example/i.jpg', url: page,
      categories: ['A', 'B'], brand: 'O' });
});

test('only the id is needed; what is not said is not reported', () => {
  assert.deepEqual(reported({ id: 'p-17' }), { id: 'p-17', currency: 'KRW', url: page });
});

test('no stock is out of stock, unless the mall says otherwise', () => {
  assert.equal(productOf({ id: 1, stock: 0 }, page)!.inStock, false);
  assert.equal(productOf({ id: 1, stock: 0, inStock: true }, page)!.inStock, true);
});

test('items of a cart', () => {
  assert.deepEqual(sent(itemsOf([{ id: 1, quantity: 2, price: 10 }, { id: 'b' }], 'USD')), [{ product: '1', quantity: 2, price: 1000 }, { product: 'b', quantity: 1 }]);
  assert.deepEqual(sent(itemsOf(undefined, 'USD')), []);
});

const shirt = { '@type': 'Product', sku: 'p-17', name: '린넨 셔츠', image: ['https://mall.example/a.jpg'], brand: { '@type': 'Brand', name: '온결' }, category: '셔츠',
  offers: { '@type': 'Offer', price: '47,200', priceCurrency: 'KRW', availability: 'https://schema.org/OutOfStock' } };

test('JSON-LD: a product with an offer', () => {
  assert.deepEqual(reported(productInJsonLd(shirt)!),
    { id: 'p-17', name: '린넨 셔츠', price: 47200, currency: 'KRW', inStock: false, image: 'https://mall.example/a.jpg', url: page, categories: ['셔츠'], brand: '온결' });
});

test('JSON-LD: found in a graph, in an array, among other types, with several offers or a price range', () => {
  assert.equal(productInJsonLd({ '@graph': [{ '@type': 'WebPage' }, shirt] })!.id, 'p-17');
  assert.equal(productInJsonLd([{ '@type': 'BreadcrumbList' }, { ...shirt, '@type': ['Product', 'Thing'] }])!.id, 'p-17');
  assert.equal(productInJsonLd({ ...shirt, offers: [{ price: 1 }, { price: 2 }] })!.price, 1);
  assert.equal(productInJsonLd({ ...shirt, offers: { '@type': 'AggregateOffer', lowPrice: 5 } })!.price, 5);
});

test('JSON-LD: a page without a product has none', () => {
  assert.equal(productInJsonLd({ '@type': 'WebSite' }), undefined);
  assert.equal(productInJsonLd(null), undefined);
  assert.equal(productInJsonLd('x'), undefined);
});

test('OpenGraph: a product page with price, sale price and stock', () => {
  const meta: Record<string, string> = { 'og:title': 'Shirt', 'og:image': '/i.jpg', 'product:retailer_item_id': 'p-17', 'product:price:amount': '59000',
    'product:price:currency': 'KRW', 'product:sale_price:amount': '47200', 'product:availability': 'in stock', 'product:brand': 'O' };
  assert.deepEqual(reported(productInOpenGraph((p) => meta[p])!),
    { id: 'p-17', name: 'Shirt', price: 59000, salePrice: 47200, currency: 'KRW', inStock: true, image: 'https://mall.example/i.jpg', url: page, brand: 'O' });
});

test('OpenGraph: without an item id there is no product', () => {
  assert.equal(productInOpenGraph((p) => ({ 'og:title': 'An article' })[p]), undefined);
});
