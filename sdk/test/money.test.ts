import assert from 'node:assert/strict';
import { test } from 'node:test';
import './mall';
import { minor, percentOff, spoken } from '../src/money';

test('won have no minor unit, dollars have cents, dinars have thousandths', () => {
  assert.equal(minor(59000, 'KRW'), 59000);
  assert.equal(minor(19.99, 'USD'), 1999);
  assert.equal(minor(1.5, 'KWD'), 1500);
  assert.equal(minor(1200, 'JPY'), 1200);
});

test('binary fractions do not lose a cent', () => {
  for (let cents = 0; cents < 20_000; cents += 7) assert.equal(minor(cents / 100, 'USD'), cents);
});

test('amounts as a page writes them are understood', () => {
  assert.equal(minor('59,000', 'KRW'), 59000);
  assert.equal(minor('₩59,000', 'KRW'), 59000);
  assert.equal(minor('19.99', 'USD'), 1999);
});

test('what is no amount stays unsaid', () => {
  for (const nothing of [undefined, null, '', 'soon', NaN, -1, '-5']) assert.equal(minor(nothing, 'KRW'), undefined);
});

test('a price is said the way shoppers of the language write it', () => {
  assert.equal(spoken(47200, 'KRW', 'ko'), '47,200원');
  assert.equal(spoken(47200, 'KRW', 'en'), '₩47,200');
  assert.equal(spoken(1999, 'USD', 'en'), '$19.99');
});

test('a sale is told in whole percent, and only where it is one', () => {
  assert.equal(percentOff(59000, 47200), 20);
  assert.equal(percentOff(59000, 59000), 0);
  assert.equal(percentOff(59000, 60000), 0);
  assert.equal(percentOff(59000), 0);
});
