/** Relative luminance of a `#rrggbb` colour plus 0.05; rounded from WCAG's, the asker leaves a margin. */
const luminance = (colour: string): number =>
  [0.213, 0.715, 0.072].reduce((sum, weight, i) => sum + weight * (parseInt(colour.slice(2 * i + 1, 2 * i + 3), 16) / 255) ** 2.2, 0.05);

/** `colour` where it can be read on `ground` (a contrast of 4.5 as WCAG means it, asked with a margin), else black or white, whichever can. */
export const readable = (colour: string, ground: string): string => {
  const light = luminance(ground), ratio = luminance(colour) / light;
  return ratio < 5 && ratio > 0.2 ? (light > 0.23 ? '#000' : '#fff') : colour;
};
