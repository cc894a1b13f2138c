import Ajv2020 from 'ajv/dist/2020';
import { expect, test } from 'vitest';
import schema from '../../contract/plan.schema.json';
import { contrast } from '../src/features/decide/contrast';
import { planOf } from '../src/features/decide/preview/plan';
import { initial } from './settings';

const valid = new Ajv2020({ strict: false }).compile(schema);
const refused = (plan: unknown): unknown => (valid(plan) ? null : valid.errors);

test('the preview is drawn from a plan that the contract allows, in both languages', () => {
  for (const language of ['ko', 'en'] as const) expect(refused(planOf(initial(), language, 'banner'))).toBeNull();
});

test('also while a field is not yet sound', () => {
  const settings = initial();
  Object.assign(settings.page.theme, { accent: '#f', radius: -1, logo: '' });
  settings.page.blocks = [
    { kind: 'banner', on: true, image: null, text: '  ', url: null },
    { kind: 'popular', on: true, size: NaN },
  ];
  const plan = planOf(settings, 'ko', 'banner');
  expect(refused(plan)).toBeNull();
  expect(plan.page.blocks[0]).toMatchObject({ kind: 'banner', text: 'banner' });
  expect(plan.page.theme).toMatchObject({ accent: '#0f766e', radius: 0 });
});

test('blocks stand in the chosen order, those that are off are left out, and no good stands there twice in a row', () => {
  const settings = initial();
  settings.page.blocks.reverse();
  expect(planOf(settings, 'en', '').page.blocks.map((block) => block.kind)).toEqual(['popular', 'goes-with', 'product-again']);
  const [popular, goesWith] = planOf(settings, 'en', '').page.blocks;
  expect(new Set([...(popular as { products: string[] }).products, ...(goesWith as { products: string[] }).products]).size).toBe(10);
});

test('every trigger is told as what and how often it comes up', () => {
  const settings = initial();
  settings.triggers.return = { on: true, frequency: 'day', presentation: 'sheet' };
  expect(planOf(settings, 'ko', '').triggers).toMatchObject({ return: { armed: true, frequency: 'day', presentation: 'sheet' }, inline: { presentation: 'inline' } });
});

test('a coupon and a countdown stand there until they end', () => {
  const settings = initial(), now = Date.parse('2026-11-22T09:00:00Z');
  const endsAt = '2026-11-22T10:00:00Z';
  settings.page.blocks = [{ kind: 'coupon', on: true, text: '첫 구매', code: 'HELLO', url: null, endsAt }, { kind: 'countdown', on: true, text: '오늘까지', endsAt }, { kind: 'product-again', on: true }];
  expect(refused(planOf(settings, 'ko', '', now))).toBeNull();
  expect(planOf(settings, 'ko', '', now).page.blocks).toHaveLength(3);
  expect(planOf(settings, 'ko', '', Date.parse(endsAt)).page.blocks).toHaveLength(1);
});

test('the dark colours go along', () => {
  const settings = initial();
  Object.assign(settings.page.theme, { scheme: 'auto', dark: { accent: '#f', background: '#000000', text: '#ffffff' } });
  expect(refused(planOf(settings, 'en', ''))).toBeNull();
  expect(planOf(settings, 'en', '').page.theme).toMatchObject({ scheme: 'auto', dark: { accent: '#5eead4', background: '#000000' } });
});

test('words of the mall come first, ours where it wrote none', () => {
  const settings = initial();
  settings.page.words.en.title = 'Before you go';
  expect(planOf(settings, 'en', '').page.words).toMatchObject({ title: 'Before you go', leave: 'Leave' });
});

test('contrast is that of WCAG', () => {
  expect(contrast('#000000', '#ffffff')).toBeCloseTo(21, 5);
  expect(contrast('#ffffff', '#777777')).toBeCloseTo(4.48, 2);
});
