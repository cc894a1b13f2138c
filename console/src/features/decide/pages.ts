import { BLOCK_KINDS, UNUSED, type Block, type Settings } from './settings';

/** The first page's name in figures. */
export const FIRST = 'classic';
export const MOST_PAGES = 4;
/** Names that figures have given away. */
export const TAKEN: readonly string[] = [FIRST, 'nothing', 'hold-out'];

/** One of a mall's pages; `at` is the path of its blocks, as the server names it. */
export type Page = { name: string; at: string; blocks: Block[] };

/** A mall's pages: the first, then the further ones in their order. */
export function pagesOf({ page }: Settings): Page[] {
  return [{ name: FIRST, at: 'page.blocks', blocks: page.blocks }, ...page.variants.map(({ name, blocks }, i) => ({ name, at: `page.variants[${i}].blocks`, blocks }))];
}

/** Which page a path of the settings is about, or null. */
export function pageAt(path: string): number | null {
  if (path.startsWith('page.blocks')) return 0;
  const further = /^page\.variants\[(\d+)\]/.exec(path);
  return further ? Number(further[1]) + 1 : null;
}

/** What a page that is added is called at first. */
export function freeName(settings: Settings): string {
  const taken = pagesOf(settings).map((page) => page.name);
  return [2, 3, 4].map((n) => `page-${n}`).find((one) => !taken.includes(one)) ?? '';
}

/** Adds a page after the others, with these blocks or those of a new mall. Changes the settings. */
export function addPage(settings: Settings, blocks?: Block[]): void {
  settings.page.variants.push({ name: freeName(settings), blocks: structuredClone(blocks ?? FRESH) });
}

/** The settings with that page in the place of the first, to be looked at. */
export function showing(settings: Settings, page: number): Settings {
  const blocks = pagesOf(settings)[page]?.blocks ?? settings.page.blocks;
  return { ...settings, page: { ...settings.page, blocks } };
}

const FRESH: Block[] = BLOCK_KINDS.map((kind) => ({ ...UNUSED[kind], on: kind === 'product-again' || kind === 'goes-with' || kind === 'popular' }));
