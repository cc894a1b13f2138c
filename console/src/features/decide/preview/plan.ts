import { readMarkup } from '../markup';
import { pictureOf, SAMPLES, type Sample } from '../sample';
import { OWN_WORDS, PAGE_WORDS, TRIGGER_KEYS, TRIGGERS, type Settings, type TriggerKey } from '../settings';

/** A plan as `contract/plan.schema.json` has it, and the trigger that brings it up. */
export type DrawReloadPage = (plan: unknown, trigger: string) => void;

/** What blocks of goods are called goes by their kind in a plan. */
const NAMED_BY_KIND: Record<string, string> = { productAgain: 'product-again', goesWith: 'goes-with', recentlyViewed: 'recently-viewed' };
const COLOR = /^#[0-9a-f]{6}$/;

/** The plan that the server would send for these settings, with sample goods. A field that is not yet sound takes its first value. */
export function planOf(settings: Settings, language: 'ko' | 'en', bannerText: string, now = Date.now()) {
  const { page } = settings;
  const { theme } = page;
  const color = (chosen: string, instead: string): string => (COLOR.test(chosen) ? chosen : instead);
  const used = new Map<string, Sample>();
  let next = 1;
  const take = (n: number): string[] =>
    Array.from({ length: Math.min(12, Math.max(0, n || 0)) }, () => {
      const sample = SAMPLES[next++ % SAMPLES.length] as Sample;
      used.set(sample.id, sample);
      return sample.id;
    });
  const again = SAMPLES[0] as Sample;
  const words = (key: (typeof PAGE_WORDS)[number] | 'best' | 'lowStock'): string => page.words[language][key]?.trim() || OWN_WORDS[language][key];

  const blocks = page.blocks
    .filter((block) => block.on && !hasEnded(block, now))
    .map((block) => {
      switch (block.kind) {
        case 'product-again':
          used.set(again.id, again);
          return { kind: block.kind, products: [again.id] };
        case 'goes-with':
        case 'popular':
        case 'recently-viewed':
          return { kind: block.kind, products: take(block.size) };
        case 'banner':
          return { kind: block.kind, ...(block.image ? { image: block.image } : {}), ...(block.text?.trim() || !block.image ? { text: block.text?.trim() || bannerText } : {}), url: block.url || '/' };
        case 'coupon':
          return { kind: block.kind, text: block.text?.trim() || bannerText, code: block.code?.trim() || '-', ...(block.url ? { url: block.url } : {}), ...(block.endsAt ? { endsAt: Date.parse(block.endsAt) } : {}) };
        case 'countdown':
          return { kind: block.kind, text: block.text?.trim() || bannerText, endsAt: block.endsAt ? Date.parse(block.endsAt) : now + 86_400_000 };
        case 'custom':
          used.set(again.id, again);
          return { kind: block.kind, nodes: readMarkup(block.html, { name: again.name[language], price: priceOf(again, language), url: `/sample/${again.id}`, image: pictureOf(again) }).nodes };
      }
    });

  return {
    v: 1,
    eligible: true,
    plan: '019aa9c0-0000-7000-8000-000000000000',
    token: 'preview-preview-preview',
    ttlMs: settings.rules.maxStayMs || 1,
    arm: 'shown',
    triggers: Object.fromEntries(TRIGGER_KEYS.map((key) => [TRIGGERS[key].name, { armed: true, frequency: settings.triggers[key].frequency, presentation: settings.triggers[key].presentation }])),
    rules: { maxStayMs: 60_000, minStayMs: 2_000, snoozeDays: 7 },
    page: {
      locale: language,
      words: Object.fromEntries(PAGE_WORDS.map((key) => [NAMED_BY_KIND[key] ?? key, words(key)])),
      theme: {
        accent: color(theme.accent, '#0f766e'),
        background: color(theme.background, '#ffffff'),
        text: color(theme.text, '#1a1a1a'),
        radius: Math.min(32, Math.max(0, Math.round(theme.radius) || 0)),
        ...(theme.logo ? { logo: theme.logo } : {}),
        ...(theme.font ? { font: theme.font } : {}),
        scheme: theme.scheme,
        ...(theme.dark ? { dark: { accent: color(theme.dark.accent, '#5eead4'), background: color(theme.dark.background, '#16181c'), text: color(theme.dark.text, '#f1f1ee') } } : {}),
      },
      blocks,
      spares: [],
    },
    products: Object.fromEntries(
      [...used].map(([id, sample]) => [
        id,
        { id, name: sample.name[language], price: sample.price, ...(sample.sale ? { salePrice: sample.sale } : {}), currency: 'KRW', image: pictureOf(sample), url: `/sample/${id}`, inStock: !sample.soldOut, ...badgeOf(sample, words) },
      ]),
    ),
  };
}

const hasEnded = (block: Settings['page']['blocks'][number], now: number): boolean => 'endsAt' in block && typeof block.endsAt === 'string' && Date.parse(block.endsAt) <= now;

function badgeOf({ sale, soldOut, id }: Sample, words: (key: 'sale' | 'best' | 'lowStock') => string): { badge?: string } {
  if (soldOut) return {};
  if (sale) return { badge: words('sale') };
  return id === 'denim' ? { badge: words('best') } : id === 'dress' ? { badge: words('lowStock') } : {};
}

const priceOf = ({ price, sale }: Sample, language: 'ko' | 'en'): string => (language === 'ko' ? `${(sale ?? price).toLocaleString('ko')}원` : `₩${(sale ?? price).toLocaleString('en')}`);

/** How the trigger that is looked at is called in the plan. */
export const nameOf = (key: TriggerKey): string => TRIGGERS[key].name;
