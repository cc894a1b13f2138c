type Rgb = [number, number, number];

const rgb = (hex: string): Rgb => [1, 3, 5].map((i) => parseInt(hex.slice(i, i + 2), 16)) as Rgb;

const luminance = (hex: string): number => {
  const [r, g, b] = rgb(hex).map((c) => ((c /= 255) > 0.04045 ? ((c + 0.055) / 1.055) ** 2.4 : c / 12.92)) as Rgb;
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
};

/** WCAG contrast of two `#rrggbb` colours, 1 to 21. */
export const contrast = (a: string, b: string): number => {
  const [x, y] = [luminance(a), luminance(b)];
  return (Math.max(x, y) + 0.05) / (Math.min(x, y) + 0.05);
};

/** The better of black and white on `ground`. */
export const inkOn = (ground: string): string => (contrast(ground, '#ffffff') >= 4.5 ? '#ffffff' : contrast(ground, '#000000') > contrast(ground, '#ffffff') ? '#000000' : '#ffffff');

/** `colour` moved towards black or white, no further than needed, until it can be read on `ground` (contrast 4.5). */
export const readable = (colour: string, ground: string): string => {
  const end = rgb(inkOn(ground));
  for (let share = 0; ; share += 0.1) {
    const mixed = '#' + rgb(colour).map((c, i) => Math.round(c + (end[i]! - c) * Math.min(1, share)).toString(16).padStart(2, '0')).join('');
    if (share >= 1 || contrast(mixed, ground) >= 4.5) return mixed;
  }
};
