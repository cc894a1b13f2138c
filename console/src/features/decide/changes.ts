import { FIRST, pagesOf } from './pages';
import type { Settings } from './settings';

/** One setting that differs, by its path. Blocks are named by their kind and pages by their name, so that moving one is not told as many changes; of a page that came or went no more than that. */
export type Change = { path: string; from: unknown; to: unknown };

/** What differs between two settings, in the order of the form. */
export function changes(from: Settings, to: Settings): Change[] {
  const a = leaves(from);
  const b = leaves(to);
  const paths = [...new Set([...Object.keys(b), ...Object.keys(a)])];
  const isNew = (path: string): boolean => {
    const page = /^page\.variants\.[^.]*(?=\.)/.exec(path)?.[0];
    return page !== undefined && !(page in a && page in b);
  };
  return paths.filter((path) => !isNew(path) && !same(a[path], b[path])).map((path) => ({ path, from: a[path] ?? null, to: b[path] ?? null }));
}

function leaves(settings: Settings): Record<string, unknown> {
  const { page, ...rest } = settings;
  const { blocks: _, variants: __, ...looks } = page;
  const found: Record<string, unknown> = {};
  flatten('', rest, found);
  flatten('page', looks, found);
  for (const { name, blocks } of pagesOf(settings)) {
    const at = name === FIRST ? 'page.blocks' : `page.variants.${name}`;
    found[at] = blocks.filter((block) => block.on).map((block) => block.kind);
    for (const { kind, on, ...block } of blocks) if (on || name === FIRST) flatten(`${at}.${kind}`, block, found);
  }
  for (const path of Object.keys(found)) if (path.startsWith('triggers.backHold.acknowledged')) delete found[path];
  return found;
}

function flatten(path: string, value: unknown, into: Record<string, unknown>): void {
  if (value !== null && typeof value === 'object' && !Array.isArray(value)) {
    for (const [key, inner] of Object.entries(value)) flatten(path ? `${path}.${key}` : key, inner, into);
  } else {
    into[path] = value;
  }
}

function same(a: unknown, b: unknown): boolean {
  return (a ?? '') === (b ?? '') || JSON.stringify(a) === JSON.stringify(b);
}
