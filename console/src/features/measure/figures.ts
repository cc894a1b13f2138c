import * as v from 'valibot';

/** The counts and amounts that a report, a day and a row of a breakdown share. Amounts in minor units, dwell in milliseconds. */
export const figures = {
  sessions: v.number(),
  pageViews: v.number(),
  dwellVisibleMsMean: v.optional(v.nullable(v.number()), null),
  triggered: v.number(),
  shown: v.number(),
  spared: v.number(),
  heldOut: v.number(),
  impressions: v.number(),
  clicks: v.number(),
  converted: v.number(),
  conversionAmount: v.number(),
  refundedAmount: v.number(),
};

const Figures = v.object(figures);
export type Figures = v.InferOutput<typeof Figures>;

export function clickRate({ impressions, clicks }: Figures): number | null {
  return impressions > 0 ? clicks / impressions : null;
}

/** Wilson's score interval for a share, 95 %. Null where nothing was tried. Source: Wilson, JASA 22 (1927), 209-212. */
export function wilson(successes: number, tries: number): { low: number; high: number } | null {
  if (tries <= 0) return null;
  const z = 1.959964;
  const share = Math.min(1, successes / tries);
  const scale = 1 + (z * z) / tries;
  const middle = (share + (z * z) / (2 * tries)) / scale;
  const half = (z / scale) * Math.sqrt((share * (1 - share)) / tries + (z * z) / (4 * tries * tries));
  return { low: Math.max(0, middle - half), high: Math.min(1, middle + half) };
}
