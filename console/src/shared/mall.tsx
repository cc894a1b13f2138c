import { createContext, use, useMemo, type ReactNode } from 'react';
import * as format from './format';
import { useWords } from './words';

export type Role = 'owner' | 'marketer' | 'agent' | 'viewer';

/** A mall as the signed-in person may see it. `zone` is an IANA time zone, `currency` an ISO 4217 code. */
export type Mall = { key: string; name: string; role: Role; simulated: boolean; currency: string; zone: string };

const CurrentMall = createContext<Mall | null>(null);

export function WithinMall({ mall, children }: { mall: Mall; children: ReactNode }) {
  return <CurrentMall value={mall}>{children}</CurrentMall>;
}

export function useMall(): Mall {
  const mall = use(CurrentMall);
  if (!mall) throw new Error('a view of a mall stands outside of one');
  return mall;
}

/** Who may change settings and addresses, and who alone may hold Back. The server decides; this only greys out what it would refuse. */
export const mayChange = (mall: Mall): boolean => mall.role === 'owner' || mall.role === 'marketer';
export const mayOwn = (mall: Mall): boolean => mall.role === 'owner';

/** The ways to say a figure, in the language of the person and the money and zone of the mall. */
export function useFormat() {
  const { language } = useWords();
  const { currency, zone } = useMall();
  return useMemo(
    () => ({
      language,
      count: (n: number) => format.count(n, language),
      percent: (share: number | null, digits?: number) => format.percent(share, language, digits),
      money: (amount: number) => format.money(amount, currency, language),
      headline: (amount: number) => format.headlineMoney(amount, currency, language),
      duration: (ms: number) => format.duration(ms, language),
      day: (iso: string) => format.day(iso, language),
      shortDay: (iso: string) => format.shortDay(iso, language),
      span: (from: string, to: string) => format.span(from, to, language),
      moment: (instant: string | number) => format.moment(instant, zone, language),
      ago: (ms: number) => format.ago(ms, language),
    }),
    [language, currency, zone],
  );
}

export type Format = ReturnType<typeof useFormat>;
