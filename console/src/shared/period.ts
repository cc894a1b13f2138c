import { dayOf } from './format';

/** Mall-local days, both ends included. */
export type Period = { from: string; to: string };
export type PeriodChoice = { kind: 'last'; days: number } | { kind: 'custom'; from: string; to: string };

const DAY = 86_400_000;
const ISO_DAY = /^\d{4}-\d{2}-\d{2}$/;

export function addDays(day: string, n: number): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + n * DAY).toISOString().slice(0, 10);
}

/** How many days the period has, both ends included. */
export function lengthOf({ from, to }: Period): number {
  return Math.round((Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / DAY) + 1;
}

export function daysOf(period: Period): string[] {
  return Array.from({ length: Math.max(0, lengthOf(period)) }, (_, i) => addDays(period.from, i));
}

/** The period of the same length that ends the day before. */
export function before(period: Period): Period {
  const length = lengthOf(period);
  return { from: addDays(period.from, -length), to: addDays(period.from, -1) };
}

export function resolve(choice: PeriodChoice, now: number, zone: string): Period {
  if (choice.kind === 'custom') return { from: choice.from, to: choice.to };
  const today = dayOf(now, zone);
  return { from: addDays(today, 1 - choice.days), to: today };
}

/** Reads the choice from a query; the last 30 days where it says nothing sensible. */
export function choiceOf(query: URLSearchParams): PeriodChoice {
  const from = query.get('from') ?? '';
  const to = query.get('to') ?? '';
  if (isDay(from) && isDay(to) && from <= to && lengthOf({ from, to }) <= 400) return { kind: 'custom', from, to };
  return { kind: 'last', days: query.get('last') === '7' ? 7 : 30 };
}

export function queryOf(choice: PeriodChoice): string {
  return choice.kind === 'last' ? `last=${choice.days}` : `from=${choice.from}&to=${choice.to}`;
}

export function isDay(text: string): boolean {
  return ISO_DAY.test(text) && !Number.isNaN(Date.parse(`${text}T00:00:00Z`)) && addDays(text, 0) === text;
}
