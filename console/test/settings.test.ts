import { afterEach, describe, expect, test, vi } from 'vitest';
import { changes } from '../src/features/decide/changes';
import { saveDraft } from '../src/features/decide/draft';
import { loadSettings, type Settings } from '../src/features/decide/settings';
import { addPage, pageAt, pagesOf, showing } from '../src/features/decide/pages';
import { sayRule } from '../src/features/decide/PublishDialog';
import { readRule, sayable, writeRule } from '../src/features/decide/rule';
import { ko } from '../src/shared/words/ko';
import { initial } from './settings';
import { isWebAddress, validate } from '../src/features/decide/validate';

const changed = (change: (settings: Settings) => void): Settings => {
  const settings = initial();
  change(settings);
  return settings;
};
const wrongOf = (change: (settings: Settings) => void): string[] => Object.keys(validate(changed(change)));

describe('the form', () => {
  test('takes what a new mall starts with', () => {
    expect(validate(initial())).toEqual({});
  });
  test('lets words be empty: ours are said then', () => {
    expect(wrongOf((s) => void (s.page.words.ko.title = ''))).toEqual([]);
  });
  test('refuses words that are too long, beside their field', () => {
    expect(validate(changed((s) => void (s.page.words.en.leave = 'x'.repeat(201))))).toEqual({ 'page.words.en.leave': { word: 'wrong.long', values: { max: 200 } } });
  });
  test.each(['#fff', 'teal', '#0F766E', ''])('refuses the colour "%s"', (color) => {
    expect(wrongOf((s) => void (s.page.theme.accent = color))).toEqual(['page.theme.accent']);
  });
  test('refuses numbers out of their range, emptied ones too', () => {
    expect(wrongOf((s) => void (s.page.theme.radius = 33))).toEqual(['page.theme.radius']);
    expect(wrongOf((s) => void (s.rules.maxStayMs = 4_999))).toEqual(['rules.maxStayMs']);
    expect(wrongOf((s) => void (s.rules.snoozeDays = NaN))).toEqual(['rules.snoozeDays']);
    expect(wrongOf((s) => void (s.holdOutShare = 0.51))).toEqual(['holdOutShare']);
    expect(wrongOf((s) => void (s.holdOutShare = NaN))).toEqual(['holdOutShare']);
    expect(wrongOf((s) => void (s.page.blocks[1] = { kind: 'goes-with', on: true, size: 13 }))).toEqual(['page.blocks[1].size']);
  });
  test('takes a hold-out of nothing: it is a choice, and the overview says what it costs', () => {
    expect(wrongOf((s) => void (s.holdOutShare = 0))).toEqual([]);
  });
  test('wants one block and one page', () => {
    expect(wrongOf((s) => s.page.blocks.forEach((block) => void (block.on = false)))).toEqual(['page.blocks']);
    expect(wrongOf((s) => void (s.templates = []))).toEqual(['templates']);
  });
  test('wants a banner to show something and lead somewhere, once it is on', () => {
    const banner = (on: boolean, image: string | null, url: string | null) => wrongOf((s) => void (s.page.blocks[4] = { kind: 'banner', on, image, text: null, url }));
    expect(banner(false, null, null)).toEqual([]);
    expect(banner(true, null, null)).toEqual(['page.blocks[4].image', 'page.blocks[4].url']);
    expect(banner(true, 'https://shop.example/a.webp', '/event')).toEqual([]);
  });
  test('refuses a search engine that is no address', () => {
    expect(wrongOf((s) => void (s.searchEngines = ['search.example.com', 'localhost:8083']))).toEqual([]);
    expect(validate(changed((s) => void (s.searchEngines = ['https://search.example.com/'])))['searchEngines']).toEqual({ word: 'wrong.host', values: { value: 'https://search.example.com/' } });
  });
  const NOW = Date.parse('2026-11-22T09:00:00Z');
  const wrongBlock = (block: Settings['page']['blocks'][number]): string[] => Object.keys(validate(changed((s) => void (s.page.blocks[3] = block)), NOW));
  test('wants a coupon to have its words and its code, and no end that has passed', () => {
    const coupon = { kind: 'coupon', on: true, text: '첫 구매', code: 'HELLO', url: null, endsAt: null } as const;
    expect(wrongBlock(coupon)).toEqual([]);
    expect(wrongBlock({ ...coupon, text: ' ', code: null })).toEqual(['page.blocks[3].text', 'page.blocks[3].code']);
    expect(wrongBlock({ ...coupon, endsAt: '2026-11-22T09:00:00Z' })).toEqual(['page.blocks[3].endsAt']);
    expect(wrongBlock({ ...coupon, on: false, endsAt: '2020-01-01T00:00:00Z' })).toEqual([]);
    expect(wrongBlock({ ...coupon, url: '//elsewhere.example' })).toEqual(['page.blocks[3].url']);
  });
  test('wants a countdown to have an end, and one that is still to come', () => {
    const countdown = { kind: 'countdown', on: true, text: '오늘까지', endsAt: '2026-11-22T09:00:01Z' } as const;
    expect(wrongBlock(countdown)).toEqual([]);
    expect(wrongBlock({ ...countdown, endsAt: null })).toEqual(['page.blocks[3].endsAt']);
    expect(wrongBlock({ ...countdown, endsAt: '2026-11-22T08:59:59Z' })).toEqual(['page.blocks[3].endsAt']);
  });
  test('wants the mall’s own block to hold something, and not too much', () => {
    expect(wrongBlock({ kind: 'custom', on: true, html: ' ' })).toEqual(['page.blocks[3].html']);
    expect(wrongBlock({ kind: 'custom', on: true, html: 'x'.repeat(4097) })).toEqual(['page.blocks[3].html']);
    expect(wrongBlock({ kind: 'custom', on: false, html: '' })).toEqual([]);
  });
  test('wants dark colours where they may be worn', () => {
    expect(wrongOf((s) => void (s.page.theme.scheme = 'auto'))).toEqual(['page.theme.dark']);
    expect(wrongOf((s) => void Object.assign(s.page.theme, { scheme: 'dark', dark: { accent: '#5eead4', background: 'black', text: '#f1f1ee' } }))).toEqual(['page.theme.dark.background']);
  });
  test('lets a trigger come up only as it may', () => {
    expect(wrongOf((s) => void (s.triggers.return.presentation = 'page'))).toEqual(['triggers.return.presentation']);
    expect(wrongOf((s) => void (s.triggers.leaveSignal.frequency = 'always'))).toEqual(['triggers.leaveSignal.frequency']);
    expect(wrongOf((s) => void (s.triggers.link.frequency = 'day'))).toEqual([]);
  });
  test('leaves a badge the room a card has', () => {
    expect(wrongOf((s) => void (s.page.words.ko.best = '가'.repeat(41)))).toEqual(['page.words.ko.best']);
  });
  test('does not let Back be held before the policy was acknowledged', () => {
    expect(wrongOf((s) => void (s.triggers.backHold.on = true))).toEqual(['triggers.backHold.acknowledged']);
    expect(wrongOf((s) => void (Object.assign(s.triggers.backHold, { on: true, acknowledged: { text: 'back-hold-policy-1' } })))).toEqual([]);
  });
});

test.each([
  ['https://shop.example/logo.svg', true],
  ['/logo.svg', true],
  ['//evil.example/logo.svg', false],
  ['javascript:alert(1)', false],
  ['logo.svg', false],
  ['https://', false],
])('%s as an address: %s', (text, good) => {
  expect(isWebAddress(text)).toBe(good);
});

describe('what will change', () => {
  test('is nothing where nothing differs, an empty word for a missing one included', () => {
    expect(changes(initial(), changed((s) => void (s.page.words.ko.title = '')))).toEqual([]);
  });
  test('is told by its path, with before and after', () => {
    expect(changes(initial(), changed((s) => void (s.page.theme.accent = '#112233')))).toEqual([{ path: 'page.theme.accent', from: '#0f766e', to: '#112233' }]);
  });
  test('tells a moved block as one change of order', () => {
    const moved = changed((s) => s.page.blocks.unshift(...s.page.blocks.splice(2, 1)));
    expect(changes(initial(), moved)).toEqual([{ path: 'page.blocks', from: ['product-again', 'goes-with', 'popular'], to: ['popular', 'product-again', 'goes-with'] }]);
  });
  test('leaves out who acknowledged: only on and off matter to shoppers', () => {
    const held = changed((s) => void (Object.assign(s.triggers.backHold, { on: true, acknowledged: { text: 'back-hold-policy-1' } })));
    expect(changes(initial(), held)).toEqual([{ path: 'triggers.backHold.on', from: false, to: true }]);
  });
});

describe('further pages', () => {
  const two = (change: (settings: Settings) => void = () => undefined): Settings =>
    changed((s) => {
      addPage(s);
      change(s);
    });
  test('begin as a new mall’s page or as a copy, under a name that is free', () => {
    const settings = two((s) => {
      s.page.blocks.reverse();
      addPage(s, s.page.blocks);
    });
    expect(pagesOf(settings).map(({ name }) => name)).toEqual(['classic', 'page-2', 'page-3']);
    expect(pagesOf(settings)[1]?.blocks.filter(({ on }) => on).map(({ kind }) => kind)).toEqual(['product-again', 'goes-with', 'popular']);
    expect(pagesOf(settings)[2]?.blocks).toEqual(settings.page.blocks);
    expect(pagesOf(settings)[2]?.blocks).not.toBe(settings.page.blocks);
    expect(validate(settings)).toEqual({});
  });
  test.each(['Popular', '', 'x'.repeat(25), '인기'])('are not called "%s"', (name) => {
    expect(validate(two((s) => void Object.assign(s.page.variants[0] ?? {}, { name })))).toEqual({ 'page.variants[0].name': { word: 'wrong.name' } });
  });
  test.each(['classic', 'nothing', 'hold-out'])('are not called "%s" either: that is taken', (name) => {
    expect(validate(two((s) => void Object.assign(s.page.variants[0] ?? {}, { name })))).toEqual({ 'page.variants[0].name': { word: 'wrong.nameTaken' } });
  });
  test('are checked block by block, by the path that the server names', () => {
    const settings = two((s) => {
      s.page.variants[0]?.blocks.splice(0, 8, { kind: 'popular', on: true, size: 13 });
    });
    expect(Object.keys(validate(settings))).toEqual(['page.variants[0].blocks[0].size']);
    expect(pageAt('page.variants[0].blocks[0].size')).toBe(1);
    expect(pageAt('page.blocks[3].text')).toBe(0);
    expect(pageAt('holdOutShare')).toBeNull();
  });
  test('are looked at in the place of the first', () => {
    const settings = two((s) => void s.page.variants[0]?.blocks.reverse());
    expect(showing(settings, 1).page.blocks).toEqual(settings.page.variants[0]?.blocks);
    expect(showing(settings, 0)).toEqual(settings);
  });
  test('are told by their name, where one came, went or has another order', () => {
    expect(changes(initial(), two())).toEqual([{ path: 'page.variants.page-2', from: null, to: ['product-again', 'goes-with', 'popular'] }]);
    expect(changes(two(), two((s) => s.page.variants[0]?.blocks.unshift(...s.page.variants[0].blocks.splice(2, 1))))).toEqual([{ path: 'page.variants.page-2', from: ['product-again', 'goes-with', 'popular'], to: ['popular', 'product-again', 'goes-with'] }]);
    expect(changes(two(), two((s) => void (s.page.variants[0]?.blocks[1] && Object.assign(s.page.variants[0].blocks[1], { size: 8 }))))).toEqual([{ path: 'page.variants.page-2.goes-with.size', from: 6, to: 8 }]);
  });
});

describe('who sees which page', () => {
  const rule = 'device=phone,referral=direct|kakao / social,template=product';
  test('is a rule that comes back as the server writes it', () => {
    expect(readRule(rule)).toEqual({ device: ['phone'], referral: ['direct', 'kakao / social'], template: ['product'] });
    expect(writeRule({ template: ['product'], device: ['phone'], referral: ['kakao / social', 'direct'] })).toBe(rule);
    expect(writeRule({ device: [], template: ['list'] })).toBe('template=list');
    expect(readRule('')).toEqual({});
    expect(readRule('referral=shop / cpc / a=b')).toEqual({ referral: ['shop / cpc / a=b'] });
  });
  test('cannot speak of a path that holds a rule’s own marks', () => {
    expect(['naver / cpc', 'x / y / a,b', 'x / y / a|b'].filter(sayable)).toEqual(['naver / cpc']);
  });
  test('wants a condition where a rule decides, and a cost that costs', () => {
    expect(wrongOf((s) => void (s.choosing.whom = 'rule'))).toEqual(['choosing.rule']);
    expect(wrongOf((s) => void Object.assign(s.choosing, { whom: 'rule', rule: 'device=phone' }))).toEqual([]);
    expect(wrongOf((s) => void (s.choosing.cost = -1))).toEqual(['choosing.cost']);
    expect(wrongOf((s) => void (s.choosing.cost = NaN))).toEqual(['choosing.cost']);
  });
  test('is said in words before it is published', () => {
    const t = (word: keyof typeof ko): string => ko[word];
    expect(sayRule(rule, t, 'ko')).toBe('기기: 휴대폰 · 페이지 종류: 상품 · 유입경로: 직접 방문, 카카오 / 소셜');
  });
});

describe('what is saved', () => {
  afterEach(() => {
    vi.unstubAllGlobals();
  });
  test('is what was loaded: further pages, and who is shown one', async () => {
    const choosing = { whom: 'rule', rule: 'template=product', shares: 'learnt', cost: 5, later: 1 };
    const popular = { kind: 'popular', on: true, size: 8 };
    const settings = { ...initial(), choosing, page: { ...initial().page, variants: [{ name: 'popular-first', blocks: [popular], later: 2 }] } };
    const fetched = vi.fn(async (_: string, { method }: RequestInit) =>
      method === 'PUT' ? new Response(null, { status: 204 }) : new Response(JSON.stringify({ published: { version: 1, settings, at: '' }, draft: null, versions: [] })),
    );
    vi.stubGlobal('fetch', fetched);
    const loaded = await loadSettings('demo', new AbortController().signal);
    if (!loaded.ok) throw new Error(JSON.stringify(loaded));
    await saveDraft('demo', loaded.data.published.settings);
    const sent = JSON.parse(String(fetched.mock.calls[1]?.[1].body)) as { settings: Settings };
    expect(sent.settings.choosing).toEqual(choosing);
    expect(sent.settings.page.variants).toMatchObject([{ name: 'popular-first', later: 2 }]);
    // Blocks it has never used stand at the end, switched off.
    expect(sent.settings.page.variants[0]?.blocks[0]).toEqual(popular);
    expect(sent.settings.page.variants[0]?.blocks.slice(1).some(({ on }) => on)).toBe(false);
  });
});
