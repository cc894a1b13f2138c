const ALLOWED: Record<string, readonly string[]> = { h2: [], p: [], b: [], i: [], ul: [], li: [], br: [], a: ['href'], img: ['src', 'alt'] };
const LINK = /^(https?:\/\/[^\s/?#\\]+|\/(?!\/))[^\s\\]*$/;

/** A piece of a mall's own HTML as a plan carries it: `node` of `contract/plan.schema.json`. */
export type MarkupNode = string | { tag: string; text?: string; href?: string; src?: string; alt?: string; nodes?: MarkupNode[] };

/** What stands for the product left, in words, links and pictures. */
export type Goods = { name: string; price: string; url: string; image: string };

/** Reads a mall's own HTML as the server does (`Markup`), for the preview and to say at once what may not stand there. The server decides. */
export function readMarkup(html: string, goods: Goods): { nodes: MarkupNode[]; refused: string[] } {
  const refused = new Set<string>();
  const words = (text: string): string => text.replace(/\{product\.(name|price|url|image)\}/g, (_, field: keyof Goods) => goods[field]);
  const read = (parent: Node): MarkupNode[] => [...parent.childNodes].flatMap((child) => {
    if (child instanceof Text) return child.data.trim() === '' ? [] : [words(child.data.replace(/\s+/g, ' '))];
    return child instanceof Element ? element(child) : [];
  });
  const element = (of: Element): MarkupNode[] => {
    const tag = of.localName, allowed = ALLOWED[tag];
    if (!allowed) {
      refused.add(`<${tag}>`);
      return [];
    }
    const said: Record<string, string> = {};
    for (const { name, value } of of.attributes) {
      const link = name === 'href' ? '{product.url}' : '{product.image}';
      if (allowed.includes(name) && (name === 'alt' || value === link || LINK.test(value))) said[name] = words(value);
      else refused.add(`${name}="${value}"`);
    }
    if (tag === 'img' && !said['src']) {
      refused.add('<img>');
      return [];
    }
    const nodes = read(of), [only] = nodes;
    return [{ tag, ...said, ...(nodes.length === 1 && typeof only === 'string' ? { text: only } : nodes.length ? { nodes } : {}) }];
  };
  const nodes = read(new DOMParser().parseFromString(html, 'text/html').body);
  for (const [braced] of html.matchAll(/\{\w+\.\w+\}/g)) if (!/^\{product\.(name|price|url|image)\}$/.test(braced)) refused.add(braced);
  return { nodes, refused: [...refused] };
}
