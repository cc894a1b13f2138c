import type { Arm, Millis, Plan, Reason, Trigger } from './contract';

/** The one chance, once it was had. */
export interface Seen { at: Millis; arm: Arm }

/** All that the page's own rules look at when a shopper is about to leave. */
export interface Moment {
  now: Millis;
  trigger: Trigger;
  plan?: Plan | undefined;
  /** When the plan arrived. */
  planAt: Millis;
  seen?: Seen | undefined;
  snoozedUntil?: Millis | undefined;
  /** When the visit began. */
  visitAt: Millis;
  /** Visible milliseconds since landing. */
  stayMs: number;
  /** This is the history entry that the visit landed on. */
  entry: boolean;
  /** The shopper has tapped or typed on it. */
  activated: boolean;
}

/**
 * Why no reload page may be shown at this moment, or undefined where one may. The order is from what is true of the visitor, over
 * what the server said, to what is true of the moment: the first that holds is the one reported.
 */
export const refusal = (m: Moment): Reason | undefined => {
  const { plan, seen, trigger } = m;
  const rules = plan?.rules;
  if (seen && (rules?.once !== false || seen.at >= m.visitAt)) return seen.arm === 'shown' ? 'ALREADY_SEEN' : 'ALREADY_HELD_OUT';
  if (m.snoozedUntil! > m.now) return 'SNOOZED';
  if (!plan) return 'NO_PLAN';
  const gate = plan.triggers[trigger];
  if (!gate.armed) return gate.reason ?? plan.reason ?? 'TRIGGER_OFF';
  if (!plan.eligible) return plan.reason;
  if (m.now >= m.planAt + plan.ttlMs!) return 'PLAN_EXPIRED';
  if (trigger === 'back-hold' && !m.entry) return 'NOT_LANDING_ENTRY';
  if (m.stayMs >= rules!.maxStayMs) return 'STAYED_TOO_LONG';
  if (m.stayMs < Math.max(2000, rules!.minStayMs)) return 'TOO_EARLY';
  if (trigger === 'back-hold' && !m.activated) return 'NO_ACTIVATION';
  return;
};
