import * as v from 'valibot';
import { ask, type Answer } from '../../shared/http';
import { useRemote, type Remote } from '../../shared/remote';

export const BLOCK_KINDS = ['product-again', 'goes-with', 'popular', 'recently-viewed', 'banner', 'coupon', 'countdown', 'custom'] as const;
export const TEMPLATES = ['home', 'list', 'search', 'product', 'cart', 'checkout', 'order', 'other'] as const;
/** What stands on the reload page itself, and goes out with every plan. */
export const PAGE_WORDS = ['title', 'resume', 'leave', 'stay', 'snooze', 'close', 'productAgain', 'goesWith', 'popular', 'recentlyViewed', 'soldOut', 'sale', 'copy', 'copied', 'endsIn'] as const;
export const WORDS = [...PAGE_WORDS, 'fresh', 'best', 'lowStock'] as const;
export const POLICY_TEXT = 'back-hold-policy-1';

export const FREQUENCIES = ['visitor', 'visit', 'day', 'always'] as const;
export const PRESENTATIONS = ['page', 'sheet', 'bar', 'inline'] as const;
export const CONSENT_FROM = ['api', 'google', 'tcf'] as const;
export const STORAGES = ['persistent', 'session', 'none'] as const;
export const SCHEMES = ['light', 'auto', 'dark'] as const;

export type BlockKind = (typeof BLOCK_KINDS)[number];
export type Frequency = (typeof FREQUENCIES)[number];
export type Presentation = (typeof PRESENTATIONS)[number];

/** Every trigger with its name in plans and figures, and as what and how often it may come up: the server's rules (`SettingsCheck`). */
export const TRIGGERS = {
  backLanding: { name: 'back-landing', as: ['sheet', 'bar', 'inline'], often: ['visitor', 'visit', 'day'] },
  leaveSignal: { name: 'leave-signal', as: ['sheet', 'bar'], often: ['visitor', 'visit', 'day'] },
  return: { name: 'return', as: ['sheet', 'bar'], often: ['visitor', 'visit', 'day'] },
  link: { name: 'link', as: ['page', 'sheet'], often: FREQUENCIES },
  inline: { name: 'inline', as: ['inline'], often: FREQUENCIES },
  backHold: { name: 'back-hold', as: ['page', 'sheet'], often: ['visitor', 'visit', 'day'] },
} as const satisfies Record<string, { name: string; as: readonly Presentation[]; often: readonly Frequency[] }>;
export type TriggerKey = keyof typeof TRIGGERS;
export const TRIGGER_KEYS = Object.keys(TRIGGERS) as TriggerKey[];

export type WordKey = (typeof WORDS)[number];

/** Null or blank means Reload's own words. */
const text = v.optional(v.nullable(v.string()), null);
const Words = v.looseObject(Object.fromEntries(WORDS.map((key) => [key, text])) as Record<WordKey, typeof text>);
const nullableText = v.optional(v.nullable(v.string()), null);
const Block = v.variant('kind', [
  v.looseObject({ kind: v.literal('product-again'), on: v.boolean() }),
  v.looseObject({ kind: v.literal('goes-with'), on: v.boolean(), size: v.number() }),
  v.looseObject({ kind: v.literal('popular'), on: v.boolean(), size: v.number() }),
  v.looseObject({ kind: v.literal('recently-viewed'), on: v.boolean(), size: v.number() }),
  v.looseObject({ kind: v.literal('banner'), on: v.boolean(), image: nullableText, text: nullableText, url: nullableText }),
  v.looseObject({ kind: v.literal('coupon'), on: v.boolean(), text: nullableText, code: nullableText, url: nullableText, endsAt: nullableText }),
  v.looseObject({ kind: v.literal('countdown'), on: v.boolean(), text: nullableText, endsAt: nullableText }),
  v.looseObject({ kind: v.literal('custom'), on: v.boolean(), html: v.string() }),
]);

/** A block as a mall finds it that has never used it. */
export const UNUSED: Record<BlockKind, v.InferOutput<typeof Block>> = {
  'product-again': { kind: 'product-again', on: false },
  'goes-with': { kind: 'goes-with', on: false, size: 6 },
  popular: { kind: 'popular', on: false, size: 4 },
  'recently-viewed': { kind: 'recently-viewed', on: false, size: 6 },
  banner: { kind: 'banner', on: false, image: null, text: null, url: null },
  coupon: { kind: 'coupon', on: false, text: null, code: null, url: null, endsAt: null },
  countdown: { kind: 'countdown', on: false, text: null, endsAt: null },
  custom: { kind: 'custom', on: false, html: '' },
};

/** Blocks that came after the mall's settings were published stand at the end, switched off. */
const Blocks = v.pipe(
  v.array(Block),
  v.transform((blocks) => [...blocks, ...BLOCK_KINDS.filter((kind) => !blocks.some((block) => block.kind === kind)).map((kind) => structuredClone(UNUSED[kind]))]),
);
const Colours = v.looseObject({ accent: v.string(), background: v.string(), text: v.string() });
const triggerFields = { on: v.boolean(), frequency: v.picklist(FREQUENCIES), presentation: v.picklist(PRESENTATIONS) };
const Trigger = v.looseObject(triggerFields);

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
    recentlyViewed: '최근 본 상품',
    resume: '이어서 보기',
    copy: '복사',
    copied: '복사했어요',
    endsIn: '남은 시간',
    close: '닫기',
    fresh: '신상품',
    best: '인기',
    lowStock: '품절 임박',
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
    recentlyViewed: 'Recently viewed',
    resume: 'Continue where you were',
    copy: 'Copy',
    copied: 'Copied',
    endsIn: 'Ends in',
    close: 'Close',
    fresh: 'New',
    best: 'Popular',
    lowStock: 'Few left',
  },
};

/** Who outside the hold-out is shown a page, and what share of them each page gets. */
export const WHOM = ['everybody', 'rule', 'uplift'] as const;
export const SHARES = ['even', 'learnt'] as const;

/** What shoppers get. Keys this app does not know are carried along untouched, so that an older screen never loses a newer setting. */
const Settings = v.looseObject({
  live: v.boolean(),
  consentRequired: v.boolean(),
  consentFrom: v.picklist(CONSENT_FROM),
  storage: v.picklist(STORAGES),
  honourSignals: v.boolean(),
  ga4: v.boolean(),
  holdOutShare: v.number(),
  /** `rule` as `readRule` reads it; `cost` in minor units. */
  choosing: v.looseObject({ whom: v.picklist(WHOM), rule: v.string(), shares: v.picklist(SHARES), cost: v.number() }),
  triggers: v.looseObject({
    backHold: v.looseObject({
      ...triggerFields,
      acknowledged: v.optional(v.nullable(v.looseObject({ text: v.string(), by: v.optional(v.nullable(v.string())), at: v.optional(v.nullable(v.string())) })), null),
    }),
    backLanding: Trigger,
    leaveSignal: Trigger,
    return: Trigger,
    link: Trigger,
    inline: Trigger,
  }),
  rules: v.looseObject({ maxStayMs: v.number(), snoozeDays: v.number() }),
  templates: v.array(v.string()),
  searchEngines: v.array(v.string()),
  page: v.looseObject({
    words: v.looseObject({ ko: Words, en: Words }),
    theme: v.looseObject({ accent: v.string(), background: v.string(), text: v.string(), radius: v.number(), logo: nullableText, font: nullableText, scheme: v.picklist(SCHEMES), dark: v.optional(v.nullable(Colours), null) }),
    blocks: Blocks,
    variants: v.array(v.looseObject({ name: v.string(), blocks: Blocks })),
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
