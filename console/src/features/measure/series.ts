import type { Word } from '../../shared/words';
import type { Day } from './days';
import { clickRate, wilson } from './figures';

/** What the chart can draw: how a day gives the value, and how the value is said. */
export const SERIES = {
  conversionAmount: { word: 'figure.conversionAmount', unit: 'money', of: (day: Day) => day.conversionAmount },
  sessions: { word: 'figure.sessions', unit: 'count', of: (day: Day) => day.sessions },
  pageViews: { word: 'figure.pageViews', unit: 'count', of: (day: Day) => day.pageViews },
  dwell: { word: 'figure.dwell', unit: 'duration', of: (day: Day) => (day.sessions > 0 ? day.dwellVisibleMsMean : null) },
  triggered: { word: 'figure.triggered', unit: 'count', of: (day: Day) => day.triggered },
  impressions: { word: 'figure.impressions', unit: 'count', of: (day: Day) => day.impressions },
  clicks: { word: 'figure.clicks', unit: 'count', of: (day: Day) => day.clicks },
  clickRate: { word: 'figure.clickRate', unit: 'percent', of: clickRate },
  converted: { word: 'figure.converted', unit: 'count', of: (day: Day) => day.converted },
} as const satisfies Record<string, { word: Word; unit: 'money' | 'count' | 'duration' | 'percent'; of: (day: Day) => number | null }>;

export type SeriesName = keyof typeof SERIES;

/** The uncertainty of a day's value, where it is a share of few. */
export function bandOf(name: SeriesName, day: Day): { low: number; high: number } | null {
  return name === 'clickRate' ? wilson(day.clicks, day.impressions) : null;
}
