import { useFormat } from '../../shared/mall';
import { useWords } from '../../shared/words';
import styles from './measure.module.css';

/** Where the interval and zero lie on one axis, in [0, 1]. Zero is always on the axis, with room at both ends. */
export function layOut({ estimate, low, high }: { estimate: number; low: number; high: number }): { zero: number; low: number; high: number; estimate: number } {
  const min = Math.min(0, low);
  const max = Math.max(0, high);
  const room = (max - min || 1) * 0.06;
  const at = (value: number): number => (value - min + room) / (max - min + 2 * room || 1);
  return { zero: at(0), low: at(low), high: at(high), estimate: at(estimate) };
}

/** The interval drawn as a band, the estimate as a point, zero as the line that counts. */
export function IntervalBar(interval: { estimate: number; low: number; high: number }) {
  const { t } = useWords();
  const { headline } = useFormat();
  const at = layOut(interval);
  const x = (share: number): string => `${(share * 100).toFixed(2)}%`;
  const crowded = (share: number): boolean => Math.abs(share - at.zero) < 0.16;
  return (
    <svg className={styles['axis']} role="img" aria-label={t('headline.axis', { low: headline(interval.low), high: headline(interval.high), estimate: headline(interval.estimate) })}>
      <line x1="0" x2="100%" y1="28" y2="28" stroke="var(--line-strong)" />
      <rect x={x(at.low)} width={x(at.high - at.low)} y="21" height="14" rx="2" fill="var(--accent)" fillOpacity="0.22" />
      <line x1={x(at.low)} x2={x(at.low)} y1="21" y2="35" stroke="var(--accent)" strokeWidth="2" />
      <line x1={x(at.high)} x2={x(at.high)} y1="21" y2="35" stroke="var(--accent)" strokeWidth="2" />
      <line x1={x(at.zero)} x2={x(at.zero)} y1="12" y2="44" stroke="var(--ink)" strokeWidth="1.5" />
      <circle cx={x(at.estimate)} cy="28" r="5" fill="var(--accent)" stroke="var(--paper)" strokeWidth="2" />
      <text x={x(at.zero)} y="60" textAnchor="middle">
        0
      </text>
      {!crowded(at.low) && (
        <text x={x(at.low)} y="60" textAnchor={at.low < 0.14 ? 'start' : 'middle'}>
          {headline(interval.low)}
        </text>
      )}
      {!crowded(at.high) && (
        <text x={x(at.high)} y="60" textAnchor={at.high > 0.8 ? 'end' : 'middle'}>
          {headline(interval.high)}
        </text>
      )}
    </svg>
  );
}
