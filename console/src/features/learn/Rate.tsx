import { useFormat } from '../../shared/mall';
import { useWords } from '../../shared/words';
import styles from './learn.module.css';
import type { Came } from './results';

type Judged = NonNullable<Came['reward']>;

/** A chance with its interval as a band; all bands of a table end at `most`, so that they can be compared by eye. */
export function Rate({ of, most }: { of: Came['reward']; most: number }) {
  const { t } = useWords();
  const { percent } = useFormat();
  if (!of) return <span className={styles['faint']}>{t('compare.tooFew')}</span>;
  const { value, interval } = of.snips;
  const low = Math.max(0, interval.low), high = Math.min(1, interval.high);
  const x = (share: number): string => `${((100 * share) / most).toFixed(2)}%`;
  return (
    <span className={styles['rate']}>
      <b>{percent(value)}</b>
      <svg aria-hidden className={styles['band']}>
        <line x1="0" x2="100%" y1="8" y2="8" stroke="var(--line)" />
        <rect x={x(low)} width={x(high - low)} y="3" height="10" rx="2" fill="var(--accent)" fillOpacity="0.28" />
        <line x1={x(value)} x2={x(value)} y1="1" y2="15" stroke="var(--accent)" strokeWidth="2.5" />
      </svg>
      <small>{t('compare.between', { low: percent(low), high: percent(high) })}</small>
    </span>
  );
}

/** Where bands end: a little beyond the highest interval. */
export function endOf(all: Came['reward'][]): number {
  const known = all.filter((one): one is Judged => one !== null);
  return Math.min(1, 1.04 * Math.max(0.01, ...known.map(({ snips }) => snips.interval.high)));
}
