import { config } from './config';
import type { PlannedProduct } from './contract';

/** A good on the reload page: where it stands, what was planned for it, whether it is the very product the shopper came from. */
export type Card = [place: HTMLAnchorElement, planned: PlannedProduct, again: boolean];

/**
 * Puts the truth of this moment in place of the plan's, if it comes within 300 ms: what is gone or sold out makes room for a spare, in the
 * same place and of the same size. Where no spare is left, what is sold out says so, and what is gone leaves its place empty.
 */
export const truth = async (cards: Card[], spares: string[], fill: (place: HTMLAnchorElement, product: PlannedProduct) => void): Promise<void> => {
  const shown = cards.map(([, { id }]) => id), asked = [...shown, ...spares].map(encodeURIComponent);
  const answer = await fetch(`${config.base}/v1/products?mall=${config.key}&ids=${asked}`, { signal: AbortSignal.timeout(300), credentials: 'omit' });
  const { products } = (await answer.json()) as { products: Record<string, PlannedProduct> };
  const spare = spares.filter((id) => products[id]?.inStock && !shown.includes(id));
  for (const [place, planned, again] of cards) {
    const now = products[planned.id];
    const next = now && (again || now.inStock) ? now : products[(!again && spare.shift()) || ''] ?? now;
    if (!next) place.style.visibility = 'hidden';
    else if (JSON.stringify(next) !== JSON.stringify(planned)) fill(place, next);
  }
};
