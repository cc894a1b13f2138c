import assert from 'node:assert/strict';
import { test } from 'node:test';
import { contrast, inkOn, readable } from '../src/colour';

test('contrast is WCAG contrast', () => {
  assert.equal(contrast('#000000', '#ffffff'), 21);
  assert.equal(contrast('#777777', '#777777'), 1);
  assert.equal(contrast('#777777', '#ffffff').toFixed(2), '4.48');
  assert.equal(contrast('#ff0000', '#ffffff').toFixed(2), '4.00');
});

test('letters on the accent are white where that can be read, else black', () => {
  assert.equal(inkOn('#0f766e'), '#ffffff');
  assert.equal(inkOn('#ffe600'), '#000000');
});

test('an accent that can be read is left alone', () => {
  assert.equal(readable('#0f766e', '#ffffff'), '#0f766e');
});

test('an accent that cannot be read is corrected until it can, on light and dark grounds', () => {
  for (const ground of ['#ffffff', '#16181c', '#f5f0e8', '#2b2b2b', '#808080'])
    for (const accent of ['#ffe600', '#ff8fab', '#1f4fd8', '#000000', '#ffffff', '#808080'])
      assert.ok(contrast(readable(accent, ground), ground) >= 4.5, `${accent} on ${ground}`);
});
