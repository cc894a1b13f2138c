import { Button, Skeleton } from '@mantine/core';
import { useFormat, useMall } from '../../shared/mall';
import type { Remote } from '../../shared/remote';
import { go, pathTo } from '../../shared/route';
import { Icon } from '../../shared/ui/Icon';
import { Show } from '../../shared/ui/States';
import { useWords } from '../../shared/words';
import { IntervalBar } from './IntervalBar';
import styles from './measure.module.css';
import type { Incremental, KnownIncremental, Report } from './report';

/** The one honest number: what would not have been bought without Reload, or why that cannot be said. */
export function Headline({ report }: { report: Remote<Report> }) {
  const { t } = useWords();
  return (
    <section className={styles['headline']} aria-labelledby="headline">
      <div>
        <h2 id="headline">{t('headline.title')}</h2>
        <p className={styles['what']}>{t('headline.what')}</p>
        <Show
          remote={report}
          loading={
            <>
              <Skeleton height={40} width={280} />
              <Skeleton height={16} width={320} mt={14} />
            </>
          }
        >
          {({ incrementalAmountPerTriggered: found }) => (isKnown(found) ? <Known found={found} /> : <Unknown found={found} />)}
        </Show>
      </div>
      {report.status === 'ready' && isKnown(report.data.incrementalAmountPerTriggered) && (
        <>
          <div className={styles['side']}>
            <IntervalBar {...report.data.incrementalAmountPerTriggered.total} />
          </div>
          <How found={report.data.incrementalAmountPerTriggered} />
        </>
      )}
    </section>
  );
}

export function isKnown(found: Incremental): found is KnownIncremental {
  return found.estimate !== null;
}

/** What an interval says about gain: only an interval wholly on one side of zero says anything. */
export function verdictOf({ low, high }: { low: number; high: number }): 'gain' | 'loss' | 'unsure' {
  return low > 0 ? 'gain' : high < 0 ? 'loss' : 'unsure';
}

function Known({ found }: { found: KnownIncremental }) {
  const { t } = useWords();
  const { headline } = useFormat();
  const { estimate, low, high } = found.total;
  const verdict = verdictOf(found.total);
  return (
    <>
      <p className={`${styles['big']} ${verdict === 'unsure' ? styles['bigMuted'] : ''}`}>{t('headline.about', { amount: headline(estimate) })}</p>
      <p className={styles['range']}>{t('headline.range', { low: headline(low), high: headline(high) })}</p>
      <p className={`${styles['verdict']} ${verdict === 'unsure' ? '' : styles[verdict]}`}>
        <Icon name={verdict === 'gain' ? 'up' : verdict === 'loss' ? 'down' : 'info'} size={16} />
        {t(`headline.${verdict}`)}
      </p>
    </>
  );
}

function Unknown({ found }: { found: Exclude<Incremental, KnownIncremental> }) {
  const { t } = useWords();
  const { count, percent } = useFormat();
  const mall = useMall();
  const all = found.matureShown + found.matureHeldOut;
  const locked = found.reason === 'SAMPLE_RATIO_MISMATCH';
  const days = found.daysToGo === null ? null : Math.max(1, Math.ceil(found.daysToGo));
  return (
    <>
      <p className={`${styles['big']} ${styles['bigMuted']}`}>
        {locked ? t('headline.locked') : days === null ? t('headline.unknown') : t('headline.unknownDays', { count: days })}
      </p>
      <p className={styles['why']}>{t(`headline.why.${found.reason}`, { shown: count(found.matureShown), heldOut: count(found.matureHeldOut) })}</p>
      {locked && all > 0 && (
        <p className={styles['verdict']}>
          <Icon name="lock" size={16} />
          {t('headline.ratio')}: {t('headline.ratio.seen', { share: percent(found.matureHeldOut / all), heldOut: count(found.matureHeldOut), all: count(all) })}
        </p>
      )}
      {found.reason !== 'NOT_ENOUGH_DATA' && (
        <Button variant="default" mt={16} onClick={() => go(pathTo(mall.key, locked ? 'install' : 'page'))}>
          {t(`headline.fix.${found.reason}`)}
        </Button>
      )}
    </>
  );
}

function How({ found }: { found: KnownIncremental }) {
  const { t } = useWords();
  const { money, count } = useFormat();
  const range = ({ low, high }: { low: number; high: number }): string => `${money(low)} ~ ${money(high)}`;
  return (
    <details className={styles['how']}>
      <summary>{t('headline.how')}</summary>
      <div className={styles['howBody']}>
        <ol>
          <li>{t('headline.how.1')}</li>
          <li>{t('headline.how.2')}</li>
          <li>{t('headline.how.3')}</li>
        </ol>
        <dl>
          <div>
            <dt>{t('headline.perTriggered')}</dt>
            <dd>{money(found.estimate)}</dd>
          </div>
          <div>
            <dt>{t('headline.anytime')}</dt>
            <dd>
              {range(found.anytime)}
              <small>{t('headline.anytime.why')}</small>
            </dd>
          </div>
          <div>
            <dt>{t('headline.fixed')}</dt>
            <dd>
              {range(found.fixed)}
              <small>{t('headline.fixed.why')}</small>
            </dd>
          </div>
          <div>
            <dt>{t('headline.compared')}</dt>
            <dd>{t('headline.compared.value', { shown: count(found.matureShown), heldOut: count(found.matureHeldOut) })}</dd>
          </div>
        </dl>
      </div>
    </details>
  );
}
