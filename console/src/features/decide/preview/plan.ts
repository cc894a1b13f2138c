import { pictureOf, SAMPLES, type Sample } from '../sample';
import { OWN_WORDS, WORDS, type Settings, type WordKey } from '../settings';

/** A plan as `contract/plan.schema.json` has it, and whether it is shown as a page of its own (Back hold) or as a sheet (back landing). */
export type DrawReloadPage = (plan: unknown, whole: boolean) => void;

const COLOR = /^#[0-9a-f]{6}$/;

/** The plan that the server would send for these settings, with sample goods. A field that is not yet sound takes its first value. */
export function planOf(settings: Settings, language: 'ko' | 'en', bannerText: string) {
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

  const blocks = page.blocks
    .filter((block) => block.on)
    .slice(0, 4)
    .map((block) => {
      switch (block.kind) {
        case 'product-again':
          used.set(again.id, again);
          return { kind: block.kind, products: [again.id] };
        case 'goes-with':
        case 'popular':
          return { kind: block.kind, products: take(block.size) };
        case 'banner':
          return { kind: block.kind, ...(block.image ? { image: block.image } : {}), ...(block.text?.trim() || !block.image ? { text: block.text?.trim() || bannerText } : {}), url: block.url || '/' };
      }
    });

  return {
    v: 1,
    eligible: true,
    plan: '019aa9c0-0000-7000-8000-000000000000',
    token: 'preview-preview-preview',
    ttlMs: settings.rules.maxStayMs || 1,
    arm: 'shown',
    triggers: { 'back-hold': { armed: true }, 'back-landing': { armed: true } },
    rules: { maxStayMs: 60_000, minStayMs: 2_000, once: true, snoozeDays: 7 },
    page: {
      locale: language,
      words: Object.fromEntries(WORDS.map((key) => [key, page.words[language][key]?.trim() || OWN_WORDS[language][key]])) as Record<WordKey, string>,
      theme: {
        accent: color(theme.accent, '#0f766e'),
        background: color(theme.background, '#ffffff'),
        text: color(theme.text, '#1a1a1a'),
        radius: Math.min(32, Math.max(0, Math.round(theme.radius) || 0)),
        ...(theme.logo ? { logo: theme.logo } : {}),
        ...(theme.font ? { font: theme.font } : {}),
      },
      blocks,
      spares: [],
    },
    products: Object.fromEntries(
      [...used].map(([id, sample]) => [
        id,
        { id, name: sample.name[language], price: sample.price, ...(sample.sale ? { salePrice: sample.sale } : {}), currency: 'KRW', image: pictureOf(sample), url: `/sample/${id}`, inStock: !sample.soldOut },
      ]),
    ),
  };
}
