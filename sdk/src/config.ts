import type { Planted } from './plant';

/** What the head stub has left in the page, and in it what the server has said of the mall. */
export const planted = (window as unknown as { __rl: Planted }).__rl;
export const config = planted.c!;
