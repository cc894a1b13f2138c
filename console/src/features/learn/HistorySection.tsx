import { Button } from '@mantine/core';
import { useState } from 'react';
import { mayChange, useFormat, useMall } from '../../shared/mall';
import { DataTable, type Column } from '../../shared/ui/DataTable';
import { Section } from '../../shared/ui/Section';
import { Empty, sayProblem } from '../../shared/ui/States';
import { toast } from '../../shared/ui/toast';
import ui from '../../shared/ui/ui.module.css';
import { sayValue } from '../../shared/values';
import { useWords } from '../../shared/words';
import styles from './learn.module.css';
import { restore, type History, type Kind, type Tried } from './models';
import { useVariantName } from './names';

/** What every mall begins with stands below all that was learnt. */
type Row = Tried | 'first';

/** What was learnt each time, and the way back to it. Left out where nothing was learnt and nothing is asked to be. */
export function HistorySection({ kind, history, used, pages, onRestored }: { kind: Kind; history: History; used: boolean; pages: string[]; onRestored: () => void }) {
  const { t } = useWords();
  const mall = useMall();
  const { moment, count } = useFormat();
  const columns = { variants: useShareColumns(pages), uplift: useEffectColumns() }[kind];
  const [busy, setBusy] = useState<number | null>(null);
  if (!used && history.tried.length === 0) return null;

  const versionOf = (row: Row): number => (row === 'first' ? 0 : row.version);
  const called = (row: Row): string => (row !== 'first' ? `v${row.version}` : kind === 'variants' ? t('history.first') : t('history.first.uplift'));
  const isKept = (row: Row): boolean => row === 'first' || row.outcome === 'BETTER' || row.outcome === 'UNJUDGED';
  const goBack = async (version: number): Promise<void> => {
    setBusy(version);
    const answer = await restore(mall.key, kind, version);
    setBusy(null);
    if (answer.ok) {
      toast(version === 0 ? t('history.restored.first') : t('history.restored', { version }));
      onRestored();
    } else {
      const said = sayProblem(answer.problem, t);
      toast(`${said.what}. ${said.why}`, { bad: true });
    }
  };
  const named = kind === 'variants' ? 'shares' : 'uplift';
  const title = t(`history.${named}`);
  return (
    <Section title={title} lead={used ? t(`history.${named}.what`) : t(`history.${named}.idle`)}>
      {history.tried.length === 0 ? (
        <Empty>{t(`history.${named}.empty`)}</Empty>
      ) : (
        <DataTable<Row>
          label={title}
          rows={[...history.tried, 'first']}
          rowKey={(row) => String(versionOf(row))}
          columns={[
            {
              head: t('history.version'),
              cell: (row) => (
                <>
                  {called(row)}
                  {row !== 'first' && <small className={styles['under']}>{moment(row.trainedAt)}</small>}
                </>
              ),
            },
            { head: t('history.rounds'), number: true, minor: true, cell: (row) => (row === 'first' ? '' : count(row.rows)) },
            ...columns,
            {
              head: <span className="unseen">{t('history.restore')}</span>,
              number: true,
              cell: (row) =>
                versionOf(row) === history.atWork ? (
                  <span className={ui['faint']}>{t('history.now')}</span>
                ) : (
                  isKept(row) &&
                  mayChange(mall) && (
                    <Button variant="default" size="xs" loading={busy === versionOf(row)} aria-label={`${t('history.restore')}: ${called(row)}`} onClick={() => void goBack(versionOf(row))}>
                      {t('history.restore')}
                    </Button>
                  )
                ),
            },
          ]}
        />
      )}
    </Section>
  );
}

/** The share each variant was given. */
function useShareColumns(pages: string[]): Column<Row>[] {
  const { percent } = useFormat();
  const name = useVariantName();
  return pages.map((page) => ({ head: name(page), number: true, cell: (row) => (row === 'first' ? '' : percent(row.metrics[`share.${page}`] ?? null, 0)) }));
}

/** What showing a page does to the average shopper, and for whom it differs. */
function useEffectColumns(): Column<Row>[] {
  const { t, language } = useWords();
  const { money } = useFormat();
  const signed = (amount: number): string => (amount > 0 ? `+${money(amount)}` : money(amount));
  const effect = ({ metrics }: Tried) => {
    const { effect, effectLow, effectHigh } = metrics;
    if (effect === undefined || effectLow === undefined || effectHigh === undefined) return '—';
    return (
      <>
        {signed(effect)} <small className={styles['faint']}>({t('compare.between', { low: signed(effectLow), high: signed(effectHigh) })})</small>
      </>
    );
  };
  const found = ({ metrics, outcome }: Tried): string => {
    const signals = Object.entries(metrics).flatMap(([key, slope]) => (key.startsWith('slope.') ? [`${sayValue(key.slice(key.indexOf('=') + 1), t, language)} ${signed(slope)}`] : []));
    return outcome === 'TOO_LITTLE' ? '—' : signals.join(', ') || t('history.found.none');
  };
  return [
    { head: t('history.effect'), number: true, cell: (row) => (row === 'first' ? '' : effect(row)) },
    { head: t('history.found'), cell: (row) => (row === 'first' ? '' : <span className={ui['wraps']}>{found(row)}</span>) },
    { head: t('history.outcome'), minor: true, cell: (row) => (row === 'first' ? '' : t(`history.outcome.${row.outcome}`)) },
  ];
}
