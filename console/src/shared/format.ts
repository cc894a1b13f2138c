/** How figures, money, time and dates are said, in both languages. Pure: no clock and no language of its own. */
export type Language = 'ko' | 'en';

export const NONE = '—';
const MINUS = '\u2212';

const intl = (language: Language): string => (language === 'ko' ? 'ko-KR' : 'en-US');
const signed = (text: string): string => text.replace(/-/g, MINUS);

/** 1,234 */
export function count(n: number, language: Language): string {
  return signed(new Intl.NumberFormat(intl(language), { maximumFractionDigits: 0 }).format(n));
}

/** 12.3%; a share in [0, 1], or null where there was nothing to divide by. */
export function percent(share: number | null, language: Language, digits = 1): string {
  if (share === null || !Number.isFinite(share)) return NONE;
  return signed(new Intl.NumberFormat(intl(language), { style: 'percent', minimumFractionDigits: digits, maximumFractionDigits: digits }).format(share));
}

/** How many minor units make one unit of the currency: 1 for KRW, 100 for USD. */
export function minorUnits(currency: string): number {
  return 10 ** (new Intl.NumberFormat('en-US', { style: 'currency', currency }).resolvedOptions().maximumFractionDigits ?? 0);
}

/** ₩, $: what stands before an amount. */
export function currencySign(currency: string, language: Language): string {
  const parts = new Intl.NumberFormat(intl(language), { style: 'currency', currency, currencyDisplay: 'narrowSymbol' }).formatToParts(0);
  return parts.find(({ type }) => type === 'currency')?.value ?? currency;
}

/** Exact money for tables: ₩1,234,000. `amount` is in minor units; fractions of them are rounded. */
export function money(amount: number, currency: string, language: Language): string {
  const value = Math.round(amount) / minorUnits(currency);
  return signed(new Intl.NumberFormat(intl(language), { style: 'currency', currency, currencyDisplay: 'narrowSymbol' }).format(value === 0 ? 0 : value));
}

/** Money for headlines: 123만 원, 1억 2,300만 원, ₩1.23M. Three leading digits, never more exact than it reads. */
export function headlineMoney(amount: number, currency: string, language: Language): string {
  if (language === 'ko' && currency === 'KRW') return won(Math.round(amount));
  const value = amount / minorUnits(currency);
  if (Math.abs(value) < 10_000) return money(amount, currency, language);
  return signed(
    new Intl.NumberFormat(intl(language), { style: 'currency', currency, currencyDisplay: 'narrowSymbol', notation: 'compact', minimumFractionDigits: 0, maximumSignificantDigits: 3 }).format(value),
  );
}

function won(amount: number): string {
  const size = Math.abs(amount);
  const sign = amount < 0 ? MINUS : '';
  const number = (n: number, digits = 0): string => new Intl.NumberFormat('ko-KR', { maximumFractionDigits: digits }).format(n);
  if (size < 100_000) return `${sign}${number(size)}원`;
  if (size < 995_000) return `${sign}${number(size / 10_000, 1)}만 원`;
  const man = Math.round(size / 10_000);
  if (man < 10_000) return `${sign}${number(man)}만 원`;
  const eok = Math.floor(man / 10_000);
  const rest = eok >= 100 ? 0 : Math.round((man % 10_000) / 100) * 100;
  if (rest === 10_000) return `${sign}${number(eok + 1)}억 원`;
  return rest > 0 ? `${sign}${number(eok)}억 ${number(rest)}만 원` : `${sign}${number(eok)}억 원`;
}

/** A length of time: 45초, 1분 23초, 1시간 2분; 45 s, 1 min 23 s, 1 h 2 min. */
export function duration(ms: number, language: Language): string {
  const [h, min, s] = language === 'ko' ? ['시간', '분', '초'] : [' h', ' min', ' s'];
  if (ms < 10_000) return `${new Intl.NumberFormat(intl(language), { maximumFractionDigits: 1 }).format(Math.max(0, ms) / 1000)}${s}`;
  const seconds = Math.round(ms / 1000);
  if (seconds < 60) return `${seconds}${s}`;
  const minutes = Math.floor(seconds / 60);
  if (minutes < 60) return seconds % 60 ? `${minutes}${min} ${seconds % 60}${s}` : `${minutes}${min}`;
  return minutes % 60 ? `${Math.floor(minutes / 60)}${h} ${minutes % 60}${min}` : `${Math.floor(minutes / 60)}${h}`;
}

/** A mall-local day, YYYY-MM-DD, in full: 2026. 11. 22. (일); Sun, Nov 22, 2026. */
export function day(iso: string, language: Language): string {
  const [y, m, d] = parts(iso);
  const weekday = new Intl.DateTimeFormat(intl(language), { weekday: 'short', timeZone: 'UTC' }).format(Date.UTC(y, m - 1, d));
  if (language === 'ko') return `${y}. ${m}. ${d}. (${weekday})`;
  return `${weekday}, ${monthEn(m)} ${d}, ${y}`;
}

/** The same, short enough for an axis: 11. 22.; Nov 22. */
export function shortDay(iso: string, language: Language): string {
  const [, m, d] = parts(iso);
  return language === 'ko' ? `${m}. ${d}.` : `${monthEn(m)} ${d}`;
}

/** Both ends of a period, the year said once: 2026. 11. 1. – 11. 22.; Nov 1 – 22, 2026. */
export function span(from: string, to: string, language: Language): string {
  if (from === to) return day(from, language);
  const [y1, m1, d1] = parts(from);
  const [y2, m2, d2] = parts(to);
  if (language === 'ko') return y1 === y2 ? `${y1}. ${m1}. ${d1}. – ${m2}. ${d2}.` : `${y1}. ${m1}. ${d1}. – ${y2}. ${m2}. ${d2}.`;
  if (y1 !== y2) return `${monthEn(m1)} ${d1}, ${y1} – ${monthEn(m2)} ${d2}, ${y2}`;
  return m1 === m2 ? `${monthEn(m1)} ${d1} – ${d2}, ${y1}` : `${monthEn(m1)} ${d1} – ${monthEn(m2)} ${d2}, ${y1}`;
}

/** A moment in the mall's zone: 11. 22. 14:03; Nov 22, 14:03. */
export function moment(instant: string | number, zone: string, language: Language): string {
  const { month, day: d, hour, minute } = inZone(instant, zone);
  return language === 'ko' ? `${month}. ${d}. ${hour}:${minute}` : `${monthEn(month)} ${d}, ${hour}:${minute}`;
}

/** The mall-local day of a moment, YYYY-MM-DD. */
export function dayOf(instant: string | number, zone: string): string {
  const { year, month, day: d } = inZone(instant, zone);
  return `${year}-${String(month).padStart(2, '0')}-${String(d).padStart(2, '0')}`;
}

/** How long ago, from numbers only: 방금, 3분 전, 2일 전; just now, 3 minutes ago. */
export function ago(ms: number, language: Language): string {
  const s = Math.max(0, Math.round(ms / 1000));
  if (s < 5) return language === 'ko' ? '방금' : 'just now';
  const relative = new Intl.RelativeTimeFormat(intl(language), { numeric: 'always' });
  if (s < 60) return relative.format(-s, 'second');
  if (s < 3600) return relative.format(-Math.floor(s / 60), 'minute');
  if (s < 86_400) return relative.format(-Math.floor(s / 3600), 'hour');
  return relative.format(-Math.floor(s / 86_400), 'day');
}

function monthEn(m: number): string {
  return new Intl.DateTimeFormat('en-US', { month: 'short', timeZone: 'UTC' }).format(Date.UTC(2026, m - 1, 1));
}

function parts(iso: string): [number, number, number] {
  const [y = NaN, m = NaN, d = NaN] = iso.split('-').map(Number);
  return [y, m, d];
}

function inZone(instant: string | number, zone: string) {
  const found: Record<string, string> = {};
  const format = new Intl.DateTimeFormat('en-US', { timeZone: zone, hourCycle: 'h23', year: 'numeric', month: 'numeric', day: 'numeric', hour: '2-digit', minute: '2-digit' });
  for (const { type, value } of format.formatToParts(new Date(instant))) found[type] = value;
  return { year: Number(found['year']), month: Number(found['month']), day: Number(found['day']), hour: found['hour'] ?? '', minute: found['minute'] ?? '' };
}
