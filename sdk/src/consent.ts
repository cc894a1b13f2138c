import type { Config, Consent } from './contract';
import { gtagCall, watchDataLayer } from './datalayer';
import type { Planted } from './plant';
import { safe } from './safe';

// A chunk: hears from the mall's consent platform what its shopper has said, and tells the script by `reload('consent', ...)`.

/** What Google Consent Mode must have granted: we measure visits, and choose goods by what was viewed. We show no ads. */
const TYPES = ['analytics_storage', 'personalization_storage'];

/**
 * The purposes of IAB TCF 2.2 that must have been agreed to: 1 store and read on the device, 5 and 6 choose content by what was viewed,
 * 8 measure what that content does. The script works for the mall itself, so no vendor of the global list is asked about.
 */
const PURPOSES = [1, 5, 6, 8];

/** A shopper who has not answered when a page begins is given this long for the answer of an earlier page to be read. */
const WAIT = 2_000;

interface Said { default?: boolean; update?: boolean }

/** What Google's tags know themselves, where they have loaded: regions are settled there. */
interface Ics { ics?: { entries?: Record<string, Said> } }

/**
 * Reads Google Consent Mode: the last `update` of a type wins over its `default`. A type that is never spoken of is not asked about, but
 * without a word about analytics nothing is known. A default that holds in some regions only counts where no other is given: we do not
 * know where the shopper is.
 *
 * @param explicit whether only what the shopper has said counts, not what the mall presumes
 */
export const google = (tell: (consent: Consent) => void, explicit: boolean | undefined): void => {
  const heard: Record<string, Said> = {};
  let timer: ReturnType<typeof setTimeout>;
  const judge = (): void => {
    const known = { ...heard, ...(window as { google_tag_data?: Ics }).google_tag_data?.ics?.entries };
    const said = TYPES.map((type) => known[type]).filter((each) => each);
    const answers = said.map((each) => each!.update ?? (explicit && each!.default ? undefined : each!.default));
    clearTimeout(timer);
    if (!known[TYPES[0]!] || answers.includes(undefined)) return;
    if (!answers.includes(false)) tell('granted');
    else if (said.some((each) => each!.update === false)) tell('denied');
    else timer = setTimeout(safe(() => tell('denied')), WAIT);
  };
  watchDataLayer((pushed) => {
    const [command, kind, types] = gtagCall(pushed) ?? [];
    if (command !== 'consent' || (kind !== 'default' && kind !== 'update')) return;
    for (const type of TYPES)
      if (types[type] && !(types.region && heard[type]?.default !== undefined)) heard[type] = { ...heard[type], [kind]: types[type] === 'granted' };
    // Google's own tags take the push in their turn.
    setTimeout(safe(judge));
  });
};

interface TcData { listenerId?: number; eventStatus?: string; gdprApplies?: boolean; purpose?: { consents?: Record<number, boolean> } }

/** Reads an IAB TCF 2.2 consent platform: every answer of the shopper, now and earlier. Where it does not come within ten seconds, nothing is known. */
export const tcf = (tell: (consent: Consent) => void, explicit: boolean | undefined, tries = 20): void => {
  const ask = (window as { __tcfapi?: (command: string, version: 2, hear: (data: TcData | null, fine: boolean) => void) => void }).__tcfapi;
  if (!ask) {
    if (tries) setTimeout(safe(() => tcf(tell, explicit, tries - 1)), 500);
    return;
  }
  ask('addEventListener', 2, safe((data, fine) => {
    if (!fine || !data) return;
    if (data.gdprApplies === false) explicit || tell('granted');
    else if (data.eventStatus === 'tcloaded' || data.eventStatus === 'useractioncomplete')
      tell(PURPOSES.every((purpose) => data.purpose?.consents?.[purpose] === true) ? 'granted' : 'denied');
  }));
};

/** Tells each change once. */
export const begin = safe((planted: Planted, config: Config) => {
  let last: Consent | undefined;
  ({ google, tcf } as Record<string, typeof google>)[config.consentFrom]!((consent) => {
    if (consent !== last) planted('consent', (last = consent));
  }, config.wishes && !!((navigator as { globalPrivacyControl?: boolean }).globalPrivacyControl || navigator.doNotTrack === '1'));
});

const planted = (globalThis as { __rl?: Planted }).__rl;
if (planted?.c) begin(planted, planted.c);
