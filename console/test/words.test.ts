import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import reasons from '../../contract/reasons.json';
import { en } from '../src/shared/words/en';
import { ko } from '../src/shared/words/ko';

const places = (text: string): string[] => [...text.matchAll(/\{\{(\w+)\}\}/g)].map(([, name]) => name as string).sort();
const files = (folder: string): string[] =>
  readdirSync(folder).flatMap((name) => {
    const path = join(folder, name);
    return statSync(path).isDirectory() ? files(path) : /\.tsx?$/.test(name) && !path.includes('words/') ? [path] : [];
  });

describe('both languages', () => {
  test('say the same things', () => {
    const plain = Object.keys(en).filter((key) => !key.endsWith('_one'));
    expect(plain.sort()).toEqual(Object.keys(ko).sort());
    for (const key of Object.keys(en).filter((one) => one.endsWith('_one'))) expect(ko).toHaveProperty([key.slice(0, -4)]);
  });
  test('fill in the same values', () => {
    for (const [key, text] of Object.entries(ko)) expect([key, places(en[key as keyof typeof ko])]).toEqual([key, places(text)]);
  });
  test('leave nothing empty and shout nowhere', () => {
    for (const [key, text] of [...Object.entries(ko), ...Object.entries(en)]) {
      expect([key, text.trim()]).not.toEqual([key, '']);
      expect([key, text.includes('!')]).toEqual([key, false]);
    }
  });
  test('know every reason of the contract, and what it means', () => {
    for (const { reason } of reasons) {
      expect(ko).toHaveProperty([`reason.${reason}`]);
      expect(ko).toHaveProperty([`reason.${reason}.why`]);
    }
  });
});

test('no word is kept that nothing says', () => {
  const source = files(join(import.meta.dirname, '../src')).map((path) => readFileSync(path, 'utf8')).join('\n');
  const built = [...source.matchAll(/`((?:[\w-]+\.)+)\$\{/g)].map(([, prefix]) => prefix as string);
  const unsaid = Object.keys(ko).filter((key) => !source.includes(`'${key}'`) && !built.some((prefix) => key.startsWith(prefix)));
  expect(unsaid).toEqual([]);
});
