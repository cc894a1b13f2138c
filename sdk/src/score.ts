import type { LeaveModel } from './contract';

/** How likely the shopper is leaving, 0 to 1. */
export const score = ({ weights, bias }: LeaveModel, features: number[]): number =>
  1 / (1 + Math.exp(-features.reduce((sum, x, i) => sum + x * weights[i]!, bias)));
