import { describe, expect, test } from 'vitest';
import { progressOf } from '../src/app/DemoStory';
import { cspLines } from '../src/features/collect/InstallScreen';
import { wrongOf } from '../src/features/mall/createMall';
import { readOrigins } from '../src/shared/origins';
import { basisWord, themesOf } from '../src/features/session/chances';
import type { Session } from '../src/features/session/sessions';
import { csv } from '../src/shared/csv';
import { pathTo, routeOf } from '../src/shared/route';
import { rowsForFile } from '../src/shared/ui/DataTable';
import { sayValue } from '../src/shared/values';
import { ko } from '../src/shared/words/ko';

const t = (word: keyof typeof ko): string => ko[word];

describe('the address', () => {
  test('comes back as it was written', () => {
    expect(routeOf(pathTo('demo'), '')).toMatchObject({ mall: 'demo', screen: 'overview' });
    expect(routeOf(pathTo('demo', 'page'), '')).toMatchObject({ mall: 'demo', screen: 'page' });
    expect(pathTo('demo', 'overview', 'last=7')).toBe('/console/demo?last=7');
  });
  test('names no mall at the start, and falls to the overview', () => {
    expect(routeOf('/console/', '')).toMatchObject({ mall: null, screen: 'overview' });
    expect(routeOf('/console/demo/nowhere', '')).toMatchObject({ mall: 'demo', screen: 'overview' });
  });
});

describe('a referral path', () => {
  test('names Korean sources as people call them', () => {
    expect(sayValue('naver / organic', t, 'ko')).toBe('네이버 / 검색');
    expect(sayValue('instagram / social / autumn', t, 'ko')).toBe('인스타그램 / 소셜 / autumn');
  });
  test('says direct once, and leaves the unknown as it came', () => {
    expect(sayValue('direct / none', t, 'ko')).toBe('직접 방문');
    expect(sayValue('blog.example / referral', t, 'ko')).toBe('blog.example / 링크');
    expect(sayValue(null, t, 'ko')).toBe('알 수 없음');
  });
  test('and other values are words', () => {
    expect(sayValue('phone', t, 'ko')).toBe('휴대폰');
    expect(sayValue('back-hold', t, 'ko')).toBe('뒤로가기 잡기');
  });
});

describe('a chance', () => {
  const chance = (signals: [string, number][]) => ({ chance: 0.5, base: 0, signals: signals.map(([signal, logOdds]) => ({ signal, logOdds })) });
  test('is explained by themes, the strongest first, whose signals are summed', () => {
    expect(themesOf(chance([['pace.last', 0.5], ['page.product', -0.7], ['pace.mean', 0.4]]), 3)).toEqual([
      { theme: 'pace', logOdds: 0.9 },
      { theme: 'page', logOdds: -0.7 },
    ]);
  });
  test('leaves out what hardly moved it, and signals that take each other back', () => {
    expect(themesOf(chance([['depth.views', 0.8], ['depth.time', -0.8], ['device.phone', 0.05]]), 3)).toEqual([]);
  });
  test('speaks of no time on pages at the first', () => {
    expect(themesOf(chance([['pace.last', 0.5], ['depth.views', 0.4]]), 1)).toEqual([{ theme: 'depth', logOdds: 0.9 }]);
  });
  test('rests on something that is said', () => {
    const basis = { version: 0, trainedAt: null, visits: 0, average: 0.4, calibrated: null, drifted: false };
    expect(basisWord({ ...basis, from: 'PRIOR', outcome: null })).toBe('never');
    expect(basisWord({ ...basis, from: 'PRIOR', outcome: 'TOO_LITTLE' })).toBe('tooLittle');
    expect(basisWord({ ...basis, from: 'PRIOR', outcome: 'NO_BETTER' })).toBe('noBetter');
    expect(basisWord({ ...basis, from: 'SHARED', outcome: 'TOO_LITTLE' })).toBe('shared');
    expect(basisWord({ ...basis, from: 'OWN', outcome: 'NO_BETTER' })).toBe('own');
  });
});

describe('a table for a spreadsheet', () => {
  test('quotes what needs it and keeps numbers plain', () => {
    expect(csv([['a', 'b'], ['x, "y"', 1234.5], [null, -3]])).toBe('\uFEFFa,b\r\n"x, ""y""",1234.5\r\n,-3\r\n');
  });
  test('never carries a formula that a stranger wrote', () => {
    expect(csv([['=cmd()'], ['+1'], ['@x'], ['-y']])).toBe("\uFEFF'=cmd()\r\n'+1\r\n'@x\r\n'-y\r\n");
  });
  test('has the columns that have a raw value', () => {
    const columns = [{ head: 'Day', cell: () => null, raw: (row: number) => row }, { head: 'Bar', cell: () => null }];
    expect(rowsForFile(columns, [7])).toEqual([['Day'], [7]]);
  });
});

describe('the mall’s addresses', () => {
  test('are read one a line, once each', () => {
    expect(readOrigins(' https://shop.example \n\nhttps://SHOP.example/\nhttp://localhost:8081')).toEqual({ ok: true, origins: ['https://shop.example', 'http://localhost:8081'] });
  });
  test.each(['shop.example', 'https://shop.example/path', 'ftp://shop.example', 'https://shop.example?x=1', 'https://me@shop.example'])('do not hold %s', (line) => {
    expect(readOrigins(line)).toEqual({ ok: false, wrong: line });
  });
  test('are at least one', () => {
    expect(readOrigins('\n \n')).toEqual({ ok: false, wrong: null });
  });
});

test('the lines for a content security policy name where the script comes from', () => {
  expect(cspLines('<script>1</script><script async src="https://r.example/sdk/reload.js"></script>', 'https://console.example')).toBe('script-src https://r.example;\nconnect-src https://r.example;');
  expect(cspLines('<script async src="/sdk/reload.js"></script>', 'https://console.example')).toContain('https://console.example');
});

describe('the story of the demo mall', () => {
  const session = (more: Partial<Session>): Session => ({ session: 's', startedAt: '2026-11-22T10:00:00Z', visitor: 'v', referral: null, device: null, pageViews: 1, visibleMs: 0, orders: 0, trigger: null, arm: null, reason: null, impressed: false, clicked: false, converted: false, amount: 0, ...more });
  const since = Date.parse('2026-11-22T09:00:00Z');
  test('has not begun before a session arrives', () => {
    expect(progressOf([], since)).toEqual({ visit: false, arm: null, notShown: null, click: false, order: null });
    expect(progressOf([session({ startedAt: '2026-11-22T08:00:00Z' })], since)).toMatchObject({ visit: false });
  });
  test('goes on step by step', () => {
    expect(progressOf([session({})], since)).toMatchObject({ visit: true, arm: null });
    expect(progressOf([session({ reason: 'NO_ACTIVATION' })], since)).toMatchObject({ arm: null, notShown: 'NO_ACTIVATION' });
    expect(progressOf([session({ arm: 'held-out' })], since)).toMatchObject({ arm: 'held-out', click: false });
    expect(progressOf([session({ arm: 'shown', impressed: true, clicked: true })], since)).toMatchObject({ arm: 'shown', click: true, order: null });
    expect(progressOf([session({ arm: 'shown', clicked: true, orders: 1, amount: 47200 })], since)).toMatchObject({ order: 47200 });
  });
  test('is told from the visit that came furthest', () => {
    expect(progressOf([session({ session: 'new' }), session({ session: 'old', arm: 'shown', clicked: true })], since)).toMatchObject({ click: true });
  });
});

describe('a new mall', () => {
  const good = { key: 'sand-linen', name: '모래와 리넨', origins: ['https://sand.example'], currency: 'KRW', zone: 'Asia/Seoul', simulated: false };
  test('is taken as it should be', () => {
    expect(wrongOf(good)).toEqual({});
  });
  test.each([
    ['key', 'Sand'],
    ['key', '-sand'],
    ['key', ''],
    ['name', '  '],
    ['currency', 'won'],
    ['zone', 'Seoul/Asia'],
    ['zone', ''],
  ] as const)('is refused with the %s "%s"', (field, value) => {
    expect(Object.keys(wrongOf({ ...good, [field]: value }))).toEqual([field]);
  });
});
