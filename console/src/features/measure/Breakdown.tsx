import { Button, SegmentedControl } from '@mantine/core';
import { useState } from 'react';
import { useMall } from '../../shared/mall';
import type { Period } from '../../shared/period';
import { CsvButton } from '../../shared/ui/CsvButton';
import { DataTable, rowsForFile, type Column } from '../../shared/ui/DataTable';
import { Section } from '../../shared/ui/Section';
import { Empty, Lines, Show } from '../../shared/ui/States';
import { sayValue } from '../../shared/values';
import { useWords } from '../../shared/words';
import { useByDimension, type Dimension, type Row } from './byDimension';
import { useFigureColumns } from './columns';

const FEW = 8;

/** The figures by referral path. */
export function ReferralSection({ period, everyMs }: { period: Period; everyMs: number | null }) {
  const { t } = useWords();
  return <DimensionSection title={t('breakdown.referral')} dimension="referral" period={period} everyMs={everyMs} />;
}

/** The figures by device, trigger or page template. */
export function BreakdownSection({ period, everyMs }: { period: Period; everyMs: number | null }) {
  const { t } = useWords();
  const [dimension, setDimension] = useState<Dimension>('device');
  const choices = (['device', 'trigger', 'template'] as const).map((value) => ({ value, label: t(`breakdown.${value}`) }));
  return (
    <DimensionSection
      title={t('breakdown.title')}
      dimension={dimension}
      period={period}
      everyMs={everyMs}
      tools={<SegmentedControl size="xs" aria-label={t('breakdown.title')} data={choices} value={dimension} onChange={(value) => setDimension(value as Dimension)} />}
    />
  );
}

function DimensionSection({ title, dimension, period, everyMs, tools }: { title: string; dimension: Dimension; period: Period; everyMs: number | null; tools?: React.ReactNode }) {
  const { t, language } = useWords();
  const mall = useMall();
  const [all, setAll] = useState(false);
  const rows = useByDimension(mall.key, dimension, period, everyMs);
  const columns: Column<Row>[] = [
    { head: t(`breakdown.${dimension}`), cell: (row) => sayValue(row.value, t, language), raw: (row) => row.value },
    ...useFigureColumns<Row>(),
  ];
  return (
    <Section
      title={title}
      tools={
        <>
          {tools}
          <CsvButton name={`reload-${mall.key}-${dimension}-${period.from}-${period.to}`} rows={() => rowsForFile(columns, rows.status === 'ready' ? rows.data.rows : [])} />
        </>
      }
    >
      <Show remote={rows} loading={<Lines n={5} />}>
        {({ rows: found }) => {
          const sorted = [...found].sort((a, b) => b.sessions - a.sessions || b.triggered - a.triggered || a.value.localeCompare(b.value));
          return sorted.length === 0 ? (
            <Empty>{t('breakdown.empty')}</Empty>
          ) : (
            <>
              <DataTable label={title} columns={columns} rows={all ? sorted : sorted.slice(0, FEW)} rowKey={(row) => row.value} />
              {sorted.length > FEW && (
                <Button variant="subtle" mt={8} ml={-12} onClick={() => setAll(!all)}>
                  {all ? t('breakdown.less') : t('breakdown.more', { n: sorted.length })}
                </Button>
              )}
            </>
          );
        }}
      </Show>
    </Section>
  );
}
