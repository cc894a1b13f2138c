import * as v from 'valibot';
import { ask, type Answer } from '../../shared/http';
import type { Word } from '../../shared/words';

export type NewMall = { key: string; name: string; origins: string[]; currency: string; zone: string; simulated: boolean };

/** The secret keys of a new mall: the server shows them this once. */
const Keys = v.object({ key: v.string(), serverKey: v.string(), historyKey: v.optional(v.nullable(v.string()), null) });

export type Keys = v.InferOutput<typeof Keys>;

/** What the server would refuse, by field. Origins are judged where they are read. */
export function wrongOf({ key, name, currency, zone }: NewMall): Partial<Record<keyof NewMall, Word>> {
  return {
    ...(/^[a-z0-9][a-z0-9-]{0,62}$/.test(key) ? {} : { key: 'mall.key.wrong' as const }),
    ...(name.trim().length >= 1 && name.trim().length <= 100 ? {} : { name: 'mall.name.wrong' as const }),
    ...(/^[A-Z]{3}$/.test(currency) ? {} : { currency: 'mall.currency.wrong' as const }),
    ...(isZone(zone) ? {} : { zone: 'mall.zone.wrong' as const }),
  };
}

function isZone(zone: string): boolean {
  try {
    return zone !== '' && new Intl.DateTimeFormat('en', { timeZone: zone }) !== null;
  } catch {
    return false;
  }
}

export function createMall(mall: NewMall): Promise<Answer<Keys>> {
  return ask(Keys, '/api/malls', { method: 'POST', body: mall });
}
