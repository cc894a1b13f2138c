import { Skeleton } from '@mantine/core';
import type { ReactNode } from 'react';
import { useFormat } from '../../shared/mall';
import type { Remote } from '../../shared/remote';
import { Icon } from '../../shared/ui/Icon';
import { Help, Section } from '../../shared/ui/Section';
import { Show } from '../../shared/ui/States';
import { useWords } from '../../shared/words';
import styles from './measure.module.css';
import type { Report } from './report';

type Figure = { name: string; what: string; value: string; sub: ReactNode };

/** The figures in the order in which they happen: session, leave moment, impression, click, order. */
export function FigureFlow({ report }: { report: Remote<Report> }) {
  const { t } = useWords();
  return (
    <Section title={t('figures.title')}>
      <Show remote={report} loading={<Waiting />}>
        {(ready) => <Ready report={ready} />}
      </Show>
    </Section>
  );
}

function Waiting() {
  return (
    <div className={styles['flow']}>
      {Array.from({ length: 6 }, (_, i) => (
        <div key={i}>
          <Skeleton height={14} width={64} />
          <Skeleton height={24} width={88} mt={8} />
          <Skeleton height={13} width={72} mt={8} />
        </div>
      ))}
    </div>
  );
}

function Ready({ report: r }: { report: Report }) {
  const { t } = useWords();
  const { count, percent, money, duration } = useFormat();
  const share = (part: number, whole: number): number | null => (whole > 0 ? part / whole : null);
  const figures: Figure[] = [
    {
      name: t('figure.sessions'),
      what: `${t('figure.sessions.what')} ${t('figure.dwell')}: ${t('figure.dwell.what')}`,
      value: count(r.sessions),
      sub: `${t('figure.dwell')} ${r.sessions > 0 && r.dwellVisibleMsMean !== null ? duration(r.dwellVisibleMsMean) : '—'}`,
    },
    { name: t('figure.triggered'), what: t('figure.triggered.what'), value: count(r.triggered), sub: t(r.spared > 0 ? 'figure.triggered.splitSpared' : 'figure.triggered.split', { shown: count(r.shown), spared: count(r.spared), heldOut: count(r.heldOut) }) },
    { name: t('figure.impressions'), what: t('figure.impressions.what'), value: count(r.impressions), sub: t('figure.perTriggered', { rate: percent(share(r.impressions, r.triggered)) }) },
    { name: t('figure.clicks'), what: `${t('figure.clicks.what')} ${t('figure.clickRate')}: ${t('figure.clickRate.what')}`, value: count(r.clicks), sub: `${t('figure.clickRate')} ${percent(r.clickRate)}` },
    { name: t('figure.converted'), what: `${t('figure.converted.what')} ${t('figure.conversionRate')}: ${t('figure.conversionRate.what')}`, value: count(r.converted), sub: `${t('figure.conversionRate')} ${percent(r.conversionRate)}` },
    {
      name: t('figure.conversionAmount'),
      what: t('figure.conversionAmount.what'),
      value: money(r.conversionAmount),
      sub: r.refundedAmount > 0 ? t('figure.refunded', { amount: money(r.refundedAmount) }) : '',
    },
  ];
  const notes = [
    r.unverifiedAmount > 0 && t('figure.unverified', { amount: money(r.unverifiedAmount) }),
    r.sessionsOutsideExperiments > 0 && t('figure.outside', { share: percent(share(r.sessionsOutsideExperiments, r.sessions)) }),
    r.violations > 0 && t('figure.violations', { n: count(r.violations) }),
  ].filter((note) => note !== false);
  return (
    <>
      <dl className={styles['flow']}>
        {figures.map(({ name, what, value, sub }) => (
          <div key={name}>
            <dt>
              {name}
              <Help label={name}>{what}</Help>
            </dt>
            <dd>
              <span className={styles['value']}>{value}</span>
              <span className={styles['sub']}>{sub}</span>
            </dd>
          </div>
        ))}
      </dl>
      {notes.length > 0 && (
        <ul className={styles['notes']}>
          {notes.map((note) => (
            <li key={note}>
              <Icon name="info" size={14} />
              {note}
            </li>
          ))}
        </ul>
      )}
    </>
  );
}
