import { config } from './memory';

/** The file name of the second bundle, from the build. */
declare const MORE: string;

/**
 * Uses what is needed by few pages or not at once, and loads it first: a file of its own. Where it does not come, nothing happens.
 */
export const later = (use?: (more: typeof import('./more')) => unknown): Promise<unknown> =>
  import(`${config.base}/sdk/${MORE}`).then(use).catch(() => { /* the mall goes on without us */ });
