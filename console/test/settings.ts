import type { Settings } from '../src/features/decide/settings';

const none = { title: null, leave: null, stay: null, snooze: null, productAgain: null, goesWith: null, popular: null, soldOut: null, sale: null };
/** What a new mall starts with. */
export const initial = (): Settings => ({
  live: true,
  consentRequired: false,
  holdOutShare: 0.1,
  triggers: { backHold: { on: false, acknowledged: null }, backLanding: { on: true } },
  rules: { maxStayMs: 60_000, once: true, snoozeDays: 7, planTtlMs: 600_000 },
  templates: ['product'],
  searchEngines: [],
  page: {
    words: { ko: { ...none }, en: { ...none } },
    theme: { accent: '#0f766e', background: '#ffffff', text: '#1a1a1a', radius: 8, logo: null, font: null },
    blocks: [
      { kind: 'product-again', on: true },
      { kind: 'goes-with', on: true, size: 6 },
      { kind: 'popular', on: true, size: 4 },
      { kind: 'banner', on: false, image: null, text: null, url: null },
    ],
  },
});
