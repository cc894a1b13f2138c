import type { Landing, Utm } from './contract';

/** A new visit begins after this long without one. */
export const VISIT_GAP = 30 * 60_000;

/** The UTM parameters of an address, or undefined where it has none. */
export const utmOf = (url: string): Utm | undefined => {
  const utm: Utm = {};
  new URL(url).searchParams.forEach((value, name) => {
    const [, part] = /^utm_(source|medium|campaign|term|content)$/.exec(name) ?? [];
    if (part && value) utm[part as keyof Utm] = value.slice(0, 256);
  });
  return Object.keys(utm).length ? utm : undefined;
};

/** How a visit that begins with this page began. */
export const landingOf = (url: string, referrer: string): Landing => {
  const utm = utmOf(url);
  return { url: url.slice(0, 2048), ...(referrer && { referrer: referrer.slice(0, 2048) }), ...(utm && { utm }) };
};

const origin = (url = ''): string => url.split('/', 3).join('/');

/**
 * Whether a page with this address and referrer was entered from outside the mall by the way the visit began. Anything else is no
 * landing entry: a second entry from another source (a search engine, say) within the visit must not inherit the first one's.
 */
export const enteredAsLanded = (url: string, referrer: string, landing: Landing): boolean =>
  origin(referrer) !== origin(url) &&
  origin(referrer) === origin(landing.referrer) &&
  (referrer !== '' || utmOf(url)?.medium === landing.utm?.medium);

/** What of an address makes a view: all of it but an in-page anchor. Hash routes (`#/`, `#!`) count. */
export const viewOf = (url: string): string => url.replace(/#(?![/!]).*/, '');
