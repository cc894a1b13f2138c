import { config } from './config';

/** The first of these costs a slow phone as much as all else we do: none is made for the mall's own currency, none for won. */
const money = (currency: string, locale?: string): Intl.NumberFormat => new Intl.NumberFormat(locale, { style: 'currency', currency });

/** How many minor units make one major: won 1, dollars 100. */
const minors = (currency: string): number => currency === config.currency ? config.minors : 10 ** money(currency).resolvedOptions().maximumFractionDigits!;

/**
 * An amount as a mall's developer writes it (19.99, "59,000") in the currency's minor unit (1999, 59000), or undefined where it is none.
 * Throws `RangeError` where `currency` is no ISO 4217 code.
 */
export const minor = (amount: unknown, currency: string): number | undefined => {
  const n = parseFloat(`${amount}`.replace(/[^\d.-]/g, ''));
  return n >= 0 ? Math.round(n * minors(currency)) : undefined;
};

/** Minor units as shoppers of that language read them: 47,200원, ₩47,200, $19.99. */
export const spoken = (amount: number, currency: string, locale: string): string => {
  if (currency !== 'KRW') return money(currency, locale).format(amount / minors(currency));
  const won = `${amount}`.replace(/\B(?=(...)+$)/g, ',');
  return locale === 'ko' ? won + '원' : '₩' + won;
};

/** The whole percent that `sale` is below `price`, 0 where there is no sale. */
export const percentOff = (price: number, sale?: number): number => (sale! < price ? Math.round((1 - sale! / price) * 100) : 0);
