import type { Millis, Plan } from './contract';
import type { Lent } from './lent';
import type { Memory } from './memory';
import type { Planted } from './plant';

/** What `reload('look', hear)` gives to the chunks that look inside: how things stand, at any moment. */
export interface Inside {
  /** The view that is now, and its product. */
  at: Lent[6];
  keep: Lent[2];
  /** Visible milliseconds since landing. */
  stay: Lent[5];
  /** The body with which this view asks for its plan. */
  asking: Lent[8];
  /** This view's plan, where it may show anything, and when it came. */
  plan: () => [plan: Plan, at: Millis] | undefined;
}

export const inside = (planted: Planted): Promise<Inside> => new Promise((hear) => planted('look', hear));

export const recall = ({ keep }: Inside): Memory => {
  let memory: Memory;
  keep((all) => { memory = all; });
  return memory!;
};
