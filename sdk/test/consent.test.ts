import assert from 'node:assert/strict';
import { setTimeout as wait } from 'node:timers/promises';
import { afterEach, test } from 'node:test';
import { begin } from '../src/consent';
import type { Config } from '../src/contract';

const real = globalThis.setTimeout;
let late: (() => void)[] = [];

/** A page in which a consent platform speaks; returns what the script was told. */
const page = (from: 'google' | 'tcf', options: { wishes?: boolean; gpc?: boolean; dnt?: string; window?: object } = {}): string[] => {
  const told: string[] = [], set = (name: string, value: unknown): void => void Object.defineProperty(globalThis, name, { value, configurable: true, writable: true });
  late = [];
  set('window', { ...options.window });
  set('navigator', { globalPrivacyControl: options.gpc, doNotTrack: options.dnt ?? null });
  set('setTimeout', (f: () => void, ms = 0) => (ms ? late.push(f) : real(f, 0)));
  set('clearTimeout', () => { late = []; });
  begin(((_: string, consent: string) => told.push(consent)) as never, { consentFrom: from, wishes: options.wishes ?? true } as Config);
  return told;
};
const shop = (): any => (globalThis as any).window;
/** `gtag(...)`, as Google's snippet defines it. */
function gtag(..._: unknown[]): void { shop().dataLayer.push(arguments); }
const settle = (): Promise<void> => wait(5);
const passes = (): void => late.splice(0).forEach((f) => f());

afterEach(() => { globalThis.setTimeout = real; });

test('Consent Mode: what is granted by an update is granted, told once', async () => {
  const told = page('google');
  gtag('consent', 'default', { analytics_storage: 'denied', ad_storage: 'denied', wait_for_update: 500 });
  await settle();
  assert.deepEqual(told, []);
  gtag('consent', 'update', { analytics_storage: 'granted' });
  gtag('consent', 'update', { analytics_storage: 'granted' });
  await settle();
  assert.deepEqual(told, ['granted']);
});

test('Consent Mode: advertising is not asked about, analytics and personalisation are', async () => {
  const ads = page('google');
  gtag('consent', 'default', { ad_storage: 'denied', ad_user_data: 'denied', analytics_storage: 'granted' });
  await settle();
  assert.deepEqual(ads, ['granted']);
  const personal = page('google');
  gtag('consent', 'update', { analytics_storage: 'granted', personalization_storage: 'denied' });
  await settle();
  assert.deepEqual(personal, ['denied']);
});

test('Consent Mode: a default of denied waits for the answer of an earlier page, then stands', async () => {
  const told = page('google');
  gtag('consent', 'default', { analytics_storage: 'denied' });
  await settle();
  assert.deepEqual(told, []);
  passes();
  assert.deepEqual(told, ['denied']);
  gtag('consent', 'update', { analytics_storage: 'granted' });
  await settle();
  assert.deepEqual(told, ['denied', 'granted']);
});

test('Consent Mode: consent taken back by an update is denied at once', async () => {
  const told = page('google');
  gtag('consent', 'update', { analytics_storage: 'granted' });
  await settle();
  gtag('consent', 'update', { analytics_storage: 'denied' });
  await settle();
  assert.deepEqual(told, ['granted', 'denied']);
});

test('Consent Mode: what was pushed before us is heard', async () => {
  const before: unknown[] = [];
  (function gtag(..._: unknown[]) { before.push(arguments); })('consent', 'default', { analytics_storage: 'granted' });
  const told = page('google', { window: { dataLayer: before } });
  await settle();
  assert.deepEqual(told, ['granted']);
});

test('Consent Mode: the default without a region wins, since we do not know where the shopper is', async () => {
  for (const defaults of [[{ analytics_storage: 'denied', region: ['DE'] }, { analytics_storage: 'granted' }], [{ analytics_storage: 'granted' }, { analytics_storage: 'denied', region: ['DE'] }]]) {
    const told = page('google');
    for (const said of defaults) gtag('consent', 'default', said);
    await settle();
    assert.deepEqual(told, ['granted']);
  }
});

test('Consent Mode: Google\'s own tags know the region, and win', async () => {
  const told = page('google', { window: { google_tag_data: { ics: { entries: { analytics_storage: { default: false, update: true } } } } } });
  gtag('consent', 'default', { analytics_storage: 'denied' });
  await settle();
  assert.deepEqual(told, ['granted']);
});

test('Consent Mode: without a word about analytics nothing is known', async () => {
  const told = page('google');
  gtag('consent', 'default', { ad_storage: 'granted' });
  gtag('event', 'page_view', {});
  gtag('consent', 'nonsense');
  gtag('consent', 'update');
  shop().dataLayer.push(undefined, null, 7, 'text', { event: 'gtm.js' });
  await settle();
  passes();
  assert.deepEqual(told, []);
});

test('a browser that asks for privacy: what the mall presumes is not consent, what the shopper said is', async () => {
  for (const asks of [{ gpc: true }, { dnt: '1' }]) {
    const told = page('google', asks);
    gtag('consent', 'default', { analytics_storage: 'granted' });
    await settle();
    assert.deepEqual(told, []);
    gtag('consent', 'update', { analytics_storage: 'granted' });
    await settle();
    assert.deepEqual(told, ['granted']);
  }
  const notHonoured = page('google', { gpc: true, wishes: false });
  gtag('consent', 'default', { analytics_storage: 'granted' });
  await settle();
  assert.deepEqual(notHonoured, ['granted']);
});

test('the mall\'s own pushes come through whatever we do with them', () => {
  page('google');
  assert.equal(shop().dataLayer.push({ event: 'a' }, { event: 'b' }), 2);
  assert.deepEqual(shop().dataLayer.map((e: any) => e.event), ['a', 'b']);
});

/** A TCF platform that says these one after another. */
const cmp = (...said: (object | null)[]) => ({ __tcfapi: (_command: string, _version: number, hear: (data: object | null, fine: boolean) => void) => said.forEach((data) => hear(data, !!data)) });
const agreed = (...purposes: number[]) => ({ eventStatus: 'useractioncomplete', gdprApplies: true, purpose: { consents: Object.fromEntries(purposes.map((p) => [p, true])) } });

test('TCF: all of purposes 1, 5, 6 and 8 must be agreed to', () => {
  assert.deepEqual(page('tcf', { window: cmp(agreed(1, 5, 6, 8)) }), ['granted']);
  for (const missing of [1, 5, 6, 8]) assert.deepEqual(page('tcf', { window: cmp(agreed(...[1, 5, 6, 8].filter((p) => p !== missing))) }), ['denied'], `without ${missing}`);
});

test('TCF: an open question is no answer, the answer is heard when it comes and when it changes', () => {
  assert.deepEqual(page('tcf', { window: cmp({ eventStatus: 'cmpuishown', gdprApplies: true, purpose: { consents: {} } }, null) }), []);
  assert.deepEqual(page('tcf', { window: cmp({ ...agreed(1, 5, 6, 8), eventStatus: 'tcloaded' }, agreed(1)) }), ['granted', 'denied']);
});

test('TCF: where the law does not apply the platform says so, unless the browser asks for privacy', () => {
  assert.deepEqual(page('tcf', { window: cmp({ gdprApplies: false, eventStatus: 'tcloaded' }) }), ['granted']);
  assert.deepEqual(page('tcf', { gpc: true, window: cmp({ gdprApplies: false, eventStatus: 'tcloaded' }) }), []);
});

test('TCF: a platform that comes late is waited for, one that never comes is unknown', () => {
  const told = page('tcf');
  passes();
  Object.assign(shop(), cmp(agreed(1, 5, 6, 8)));
  passes();
  assert.deepEqual(told, ['granted']);
  const never = page('tcf');
  for (let i = 0; i < 30; i++) passes();
  assert.deepEqual([never, late.length], [[], 0]);
});
