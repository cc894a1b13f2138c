import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readable } from '../src/colour';

/** WCAG 2.2's own formula, for `#rgb` and `#rrggbb`. */
const contrast = (a: string, b: string): number => {
  const luminance = (hex: string): number => {
    const full = hex.length === 4 ? hex.replace(/[^#]/g, '$&$&') : hex;
    return [0.2126, 0.7152, 0.0722].reduce((sum, weight, i) => {
      const c = parseInt(full.slice(1 + 2 * i, 3 + 2 * i), 16) / 255;
      return sum + weight * (c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4);
    }, 0.05);
  };
  const ratio = luminance(a) / luminance(b);
  return Math.max(ratio, 1 / ratio);
};

test('a colour that can be read is left alone', () => {
  assert.equal(readable('#0f766e', '#ffffff'), '#0f766e');
  assert.equal(readable('#f1f1ee', '#16181c'), '#f1f1ee');
});

test('a colour that cannot be read becomes black or white', () => {
  assert.equal(readable('#ffe600', '#ffffff'), '#000');
  assert.equal(readable('#222222', '#16181c'), '#fff');
});

test('letters on the accent are white where that can be read, else black', () => {
  assert.equal(readable('#0f766e', '#0f766e'), '#fff');
  assert.equal(readable('#ffe600', '#ffe600'), '#000');
});

test('whatever the mall chose, what is drawn has a contrast of 4.5', () => {
  let seed = 11;
  const colour = (): string => '#' + (seed = (seed * 48271) % 2147483647).toString(16).padStart(8, '0').slice(-6);
  for (let i = 0; i < 20_000; i++) {
    const text = colour(), ground = colour();
    assert.ok(contrast(readable(text, ground), ground) >= 4.5, `${text} on ${ground}: ${readable(text, ground)}`);
    assert.ok(contrast(readable(ground, ground), ground) >= 4.5, ground);
  }
});
