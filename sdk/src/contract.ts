/**
 * The words of `contract/` as types: what a page sends and what it is answered. The schemas there win; the tests validate what
 * these types let through against them.
 */

/** Milliseconds since 1970 by the browser's clock. */
export type Millis = number;

export type Trigger = 'back-hold' | 'back-landing' | 'leave-signal' | 'return' | 'link' | 'inline';
export type Frequency = 'visitor' | 'visit' | 'day' | 'always';
export type Presentation = 'page' | 'sheet' | 'bar' | 'inline';
export type Signal = 'fling' | 'hesitate' | 'idle' | 'hidden' | 'top-exit';
export type Arm = 'shown' | 'held-out';
export type Template = 'home' | 'list' | 'search' | 'product' | 'cart' | 'checkout' | 'order' | 'other';
export type Navigation = 'navigate' | 'reload' | 'back-forward' | 'prerender' | 'route';
export type Consent = 'granted' | 'denied' | 'unknown';
export type Storage = 'persistent' | 'session' | 'none';
export type BlockKind = 'product-again' | 'goes-with' | 'popular' | 'banner' | 'recently-viewed' | 'coupon' | 'countdown' | 'custom';
export type Dismissal = 'leave' | 'stay' | 'snooze' | 'escape' | 'back';

/** Why a reload page was (not) shown: `contract/reasons.json`. */
export type Reason =
  | 'SHOWN' | 'HELD_OUT' | 'MALL_NOT_LIVE' | 'NO_CONSENT' | 'BOT' | 'NO_STORAGE' | 'IN_FRAME' | 'PAGE_EXCLUDED' | 'TRIGGER_OFF'
  | 'SEARCH_ENGINE' | 'UNKNOWN_REFERRER' | 'NOT_LANDING_ENTRY' | 'STRICT_BUNDLE' | 'ALREADY_SEEN' | 'ALREADY_HELD_OUT' | 'SNOOZED'
  | 'NOTHING_TO_SHOW' | 'STAYED_TOO_LONG' | 'TOO_EARLY' | 'NO_ACTIVATION' | 'NO_PLAN' | 'PLAN_EXPIRED' | 'RENDER_FAILED';

export interface Utm { source?: string; medium?: string; campaign?: string; term?: string; content?: string }

/** A product as it is reported: amounts in the currency's minor unit. */
export interface ProductFacts {
  id: string; name?: string; price?: number; salePrice?: number; currency?: string; inStock?: boolean; stock?: number;
  image?: string; url?: string; categories?: string[]; brand?: string;
}

export interface Item { product: string; quantity: number; price?: number }

export interface DwellFacts { visibleMs: number; activeMs: number; wallMs: number }

/** What happened, without the `id`, `at` and `view` that every event carries. */
export type Fact =
  | { type: 'page-viewed'; url: string; referrer?: string; title?: string; template?: Template; landing: boolean; utm?: Utm;
      navigation?: Navigation; entry?: boolean }
  | { type: 'product-viewed'; product: ProductFacts }
  | { type: 'cart-changed'; items: Item[]; currency?: string }
  | { type: 'order-placed'; order: string; amount: number; currency: string; items?: Item[] }
  | ({ type: 'dwelled' } & DwellFacts)
  | { type: 'triggered'; trigger: Trigger; token: string; stayMs: number }
  | { type: 'impressed'; token: string }
  | { type: 'clicked'; token: string; block: BlockKind; product?: string; url?: string }
  | { type: 'dismissed'; token: string; how: Dismissal }
  | { type: 'not-shown'; trigger: Trigger; reason: Reason }
  | { type: 'sensed'; v: 1; signal: Signal; features: number[]; score: number };

export type PageEvent = Fact & { id: string; at: Millis; view?: string };

/** How the visit began. */
export interface Landing { url: string; referrer?: string; utm?: Utm }

/** What the answer of `POST /v1/plan` says of one trigger; how often and as what it is shown is said where it is armed. */
export interface Gate { armed: boolean; reason?: Reason; frequency?: Frequency; presentation?: Presentation }

export interface PlannedProduct {
  id: string; name: string; price: number; salePrice?: number; currency: string; image?: string; url: string; inStock: boolean; brand?: string; badge?: string;
}

/** A piece of what the mall has written itself. */
export type CustomNode = string | { tag: 'h2' | 'p' | 'b' | 'i' | 'ul' | 'li' | 'br' | 'a' | 'img'; text?: string; href?: string; src?: string; alt?: string; nodes?: CustomNode[] };

/** A coupon has a `code` and may end, a countdown ends at `endsAt`, a custom block is `nodes`. */
export interface Block {
  kind: BlockKind; products?: string[]; image?: string; text?: string; url?: string; code?: string; endsAt?: Millis; nodes?: CustomNode[];
}

export interface Words {
  title: string; leave: string; stay: string; snooze: string;
  /** What blocks of goods are called, by their kind. */
  'product-again'?: string; 'goes-with'?: string; popular?: string; 'recently-viewed'?: string;
  resume?: string; soldOut?: string; sale?: string;
  copy?: string; copied?: string; endsIn?: string; close?: string;
}

export interface Colours { accent: string; background: string; text: string }

export interface Theme extends Colours { radius?: number; logo?: string; font?: string; dark?: Colours; scheme?: 'light' | 'dark' | 'auto' }

/** The model behind `leave-signal`: score = 1 / (1 + exp(-(bias + sum of weight * feature))). */
export interface LeaveModel { v: 1; weights: number[]; bias: number; threshold: number }

export interface ReloadPage { words: Words; theme: Theme; locale: 'ko' | 'en'; blocks: Block[]; spares: string[] }

/** The answer of `POST /v1/plan`. Where `eligible` is false, only `reason`, `triggers` and `rules` are there. */
export interface Plan {
  v: 1;
  eligible: boolean;
  reason?: Reason;
  plan?: string;
  token?: string;
  ttlMs?: number;
  arm?: Arm;
  triggers: Record<Trigger, Gate>;
  rules: { maxStayMs: number; minStayMs: number; snoozeDays: number };
  leave?: LeaveModel;
  page?: ReloadPage;
  products?: Record<string, PlannedProduct>;
}

/** What the server puts before the loader: `window.__reload = {...}`. */
export interface Config {
  /** The mall's public site key. */
  key: string;
  /** Where Reload lives, without a slash at the end. */
  base: string;
  /** Path of the bundle this mall runs: strict, or with the Back hold. */
  bundle: string;
  /** Whether nothing may be kept or sent before the shopper has agreed. */
  consentRequired: boolean;
  /** Who says what the shopper has agreed to: the mall by `reload('consent', ...)`, Google Consent Mode, or an IAB TCF platform. */
  consentFrom: 'api' | 'google' | 'tcf';
  /** Whether the wishes of a browser (Global Privacy Control, Do Not Track) count as not having agreed. */
  wishes: boolean;
  /** How long may be remembered, once that may be at all. */
  storage: Storage;
  /** The browser's name of the place for that, empty where there is none. */
  store: 'localStorage' | 'sessionStorage' | '';
  /**
   * Chunks that are loaded when the page is idle: where the page has a global of that name, or its address these letters.
   * `self` every page has.
   */
  more: [about: string, path: string][];
  locale: 'ko' | 'en';
  /** The mall's ISO 4217 currency. */
  currency: string;
  /** How many minor units make one major of it: won 1, dollars 100. */
  minors: number;
}
