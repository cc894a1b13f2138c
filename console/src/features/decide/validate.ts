import type { Word } from '../../shared/words';
import { pagesOf, TAKEN } from './pages';
import { readRule, writeRule } from './rule';
import { TRIGGER_KEYS, TRIGGERS, WORDS, type Block, type Settings } from './settings';

/** What is wrong with one field, as a word and what it says. */
export type Wrong = { word: Word; values?: Record<string, string | number> };

/** By path, such as `page.theme.accent`: the same paths the server names in `field`. */
export type Wrongs = Readonly<Record<string, Wrong>>;

/** These stand on a card, where there is little room. */
const BADGES: ReadonlySet<string> = new Set(['sale', 'fresh', 'best', 'lowStock']);
const NAME = /^[a-z0-9-]{1,24}$/;
const MAX_COST = 1_000_000_000;
const COLOR = /^#[0-9a-f]{6}$/;
const HOST = /^(?=.{1,253}$)[a-z0-9]([a-z0-9-]*[a-z0-9])?(\.[a-z0-9]([a-z0-9-]*[a-z0-9])?)*(:\d{1,5})?$/i;
const FONT = /^[\p{L}\p{N} ,.'"_-]+$/u;
const LINK = /^(https?:\/\/[^\s/?#\\]+|\/(?!\/))[^\s\\]*$/;

/** Finds what the server would refuse, so that it can be said beside the field. The limits are the server's (`SettingsCheck`). */
export function validate(settings: Settings, now = Date.now()): Wrongs {
  const wrongs: Record<string, Wrong> = {};
  const { page, rules, templates, searchEngines, holdOutShare, triggers } = settings;

  for (const language of ['ko', 'en'] as const) {
    for (const key of WORDS) {
      const said = page.words[language][key] ?? '';
      const max = BADGES.has(key) ? 40 : 200;
      if (said.length > max) wrongs[`page.words.${language}.${key}`] = { word: 'wrong.long', values: { max } };
    }
  }

  for (const key of ['accent', 'background', 'text'] as const) {
    if (!COLOR.test(page.theme[key])) wrongs[`page.theme.${key}`] = { word: 'wrong.color' };
  }
  const { dark, scheme } = page.theme;
  if (scheme !== 'light' && !dark) wrongs['page.theme.dark'] = { word: 'wrong.required' };
  for (const key of ['accent', 'background', 'text'] as const) {
    if (dark && !COLOR.test(dark[key])) wrongs[`page.theme.dark.${key}`] = { word: 'wrong.color' };
  }
  if (!within(page.theme.radius, 0, 32)) wrongs['page.theme.radius'] = range(0, 32);
  if (page.theme.logo && !isWebAddress(page.theme.logo)) wrongs['page.theme.logo'] = { word: 'wrong.url' };
  if (page.theme.font && page.theme.font.length > 200) wrongs['page.theme.font'] = { word: 'wrong.long', values: { max: 200 } };
  else if (page.theme.font && !FONT.test(page.theme.font)) wrongs['page.theme.font'] = { word: 'wrong.font' };

  const names = new Set(TAKEN);
  page.variants.forEach(({ name }, i) => {
    if (!NAME.test(name)) wrongs[`page.variants[${i}].name`] = { word: 'wrong.name' };
    else if (names.has(name)) wrongs[`page.variants[${i}].name`] = { word: 'wrong.nameTaken' };
    names.add(name);
  });
  for (const { at, blocks } of pagesOf(settings)) validateBlocks(at, blocks, now, wrongs);

  const { whom, rule, cost } = settings.choosing;
  if (whom === 'rule' && writeRule(readRule(rule)) === '') wrongs['choosing.rule'] = { word: 'wrong.noCondition' };
  if (!within(cost, 0, MAX_COST)) wrongs['choosing.cost'] = { word: 'wrong.cost' };

  if (!within(rules.maxStayMs, 5_000, 3_600_000)) wrongs['rules.maxStayMs'] = range(5, 3600);
  if (!within(rules.snoozeDays, 1, 365)) wrongs['rules.snoozeDays'] = range(1, 365);
  if (!(holdOutShare >= 0 && holdOutShare <= 0.5)) wrongs['holdOutShare'] = range(0, 50);
  if (templates.length === 0) wrongs['templates'] = { word: 'wrong.noTemplate' };
  const notAHost = searchEngines.find((host) => !HOST.test(host));
  if (searchEngines.length > 50) wrongs['searchEngines'] = { word: 'wrong.tooMany', values: { max: 50 } };
  if (notAHost !== undefined) wrongs['searchEngines'] = { word: 'wrong.host', values: { value: notAHost } };
  for (const key of TRIGGER_KEYS) {
    const { as, often } = TRIGGERS[key], { frequency, presentation } = triggers[key];
    if (!(as as readonly string[]).includes(presentation)) wrongs[`triggers.${key}.presentation`] = { word: 'wrong.choice' };
    if (!(often as readonly string[]).includes(frequency)) wrongs[`triggers.${key}.frequency`] = { word: 'wrong.choice' };
  }
  if (triggers.backHold.on && !triggers.backHold.acknowledged) wrongs['triggers.backHold.acknowledged'] = { word: 'wrong.notAcknowledged' };
  return wrongs;
}

/** A page's blocks, by the path that they stand at. */
function validateBlocks(path: string, blocks: readonly Block[], now: number, wrongs: Record<string, Wrong>): void {
  if (!blocks.some((block) => block.on)) wrongs[path] = { word: 'wrong.noBlock' };
  blocks.forEach((block, i) => {
    const at = `${path}[${i}]`;
    if ((block.kind === 'goes-with' || block.kind === 'popular' || block.kind === 'recently-viewed') && !within(block.size, 1, 12)) wrongs[`${at}.size`] = range(1, 12);
    if (block.kind === 'custom') {
      if (block.html.length > 4096) wrongs[`${at}.html`] = { word: 'wrong.long', values: { max: 4096 } };
      else if (block.on && !block.html.trim()) wrongs[`${at}.html`] = { word: 'wrong.required' };
      return;
    }
    if (block.kind === 'coupon' || block.kind === 'countdown') {
      if (block.text && block.text.length > 200) wrongs[`${at}.text`] = { word: 'wrong.long', values: { max: 200 } };
      else if (block.on && !block.text?.trim()) wrongs[`${at}.text`] = { word: 'wrong.required' };
      if (block.on && block.kind === 'countdown' && !block.endsAt) wrongs[`${at}.endsAt`] = { word: 'wrong.required' };
      if (block.on && block.endsAt && Date.parse(block.endsAt) <= now) wrongs[`${at}.endsAt`] = { word: 'wrong.ended' };
      if (block.kind === 'countdown') return;
      if (block.code && block.code.length > 64) wrongs[`${at}.code`] = { word: 'wrong.long', values: { max: 64 } };
      else if (block.on && !block.code?.trim()) wrongs[`${at}.code`] = { word: 'wrong.required' };
      if (block.url && !isWebAddress(block.url)) wrongs[`${at}.url`] = { word: 'wrong.url' };
      return;
    }
    if (block.kind !== 'banner') return;
    if (block.image && !isWebAddress(block.image)) wrongs[`${at}.image`] = { word: 'wrong.url' };
    if (block.url && !isWebAddress(block.url)) wrongs[`${at}.url`] = { word: 'wrong.url' };
    if (block.text && block.text.length > 200) wrongs[`${at}.text`] = { word: 'wrong.long', values: { max: 200 } };
    if (block.on && !block.image && !block.text?.trim()) wrongs[`${at}.image`] = { word: 'wrong.required' };
    if (block.on && !block.url) wrongs[`${at}.url`] = { word: 'wrong.required' };
  });
}

const within = (n: number, min: number, max: number): boolean => Number.isInteger(n) && n >= min && n <= max;
const range = (min: number, max: number): Wrong => ({ word: 'wrong.range', values: { min, max } });

/** An absolute http(s) address, or one that begins at the mall's root. */
export function isWebAddress(text: string): boolean {
  return text.length <= 2048 && LINK.test(text);
}
