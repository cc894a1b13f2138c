import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import type { Frequency, Gate, Plan, Reason, Trigger } from '../src/contract';
import { refusal, type Seen } from '../src/gates';

const TRIGGERS: Trigger[] = ['back-hold', 'back-landing', 'leave-signal', 'return', 'link', 'inline'];
const all = (gate: Gate): Record<Trigger, Gate> => Object.fromEntries(TRIGGERS.map((name) => [name, gate])) as Record<Trigger, Gate>;
const often = (frequency: Frequency): Partial<Plan> => ({ triggers: all({ armed: true, frequency }) });

const plan: Plan = {
  v: 1, eligible: true, plan: '019aa9c0-0000-7000-8000-000000000009', token: 'AQIDBAUGBwgJCgsMDQ4PEBESExQ', ttlMs: 600_000, arm: 'shown',
  triggers: all({ armed: true, frequency: 'visitor' }),
  rules: { maxStayMs: 60_000, minStayMs: 2000, snoozeDays: 7 },
};
const now = 1_795_312_800_000;
interface Moment { trigger: Trigger; plan: Plan | undefined; planAt: number; seen?: Seen; snoozedUntil?: number; visitAt: number; stayMs: number; entry: boolean; activated: boolean }
const leaving: Moment = { trigger: 'back-hold', plan, planAt: now - 5000, visitAt: now - 8000, stayMs: 8000, entry: true, activated: true };
const why = (changed: Partial<Moment>): Reason | undefined => {
  const m = { ...leaving, ...changed };
  return refusal(now, m.trigger, m.plan, m.planAt, m, m.visitAt, m.stayMs, m.entry, m.activated);
};
const planned = (changed: Partial<Plan>): Plan => ({ ...plan, ...changed });

test('a shopper who landed, looked a few seconds, tapped and leaves may be shown the reload page', () => {
  assert.equal(why({}), undefined);
  assert.equal(why({ trigger: 'back-landing' }), undefined);
});

test('a visitor who has had the one chance is not shown it again, also in a later visit', () => {
  assert.equal(why({ seen: { at: now - 90 * 86_400_000, arm: 'shown' } }), 'ALREADY_SEEN');
  assert.equal(why({ seen: { at: now - 90 * 86_400_000, arm: 'held-out' } }), 'ALREADY_HELD_OUT');
});

test('a mall may allow it once a visit instead, never twice in one', () => {
  const oncePerVisit = planned(often('visit'));
  assert.equal(why({ plan: oncePerVisit, seen: { at: now - 86_400_000, arm: 'shown' } }), undefined);
  assert.equal(why({ plan: oncePerVisit, seen: { at: now - 1000, arm: 'shown' } }), 'ALREADY_SEEN');
});

test('or once a day: not again before 24 hours have passed', () => {
  const oncePerDay = planned(often('day'));
  assert.equal(why({ plan: oncePerDay, seen: { at: now - 86_400_001, arm: 'shown' } }), undefined);
  assert.equal(why({ plan: oncePerDay, seen: { at: now - 86_400_000, arm: 'held-out' } }), 'ALREADY_HELD_OUT');
});

test('the chance is one for all that interrupt, each with its own frequency', () => {
  const mixed = planned({ triggers: { ...plan.triggers, return: { armed: true, frequency: 'visit' } } });
  const seen = { at: now - 3_600_000, arm: 'shown' } as const;
  assert.equal(why({ plan: mixed, trigger: 'return', seen }), undefined);
  assert.equal(why({ plan: mixed, trigger: 'leave-signal', seen }), 'ALREADY_SEEN');
});

test('where no frequency is said, once is once', () => {
  assert.equal(why({ plan: planned({ triggers: all({ armed: true }) }), seen: { at: 1, arm: 'shown' } }), 'ALREADY_SEEN');
});

test('a trigger the plan does not know is off', () => {
  assert.equal(why({ trigger: 'return', plan: planned({ triggers: { 'back-hold': { armed: true } } as never }) }), 'TRIGGER_OFF');
});

test('without a plan the one chance is taken to be the only one', () => {
  assert.equal(why({ plan: undefined, seen: { at: 1, arm: 'shown' } }), 'ALREADY_SEEN');
});

test('not for 7 days means not for 7 days', () => {
  assert.equal(why({ snoozedUntil: now + 1 }), 'SNOOZED');
  assert.equal(why({ snoozedUntil: now }), undefined);
});

test('no plan, no reload page', () => {
  assert.equal(why({ plan: undefined }), 'NO_PLAN');
});

test('what the server refused stays refused, for the reason it gave', () => {
  const refused = planned({ triggers: { ...plan.triggers, 'back-hold': { armed: false, reason: 'SEARCH_ENGINE' } } });
  assert.equal(why({ plan: refused }), 'SEARCH_ENGINE');
  assert.equal(why({ plan: refused, trigger: 'back-landing' }), undefined);
  const bot: Plan = { v: 1, eligible: false, reason: 'BOT', triggers: all({ armed: false }), rules: plan.rules };
  assert.equal(why({ plan: bot }), 'BOT');
});

test('an expired plan is no plan', () => {
  assert.equal(why({ planAt: now - 599_999 }), undefined);
  assert.equal(why({ planAt: now - 600_000 }), 'PLAN_EXPIRED');
});

test('Back is held on the landing entry only; the landing after Back may be any page', () => {
  assert.equal(why({ entry: false }), 'NOT_LANDING_ENTRY');
  assert.equal(why({ entry: false, trigger: 'back-landing' }), undefined);
});

test('a visit of one minute or more is not shown it', () => {
  assert.equal(why({ stayMs: 59_999 }), undefined);
  assert.equal(why({ stayMs: 60_000 }), 'STAYED_TOO_LONG');
  assert.equal(why({ stayMs: 60_000, trigger: 'back-landing' }), 'STAYED_TOO_LONG');
});

test('nothing happens in the first two seconds, whatever the plan says', () => {
  assert.equal(why({ stayMs: 1999 }), 'TOO_EARLY');
  assert.equal(why({ stayMs: 2000 }), undefined);
  assert.equal(why({ stayMs: 1999, plan: planned({ rules: { ...plan.rules, minStayMs: 0 } }) }), 'TOO_EARLY');
  assert.equal(why({ stayMs: 2999, plan: planned({ rules: { ...plan.rules, minStayMs: 3000 } }) }), 'TOO_EARLY');
});

test('who never tapped is never held', () => {
  assert.equal(why({ activated: false }), 'NO_ACTIVATION');
  assert.equal(why({ activated: false, trigger: 'back-landing' }), undefined);
});

test('every reason given is in the contract', () => {
  const known = new Set((JSON.parse(readFileSync('../contract/reasons.json', 'utf8')) as { reason: string }[]).map((r) => r.reason));
  const given = ['ALREADY_SEEN', 'ALREADY_HELD_OUT', 'SNOOZED', 'NO_PLAN', 'TRIGGER_OFF', 'PLAN_EXPIRED', 'NOT_LANDING_ENTRY', 'STAYED_TOO_LONG',
    'TOO_EARLY', 'NO_ACTIVATION', 'HELD_OUT', 'RENDER_FAILED'];
  for (const reason of given) assert.ok(known.has(reason), reason);
});
