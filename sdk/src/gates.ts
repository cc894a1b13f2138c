import type { Arm, Millis, Plan, Reason, Trigger } from './contract';

/** Whether this is the bundle that holds Back. */
declare const HOLD: boolean;

/** The one chance, once it was had. */
export interface Seen { at: Millis; arm: Arm }

/**
 * Why no reload page may be shown at this moment, or undefined where one may. The order is from what is true of the visitor, over
 * what the server said, to what is true of the moment: the first that holds is the one reported.
 *
 * @param trigger one of those that interrupt
 * @param planAt when the plan arrived
 * @param visitAt when the visit began
 * @param stayMs visible milliseconds since landing
 * @param entry this is the history entry that the visit landed on
 * @param activated the shopper has tapped or typed on it
 */
export const refusal = (
  now: Millis, trigger: Trigger, plan: Plan | undefined, planAt: Millis, { seen, snoozedUntil }: { seen?: Seen; snoozedUntil?: Millis },
  visitAt: Millis, stayMs: number, entry: boolean, activated: boolean,
): Reason | undefined => {
  const gate = plan?.triggers[trigger];
  // Once ever, where nothing else is said.
  if (seen && !(seen.at < { visit: visitAt, day: now - 86_400_000 }[gate?.frequency as 'day']!)) return `ALREADY_${seen.arm === 'shown' ? 'SEEN' : 'HELD_OUT'}`;
  if (snoozedUntil! > now) return 'SNOOZED';
  if (!plan) return 'NO_PLAN';
  // To the strict bundle the server has refused the Back hold already.
  const { rules } = plan, hold = HOLD && trigger === 'back-hold';
  if (!plan.eligible || !gate?.armed) return gate?.reason ?? plan.reason ?? 'TRIGGER_OFF';
  if (now >= planAt + plan.ttlMs!) return 'PLAN_EXPIRED';
  if (hold && !entry) return 'NOT_LANDING_ENTRY';
  if (stayMs >= rules.maxStayMs) return 'STAYED_TOO_LONG';
  if (stayMs < Math.max(2000, rules.minStayMs)) return 'TOO_EARLY';
  if (hold && !activated) return 'NO_ACTIVATION';
  return;
};
