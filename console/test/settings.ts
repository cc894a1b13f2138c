import type { Settings } from '../src/features/decide/settings';

const none = { title: null, leave: null, stay: null, snooze: null, productAgain: null, goesWith: null, popular: null, soldOut: null, sale: null, recentlyViewed: null, resume: null, copy: null, copied: null, endsIn: null, close: null, fresh: null, best: null, lowStock: null };
/** What a new mall starts with. */
export const initial = (): Settings => ({
  live: true,
  consentRequired: false,
  consentFrom: 'api',
  storage: 'persistent',
  honourSignals: true,
  ga4: true,
  holdOutShare: 0.1,
  choosing: { whom: 'everybody', rule: '', shares: 'even', cost: 0 },
  triggers: {
    backHold: { on: false, frequency: 'visitor', presentation: 'page', acknowledged: null },
    backLanding: { on: true, frequency: 'visitor', presentation: 'sheet' },
    leaveSignal: { on: false, frequency: 'visitor', presentation: 'sheet' },
    return: { on: false, frequency: 'visitor', presentation: 'bar' },
    link: { on: true, frequency: 'always', presentation: 'page' },
    inline: { on: true, frequency: 'always', presentation: 'inline' },
  },
  rules: { maxStayMs: 60_000, snoozeDays: 7, planTtlMs: 600_000 },
  templates: ['product'],
  searchEngines: [],
  page: {
    words: { ko: { ...none }, en: { ...none } },
    theme: { accent: '#0f766e', background: '#ffffff', text: '#1a1a1a', radius: 8, logo: null, font: null, scheme: 'light', dark: null },
    blocks: [
      { kind: 'product-again', on: true },
      { kind: 'goes-with', on: true, size: 6 },
      { kind: 'popular', on: true, size: 4 },
      { kind: 'recently-viewed', on: false, size: 6 },
      { kind: 'banner', on: false, image: null, text: null, url: null },
      { kind: 'coupon', on: false, text: null, code: null, url: null, endsAt: null },
      { kind: 'countdown', on: false, text: null, endsAt: null },
      { kind: 'custom', on: false, html: '' },
    ],
    variants: [],
  },
});
