import * as v from 'valibot';
import { ask, type Answer } from '../../shared/http';
import { useRemote, type Remote } from '../../shared/remote';

export const BLOCK_KINDS = ['product-again', 'goes-with', 'popular', 'banner'] as const;
export const TEMPLATES = ['home', 'list', 'search', 'product', 'cart', 'checkout', 'order', 'other'] as const;
export const WORDS = ['title', 'leave', 'stay', 'snooze', 'productAgain', 'goesWith', 'popular', 'soldOut', 'sale'] as const;
export const POLICY_TEXT = 'back-hold-policy-1';

export type BlockKind = (typeof BLOCK_KINDS)[number];
export type WordKey = (typeof WORDS)[number];

/** Null or blank means Reload's own words. */
const text = v.optional(v.nullable(v.string()), null);
const Words = v.looseObject(Object.fromEntries(WORDS.map((key) => [key, text])) as Record<WordKey, typeof text>);
const nullableText = v.optional(v.nullable(v.string()), null);
const Block = v.variant('kind', [
  v.looseObject({ kind: v.literal('product-again'), on: v.boolean() }),
  v.looseObject({ kind: v.literal('goes-with'), on: v.boolean(), size: v.number() }),
  v.looseObject({ kind: v.literal('popular'), on: v.boolean(), size: v.number() }),
  v.looseObject({ kind: v.literal('banner'), on: v.boolean(), image: nullableText, text: nullableText, url: nullableText }),
]);

/** Reload's own words, said where the mall wrote none: those of the server (`MallSettings.Sentences`). */
export const OWN_WORDS: Record<'ko' | 'en', Record<WordKey, string>> = {
  ko: {
    title: '보시던 상품과 어울려요',
    leave: '나가기',
    stay: '계속 보기',
    snooze: '7일 동안 보지 않기',
    productAgain: '보시던 상품',
    goesWith: '함께 보면 좋은 상품',
    popular: '지금 많이 보는 상품',
    soldOut: '품절',
    sale: '할인',
  },
  en: {
    title: 'Goes with what you viewed',
    leave: 'Leave',
    stay: 'Keep looking',
    snooze: 'Not for 7 days',
    productAgain: 'You were looking at',
    goesWith: 'Goes well with it',
    popular: 'Popular right now',
    soldOut: 'Sold out',
    sale: 'Sale',
  },
};

/** What shoppers get. Keys this app does not know are carried along untouched, so that an older screen never loses a newer setting. */
const Settings = v.looseObject({
  live: v.boolean(),
  consentRequired: v.boolean(),
  holdOutShare: v.number(),
  triggers: v.looseObject({
    backHold: v.looseObject({
      on: v.boolean(),
      acknowledged: v.optional(v.nullable(v.looseObject({ text: v.string(), by: v.optional(v.nullable(v.string())), at: v.optional(v.nullable(v.string())) })), null),
    }),
    backLanding: v.looseObject({ on: v.boolean() }),
  }),
  rules: v.looseObject({ maxStayMs: v.number(), once: v.boolean(), snoozeDays: v.number() }),
  templates: v.array(v.string()),
  searchEngines: v.array(v.string()),
  page: v.looseObject({
    words: v.looseObject({ ko: Words, en: Words }),
    theme: v.looseObject({ accent: v.string(), background: v.string(), text: v.string(), radius: v.number(), logo: nullableText, font: nullableText }),
    blocks: v.array(Block),
  }),
});

export type Settings = v.InferOutput<typeof Settings>;
export type Block = Settings['page']['blocks'][number];

const SettingsState = v.object({
  published: v.object({ version: v.number(), settings: Settings, at: v.string(), by: v.optional(v.nullable(v.string()), null) }),
  draft: v.nullable(v.object({ settings: Settings, at: v.string(), by: v.optional(v.nullable(v.string()), null) })),
  versions: v.array(v.object({ version: v.number(), at: v.string(), by: v.optional(v.nullable(v.string()), null) })),
});

export type SettingsState = v.InferOutput<typeof SettingsState>;

export function loadSettings(mall: string, signal: AbortSignal): Promise<Answer<SettingsState>> {
  return ask(SettingsState, `/api/malls/${encodeURIComponent(mall)}/settings`, { signal });
}

export function useSettings(mall: string): Remote<SettingsState> {
  return useRemote(`settings/${mall}`, (signal) => loadSettings(mall, signal));
}
