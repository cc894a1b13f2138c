import type { Plan, Reason, Trigger } from '../contract';
import { refusal } from '../gates';
import { recall, type Inside } from '../inside';

/** One rule of one trigger: whether it lets it through now, and the number behind it. */
export interface Verdict { rule: Reason; passed: boolean; value?: string }

export const seconds = (ms: number): string => {
  const s = Math.max(0, Math.floor(ms / 1000));
  return `${Math.floor(s / 60)}:${`${s % 60}`.padStart(2, '0')}`;
};

/** The triggers that take the shopper's one chance; the others the page refuses nothing. */
const INTERRUPTS = /^(back|leave|return)/;

/**
 * The page's rules for a trigger, each asked alone: by the very function that decides, with everything else as it lets through.
 *
 * @param touched whether the page was tapped or typed in
 */
export const pageVerdicts = (trigger: Trigger, inside: Inside, touched: boolean, now = Date.now()): Verdict[] => {
  const [plan, planAt] = inside.plan() ?? [], verdicts: Verdict[] = [{ rule: 'NO_PLAN', passed: !!plan }];
  if (!plan) return verdicts;
  const { rules } = plan, { known, visit } = recall(inside), stayMs = inside.stay(), entry = (JSON.parse(inside.asking()) as { landing: { entry: boolean } }).landing.entry, gate = { ...plan.triggers[trigger], armed: true };
  const open = { ...plan, eligible: true, ttlMs: plan.ttlMs ?? 0, triggers: { ...plan.triggers, [trigger]: gate } } as Plan;
  /** Time enough, and not too much. */
  const middle = Math.max(2000, rules.minStayMs), long = { ...open, rules: { ...rules, maxStayMs: Infinity } }, short = { ...open, rules: { ...rules, minStayMs: 0 } };
  const passes = (rule: string, asked: { plan?: Plan; at?: number; known?: Parameters<typeof refusal>[4]; stay?: number; entry?: boolean; touched?: boolean }): boolean =>
    !refusal(now, trigger, asked.plan ?? long, asked.at ?? now, asked.known ?? {}, visit!.at, asked.stay ?? middle, asked.entry ?? true, asked.touched ?? true)?.startsWith(rule);
  const add = (rule: Reason, passed: boolean, value?: string): unknown => verdicts.push({ rule, passed, ...(value && { value }) });
  add('PLAN_EXPIRED', passes('PLAN', { at: planAt! }), plan.ttlMs ? seconds(planAt! + plan.ttlMs - now) : '');
  if (!INTERRUPTS.test(trigger)) return verdicts;
  const seen = known.seen?.arm === 'held-out' ? 'ALREADY_HELD_OUT' : 'ALREADY_SEEN';
  add(seen, passes('ALREADY', { known: known.seen ? { seen: known.seen } : {} }));
  add('SNOOZED', passes('SNOOZED', { known: { snoozedUntil: known.snoozedUntil ?? 0 } }));
  if (trigger === 'back-hold') add('NOT_LANDING_ENTRY', passes('NOT_LANDING', { entry }));
  add('STAYED_TOO_LONG', passes('STAYED', { plan: short, stay: Math.max(middle, stayMs) }), `${seconds(stayMs)} / ${seconds(rules.maxStayMs)}`);
  add('TOO_EARLY', passes('TOO_EARLY', { stay: stayMs }), `${seconds(stayMs)} / ${seconds(middle)}`);
  if (trigger === 'back-hold') add('NO_ACTIVATION', passes('NO_ACTIVATION', { touched }));
  return verdicts;
};
