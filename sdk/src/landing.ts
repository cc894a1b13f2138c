import type { Landing, Utm } from './contract';
import { cut } from './text';

/** A new visit begins after this long without one. */
export const VISIT_GAP = 30 * 60_000;

/** The UTM parameters of an address, or undefined where it has none. */
export const utmOf = (url: string): Utm | undefined => {
  const said = new URL(url).searchParams;
  let utm: Utm | undefined;
  for (const part of 'source medium campaign term content'.split(' ')) {
    const value = cut(said.get('utm_' + part), 256);
    if (value) utm = { ...utm, [part]: value };
  }
  return utm;
};

/** How a visit that begins with this page began. */
export const landingOf = (url: string, referrer: string): Landing => ({ url: cut(url)!, referrer: cut(referrer), utm: utmOf(url) });

const host = (url?: string): string | undefined => url?.split('/')[2];

/**
 * Whether a page with this address and referrer was entered from outside the mall by the way the visit began. Anything else is no
 * landing entry: a second entry from another source (a search engine, say) within the visit must not inherit the first one's.
 */
export const enteredAsLanded = (url: string, referrer: string, landing: Landing): boolean =>
  host(referrer) !== host(url) && host(referrer) === host(landing.referrer) && utmOf(url)?.medium === landing.utm?.medium;

/** What of an address makes a view: all of it but an in-page anchor. Hash routes (`#/`, `#!`) count. */
export const viewOf = (url: string): string => url.replace(/#(?![/!]).*/, '');
