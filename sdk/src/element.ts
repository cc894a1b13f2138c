/** What an element may hold; the parts that are nothing are left out. */
export type Part = Node | string | false | 0 | undefined | null;

/** An element and what is in it. */
export const el = <K extends keyof HTMLElementTagNameMap>(tag: K, look: string, ...parts: Part[]): HTMLElementTagNameMap[K] => {
  const e = document.createElement(tag);
  e.className = look;
  e.append(...(parts.filter((part) => part) as Node[]));
  return e;
};

/** What may become a link or a picture's address: nothing that runs. */
export const SAFE = /^(http|\/)/;

/** A picture, where there is one. What it shows is said beside it; else `alt` says it. */
export const picture = (url: string | undefined, alt: string): Part => {
  if (!url) return;
  const img = el('img', '');
  // Empty, it also makes a picture that does not come leave nothing but the tint behind it.
  img.alt = alt;
  img.loading = 'lazy';
  img.src = url;
  return img;
};
