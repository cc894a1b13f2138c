import assert from 'node:assert/strict';
import { test } from 'node:test';
import { enteredAsLanded, landingOf, utmOf, viewOf } from '../src/landing';

const product = 'https://mall.example/product/p-17';
const feed = 'https://feed.example/';

test('utm parameters are read from the address, others are not', () => {
  assert.deepEqual(utmOf(`${product}?utm_source=kakao&utm_medium=social&utm_campaign=%EA%B0%80%EC%9D%84&utm_id=1&x=2`),
    { source: 'kakao', medium: 'social', campaign: '가을' });
  assert.equal(utmOf(product), undefined);
  assert.equal(utmOf(`${product}?utm_source=`), undefined);
});

test('an overlong utm parameter is cut to what the contract takes', () => {
  assert.equal(utmOf(`${product}?utm_term=${'x'.repeat(999)}`)!.term!.length, 256);
});

test('a landing without referrer or utm says neither', () => {
  assert.deepEqual(JSON.parse(JSON.stringify(landingOf(product, ''))), { url: product });
  assert.deepEqual(landingOf(`${product}?utm_source=a`, feed), { url: `${product}?utm_source=a`, referrer: feed, utm: { source: 'a' } });
});

test('the page a visit landed on was entered as landed', () => {
  assert.ok(enteredAsLanded(product, feed, landingOf(product, feed)));
  assert.ok(enteredAsLanded(product, '', landingOf(product, '')));
});

test('a second entry from the same source counts as landing', () => {
  assert.ok(enteredAsLanded('https://mall.example/product/p-3', `${feed}post/9`, landingOf(product, feed)));
});

test('an entry from another source within the visit does not inherit the landing', () => {
  assert.ok(!enteredAsLanded(product, 'https://www.google.com/', landingOf(product, feed)));
  assert.ok(!enteredAsLanded(product, '', landingOf(product, feed)));
  assert.ok(!enteredAsLanded(product, feed, landingOf(product, '')));
});

test('a typed address does not inherit the paid medium of the landing', () => {
  assert.ok(!enteredAsLanded(product, '', landingOf(`${product}?utm_medium=social`, '')));
  assert.ok(enteredAsLanded(`${product}?utm_medium=social`, '', landingOf(`${product}?utm_medium=social`, '')));
});

test('a page reached from the mall itself is never a landing', () => {
  assert.ok(!enteredAsLanded(product, 'https://mall.example/list', landingOf(product, 'https://mall.example/list')));
});

test('an in-page anchor makes no view, a hash route does', () => {
  assert.equal(viewOf(`${product}#reviews`), product);
  assert.equal(viewOf(`${product}#none`), product);
  assert.notEqual(viewOf('https://mall.example/#/p/1'), viewOf('https://mall.example/#/p/2'));
  assert.notEqual(viewOf('https://mall.example/#!/p/1'), viewOf('https://mall.example/'));
  assert.notEqual(viewOf(`${product}?color=2`), viewOf(product));
});
