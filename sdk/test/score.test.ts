import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { LeaveModel } from '../src/contract';
import { score } from '../src/score';
import { example } from './contract';

const model = example('plan-every-trigger').leave as LeaveModel;
/** In the order of docs/methods/leave-signal.md. */
const moment = (changed: Record<number, number>): number[] => Array.from({ length: 12 }, (_, i) => changed[i] ?? 0);
const leaves = (changed: Record<number, number>): boolean => score(model, moment(changed)) >= model.threshold;

test('the score is the logistic of the weighted sum', () => {
  assert.equal(score({ v: 1, weights: moment({}), bias: 0, threshold: 0.5 }, moment({ 0: 1 })), 0.5);
  assert.ok(Math.abs(score({ v: 1, weights: moment({ 3: 2 }), bias: -1, threshold: 0.5 }, moment({ 3: 0.25 })) - 1 / (1 + Math.exp(0.5))) < 1e-12);
});

test('by the default model a fling up after reading is leaving, a slow one or one at the top of the page is not', () => {
  assert.ok(leaves({ 0: 0.8, 1: 0.7, 2: 0.3, 7: 1 }));
  assert.ok(!leaves({ 0: 0.3, 1: 0.7, 2: 0.3, 7: 1 }));
  assert.ok(!leaves({ 0: 0.8, 1: 0.3, 2: 0.1, 7: 1 }));
});

test('out at the top is leaving once something was read, not before', () => {
  assert.ok(leaves({ 6: 1, 1: 0.4, 2: 0.15 }));
  assert.ok(!leaves({ 6: 1, 1: 0.2, 2: 0.02 }));
});

test('idle is leaving only at the end of the page, and who has a cart is given more time', () => {
  assert.ok(leaves({ 3: 1, 1: 1, 2: 0.4 }));
  assert.ok(!leaves({ 3: 1, 1: 0.5, 2: 0.4 }));
  assert.ok(!leaves({ 3: 1, 1: 1, 2: 0.4, 10: 1 }));
});

test('a score costs less than a tenth of a millisecond', () => {
  const x = moment({ 0: 0.8, 1: 0.7, 6: 1, 11: 0.4 }), times = 20_000;
  let sum = 0;
  for (let i = 0; i < 1_000; i++) sum += score(model, x);
  const began = performance.now();
  for (let i = 0; i < times; i++) sum += score(model, x);
  const each = (performance.now() - began) / times;
  assert.ok(sum > 0 && each < 0.1, `${each} ms`);
});
