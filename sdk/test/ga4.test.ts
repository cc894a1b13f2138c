import assert from 'node:assert/strict';
import { test } from 'node:test';
import { source } from '../src/ga4';
import type { Inside } from '../src/inside';
import type { Memory } from '../src/memory';

/** What the script is told on a page. */
class Shop {
  readonly told: [string, any][] = [];
  readonly memory = {} as Memory;
  template: string | undefined;
  product: string | undefined;
  readonly hear: (pushed: any) => void;

  constructor(jsonLd: object[] = []) {
    const page = { querySelectorAll: () => jsonLd.map((said) => ({ textContent: JSON.stringify(said) })), querySelector: () => null } as unknown as Document;
    const inside = { at: () => ['view', this.product], asking: () => JSON.stringify({ template: this.template }), keep: (change: (memory: Memory) => void) => change(this.memory) };
    this.hear = source(inside as unknown as Inside, (name, said) => void this.told.push([name, said]), page);
  }

  /** `gtag('event', ...)`: the arguments of a call. */
  gtag(..._said: unknown[]): void { this.hear(arguments); }
}

const shirt = { item_id: 'p-17', item_name: '린넨 셔츠', item_brand: 'Ours', item_category: '상의', item_category2: '셔츠', price: 47200, discount: 11800, quantity: 1 };
const jeans = { item_id: 'p-3', item_name: '데님', price: 68000, quantity: 2 };

test('a product viewed is told, from gtag and from Tag Manager alike: price before the discount, and the price after it', () => {
  const product = { id: 'p-17', name: '린넨 셔츠', price: 59000, salePrice: 47200, currency: 'KRW', brand: 'Ours', categories: ['상의', '셔츠'] };
  const gtag = new Shop();
  gtag.gtag('event', 'view_item', { currency: 'KRW', value: 47200, items: [shirt] });
  assert.deepEqual(gtag.told, [['product', product]]);
  const manager = new Shop();
  manager.hear({ event: 'view_item', ecommerce: { currency: 'KRW', items: [shirt] } });
  assert.deepEqual(manager.told, [['product', product]]);
});

test('what the mall has said itself wins over GA4: its own call, and its page\'s own words', () => {
  const called = new Shop();
  called.product = 'own';
  called.gtag('event', 'view_item', { items: [shirt] });
  assert.deepEqual(called.told, []);
  const written = new Shop([{ '@type': 'Product', sku: 'own' }]);
  written.gtag('event', 'view_item', { items: [shirt] });
  assert.deepEqual(written.told, []);
});

test('several items viewed are no page of one product', () => {
  const shop = new Shop();
  shop.gtag('event', 'view_item', { items: [shirt, jeans] });
  shop.gtag('event', 'view_item', { items: [] });
  shop.gtag('event', 'view_item', { items: [{ item_name: 'no id' }] });
  assert.deepEqual(shop.told, []);
});

test('the cart is kept up: seen whole, put in, taken out', () => {
  const shop = new Shop();
  shop.template = 'cart';
  shop.gtag('event', 'view_cart', { currency: 'KRW', items: [shirt] });
  shop.gtag('event', 'add_to_cart', { currency: 'KRW', items: [jeans] });
  shop.gtag('event', 'add_to_cart', { items: [{ ...jeans, quantity: 1 }] });
  shop.gtag('event', 'remove_from_cart', { items: [shirt] });
  shop.gtag('event', 'remove_from_cart', { items: [{ item_id: 'never-there' }] });
  const held = shop.told.map(([, { items }]) => items.map((line: any) => [line.id, line.quantity]));
  assert.deepEqual(held, [[['p-17', 1]], [['p-17', 1], ['p-3', 2]], [['p-17', 1], ['p-3', 3]], [['p-3', 3]], [['p-3', 3]]]);
  assert.deepEqual(shop.told[0], ['cart', { currency: 'KRW', items: [{ id: 'p-17', quantity: 1, price: 47200 }] }]);
});

test('a purchase is an order, and empties the cart', () => {
  const shop = new Shop();
  shop.template = 'order';
  shop.memory.cart = [{ id: 'p-3' }];
  shop.hear({ event: 'purchase', ecommerce: { transaction_id: 'T-1', value: 47200, currency: 'KRW', tax: 0, shipping: 3000, items: [shirt] } });
  assert.deepEqual(shop.told, [['order', { id: 'T-1', amount: 47200, currency: 'KRW', items: [{ id: 'p-17', quantity: 1, price: 47200 }] }]]);
  assert.deepEqual(shop.memory.cart, []);
});

test('an order without a value is the sum of its items, one without a number is none', () => {
  const shop = new Shop();
  shop.template = 'order';
  shop.gtag('event', 'purchase', { transaction_id: 'T-2', items: [jeans, shirt] });
  shop.gtag('event', 'purchase', { value: 1000, items: [jeans] });
  assert.deepEqual(shop.told.map(([, { id, amount }]) => [id, amount]), [['T-2', 183200]]);
});

test('a page is what its event says, where the mall has not said so', () => {
  for (const [event, template] of [['view_item_list', 'list'], ['view_cart', 'cart'], ['begin_checkout', 'checkout'], ['purchase', 'order']]) {
    const shop = new Shop();
    shop.gtag('event', event, { transaction_id: 'T', items: [] });
    assert.deepEqual(shop.told[0], ['page', { template }]);
    const said = new Shop();
    said.template = 'other';
    said.gtag('event', event, {});
    assert.equal(said.told.some(([name]) => name === 'page'), false);
  }
});

test('everything else that passes by is left alone', () => {
  const shop = new Shop();
  for (const pushed of [undefined, null, 7, 'view_item', [], ['event', 'view_item'], { event: 'gtm.js' }, { ecommerce: null }, { ecommerce: { items: [shirt] } }]) shop.hear(pushed);
  shop.gtag('config', 'G-1');
  shop.gtag('event');
  assert.deepEqual(shop.told, []);
});
