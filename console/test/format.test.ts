import { describe, expect, test } from 'vitest';
import { ago, count, day, dayOf, duration, headlineMoney, minorUnits, moment, money, percent, shortDay, span } from '../src/shared/format';

describe('money in tables is exact', () => {
  test.each([
    [1_234_000, 'KRW', 'ko', '₩1,234,000'],
    [1_234_000, 'KRW', 'en', '₩1,234,000'],
    [0, 'KRW', 'ko', '₩0'],
    [-0.2, 'KRW', 'ko', '₩0'],
    [-47_200, 'KRW', 'ko', '−₩47,200'],
    [688.6, 'KRW', 'en', '₩689'],
    [1999, 'USD', 'en', '$19.99'],
    [1999, 'USD', 'ko', '$19.99'],
  ] as const)('%d minor units of %s in %s are %s', (amount, currency, language, said) => {
    expect(money(amount, currency, language)).toBe(said);
  });
});

describe('money in headlines is short', () => {
  test.each([
    [1_230_000, '123만 원'],
    [1_234_567, '123만 원'],
    [98_000, '98,000원'],
    [0, '0원'],
    [456_000, '45.6만 원'],
    [994_999, '99.5만 원'],
    [995_000, '100만 원'],
    [99_994_999, '9,999만 원'],
    [99_995_000, '1억 원'],
    [123_450_000, '1억 2,300만 원'],
    [199_990_000, '2억 원'],
    [12_345_678_900, '123억 원'],
    [-1_230_000, '−123만 원'],
  ])('%d won are %s in Korean', (amount, said) => {
    expect(headlineMoney(amount, 'KRW', 'ko')).toBe(said);
  });
  test('in English it is said with three leading digits', () => {
    expect(headlineMoney(1_234_567, 'KRW', 'en')).toBe('₩1.23M');
    expect(headlineMoney(-98_765, 'KRW', 'en')).toBe('−₩98.8K');
    expect(headlineMoney(9_800, 'KRW', 'en')).toBe('₩9,800');
    expect(headlineMoney(123_456, 'USD', 'en')).toBe('$1,234.56');
  });
});

test('a currency knows its minor units', () => {
  expect(minorUnits('KRW')).toBe(1);
  expect(minorUnits('USD')).toBe(100);
});

test('counts are grouped', () => {
  expect(count(1234567, 'ko')).toBe('1,234,567');
  expect(count(-12, 'en')).toBe('−12');
});

test('a share is a percentage, and nothing divided by nothing is a dash', () => {
  expect(percent(0.1234, 'ko')).toBe('12.3%');
  expect(percent(0.1234, 'en', 0)).toBe('12%');
  expect(percent(null, 'ko')).toBe('—');
  expect(percent(NaN, 'en')).toBe('—');
});

describe('a length of time is said as people say it', () => {
  test.each([
    [0, '0초', '0 s'],
    [8_440, '8.4초', '8.4 s'],
    [45_000, '45초', '45 s'],
    [59_600, '1분', '1 min'],
    [83_000, '1분 23초', '1 min 23 s'],
    [3_600_000, '1시간', '1 h'],
    [7_320_000, '2시간 2분', '2 h 2 min'],
  ])('%d ms', (ms, ko, en) => {
    expect(duration(ms, 'ko')).toBe(ko);
    expect(duration(ms, 'en')).toBe(en);
  });
});

describe('days', () => {
  test('are said in full with their weekday', () => {
    expect(day('2026-11-22', 'ko')).toBe('2026. 11. 22. (일)');
    expect(day('2026-11-22', 'en')).toBe('Sun, Nov 22, 2026');
  });
  test('are short on an axis', () => {
    expect(shortDay('2026-01-05', 'ko')).toBe('1. 5.');
    expect(shortDay('2026-01-05', 'en')).toBe('Jan 5');
  });
  test('of a period name the year once', () => {
    expect(span('2026-11-01', '2026-11-22', 'ko')).toBe('2026. 11. 1. – 11. 22.');
    expect(span('2026-10-24', '2026-11-22', 'en')).toBe('Oct 24 – Nov 22, 2026');
    expect(span('2026-11-01', '2026-11-22', 'en')).toBe('Nov 1 – 22, 2026');
    expect(span('2025-12-30', '2026-01-02', 'ko')).toBe('2025. 12. 30. – 2026. 1. 2.');
    expect(span('2025-12-30', '2026-01-02', 'en')).toBe('Dec 30, 2025 – Jan 2, 2026');
    expect(span('2026-11-22', '2026-11-22', 'ko')).toBe('2026. 11. 22. (일)');
  });
  test('and moments are the mall’s, not the browser’s', () => {
    expect(dayOf('2026-11-22T15:30:00Z', 'Asia/Seoul')).toBe('2026-11-23');
    expect(dayOf('2026-11-22T15:30:00Z', 'America/New_York')).toBe('2026-11-22');
    expect(moment('2026-11-22T15:03:00Z', 'Asia/Seoul', 'ko')).toBe('11. 23. 00:03');
    expect(moment('2026-11-22T15:03:00Z', 'Asia/Seoul', 'en')).toBe('Nov 23, 00:03');
  });
});

test('how long ago is said in the largest fitting unit', () => {
  expect(ago(2_000, 'ko')).toBe('방금');
  expect(ago(2_000, 'en')).toBe('just now');
  expect(ago(45_000, 'ko')).toBe('45초 전');
  expect(ago(200_000, 'en')).toBe('3 minutes ago');
  expect(ago(3 * 86_400_000, 'ko')).toBe('3일 전');
});
