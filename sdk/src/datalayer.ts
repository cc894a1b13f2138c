import { safe } from './safe';

/** One push: an object, as Tag Manager has it, or the `arguments` of a `gtag(...)` call. */
export type Pushed = Record<string, any> | ArrayLike<any> | undefined;

/**
 * Hears all that a page has said and will say to Google's tags by `window.dataLayer`. What was pushed before is heard first, in its order;
 * the mall's push happens before ours hears of it, whatever ours does.
 */
export const watchDataLayer = (hear: (pushed: Pushed) => void): void => {
  const layer = ((window as unknown as { dataLayer?: Pushed[] }).dataLayer ??= []), push = layer.push, heard = safe(hear);
  layer.forEach(heard);
  layer.push = (...pushed) => {
    const answer = push.apply(layer, pushed);
    pushed.forEach(heard);
    return answer;
  };
};

/** Reads a `gtag(command, first, second)` call; undefined where something else was pushed. */
export const gtagCall = (pushed: Pushed): any[] | undefined => (typeof pushed?.length === 'number' ? Array.from(pushed as ArrayLike<any>) : undefined);
