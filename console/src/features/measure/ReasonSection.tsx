import { Button } from '@mantine/core';
import { useState } from 'react';
import { useFormat, useMall } from '../../shared/mall';
import type { Period } from '../../shared/period';
import { CsvButton } from '../../shared/ui/CsvButton';
import { DataTable, rowsForFile, type Column } from '../../shared/ui/DataTable';
import { Section } from '../../shared/ui/Section';
import { Empty, Lines, Show } from '../../shared/ui/States';
import ui from '../../shared/ui/ui.module.css';
import { sayValue } from '../../shared/values';
import { isWord, useWords } from '../../shared/words';
import styles from './measure.module.css';
import { useReasons, type ReasonCount } from './reasons';

const FEW = 8;

/** Why a reload page was shown, and why not: one closed list, counted. */
export function ReasonSection({ period, everyMs }: { period: Period; everyMs: number | null }) {
  const { t, language } = useWords();
  const mall = useMall();
  const { count, percent } = useFormat();
  const [all, setAll] = useState(false);
  const reasons = useReasons(mall.key, period, everyMs);
  const rows = reasons.status === 'ready' ? [...reasons.data.rows].sort((a, b) => b.count - a.count) : [];
  const total = rows.reduce((sum, row) => sum + row.count, 0);
  const most = Math.max(1, ...rows.map((row) => row.count));
  const columns: Column<ReasonCount>[] = [
    {
      head: t('reasons.reason'),
      raw: (row) => row.reason,
      cell: ({ reason }) => {
        const [name, why] = [`reason.${reason}`, `reason.${reason}.why`];
        return (
          <>
            <span className={styles['reasonName']}>{isWord(name) ? t(name) : reason}</span>
            {isWord(why) && <span className={styles['reasonWhy']}>{t(why)}</span>}
          </>
        );
      },
    },
    { head: t('breakdown.trigger'), minor: true, raw: (row) => row.trigger ?? '', cell: (row) => <span className={ui['faint']}>{row.trigger ? sayValue(row.trigger, t, language) : '—'}</span> },
    { head: t('reasons.count'), number: true, raw: (row) => row.count, cell: (row) => count(row.count) },
    { head: t('reasons.share'), number: true, raw: (row) => (total > 0 ? row.count / total : null), cell: (row) => percent(total > 0 ? row.count / total : null) },
    {
      head: <span className="unseen">{t('reasons.share')}</span>,
      minor: true,
      cell: (row) => (
        <div className={`${ui['bar']} ${styles['reasonBar']}`} aria-hidden>
          <i style={{ width: `${(100 * row.count) / most}%`, ...(row.reason === 'SHOWN' ? { background: 'var(--accent)' } : {}) }} />
        </div>
      ),
    },
  ];
  return (
    <Section title={t('reasons.title')} lead={t('reasons.lead')} tools={<CsvButton name={`reload-${mall.key}-reasons-${period.from}-${period.to}`} rows={() => rowsForFile(columns, rows)} />}>
      <Show remote={reasons} loading={<Lines n={5} />}>
        {() => (rows.length === 0 ? (
            <Empty>{t('reasons.empty')}</Empty>
          ) : (
            <>
              <DataTable label={t('reasons.title')} columns={columns} rows={all ? rows : rows.slice(0, FEW)} rowKey={(row) => `${row.trigger}/${row.reason}`} />
              {rows.length > FEW && (
                <Button variant="subtle" mt={8} ml={-12} onClick={() => setAll(!all)}>
                  {all ? t('breakdown.less') : t('breakdown.more', { n: rows.length })}
                </Button>
              )}
            </>
          ))}
      </Show>
    </Section>
  );
}
