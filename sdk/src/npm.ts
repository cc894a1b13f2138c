import type { load as Load, Reload } from '../npm/index';
import { plant } from './plant';

// The npm package: what a mall with a build of its own imports. Its types are written by hand in `npm/index.d.ts`, and checked here.

const inPage = typeof window === 'object';

export const reload: Reload = Object.assign((...call: unknown[]): void => { if (inPage) plant()(...(call as [string])); }, { forget: (): void => reload('forget') });

export const load: typeof Load = ({ base, key }) => {
  if (inPage && !plant().c)
    // No element of ours, hence no policy of Trusted Types; a loader that does not come leaves the mall as it is.
    import(/* webpackIgnore: true */ /* @vite-ignore */ `${base.replace(/\/$/, '')}/s/${key}/reload.js`).catch(() => undefined);
  return reload;
};
