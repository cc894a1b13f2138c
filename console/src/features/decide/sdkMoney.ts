/** How many digits the currency's minor unit has: KRW 0, USD 2. Throws `RangeError` where `currency` is no ISO 4217 code. */
export const digits = (currency: string): number =>
  new Intl.NumberFormat('en', { style: 'currency', currency }).resolvedOptions().maximumFractionDigits!;

/**
 * An amount as a mall's developer writes it (19.99, "59,000") in minor units (1999, 59000), or undefined where it is none.
 */
export const minor = (amount: unknown, currency: string): number | undefined => {
  const n = parseFloat((amount + '').replace(/[^\d.-]/g, ''));
  return n >= 0 ? Math.round(n * 10 ** digits(currency)) : undefined;
};

/** Minor units as shoppers of that language read them: 47,200원, ₩47,200, $19.99. */
export const spoken = (amount: number, currency: string, locale: string): string =>
  locale === 'ko' && currency === 'KRW'
    ? amount.toLocaleString('ko') + '원'
    : (amount / 10 ** digits(currency)).toLocaleString(locale, { style: 'currency', currency });

/** The whole percent that `sale` is below `price`, 0 where there is no sale. */
export const percentOff = (price: number, sale?: number): number => (sale! < price ? Math.round((1 - sale! / price) * 100) : 0);
