import { config } from './config';

/** The file name of the chunk that most pages need when they are idle, from the build. */
declare const MORE: string;

/** Uses a chunk, and loads it first. Where it does not come, nothing happens. */
export const later = <Chunk>(file: string, use: (chunk: Chunk) => unknown): Promise<any> =>
  import(`${config.base}/sdk/${file}`).then(use).catch(() => { /* the mall goes on without us */ });

/** What the page lends to `more`, behind what was said: the rest of the arguments of each of its calls. */
export const lent: unknown[] = [];

/** Has `more` do what is needed by few pages or not at once. */
export const more = (name: string, ...said: unknown[]): Promise<any> =>
  import(`${config.base}/sdk/${MORE}`).then((chunk) => chunk[name](...said, ...lent)).catch(() => { /* as above */ });
