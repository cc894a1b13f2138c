import { Checkbox, NativeSelect, Skeleton, Button, useComputedColorScheme } from '@mantine/core';
import { lazy, Suspense, useState } from 'react';
import { useFormat, useMall } from '../../shared/mall';
import { before, type Period } from '../../shared/period';
import type { Remote } from '../../shared/remote';
import { CsvButton } from '../../shared/ui/CsvButton';
import { DataTable, rowsForFile } from '../../shared/ui/DataTable';
import { Icon } from '../../shared/ui/Icon';
import { Section } from '../../shared/ui/Section';
import { Empty, Show } from '../../shared/ui/States';
import { useWords } from '../../shared/words';
import { useFigureColumns } from './columns';
import type { Annotation } from './DayChart';
import { useDays, type Day } from './days';
import styles from './measure.module.css';
import { SERIES, type SeriesName } from './series';

const DayChart = lazy(() => import('./DayChart').then((found) => ({ default: found.DayChart })));

/** One chart over time, and the table behind it. */
export function DaySection({ days, period, annotations, everyMs }: { days: Remote<{ days: Day[] }>; period: Period; annotations: Annotation[]; everyMs: number | null }) {
  const { t } = useWords();
  const mall = useMall();
  const { day: sayDay } = useFormat();
  const [figure, setFigure] = useState<SeriesName>('sessions');
  const [compare, setCompare] = useState(true);
  const [asTable, setAsTable] = useState(false);
  const dark = useComputedColorScheme('light') === 'dark';
  const earlier = useDays(mall.key, before(period), everyMs === null ? null : everyMs * 15);
  const figureColumns = useFigureColumns<Day>();
  const columns = [{ head: t('chart.day'), cell: (row: Day) => sayDay(row.day), raw: (row: Day) => row.day }, ...figureColumns];

  return (
    <Section
      title={t('chart.title')}
      tools={
        <>
          {!asTable && (
            <>
              <Checkbox size="xs" className="later" label={t('chart.compare')} checked={compare} onChange={(event) => setCompare(event.currentTarget.checked)} />
              <NativeSelect
                size="sm"
                aria-label={t('chart.figure')}
                value={figure}
                onChange={(event) => setFigure(event.currentTarget.value as SeriesName)}
                data={Object.entries(SERIES).map(([value, { word }]) => ({ value, label: t(word) }))}
              />
            </>
          )}
          <Button variant="default" leftSection={<Icon name={asTable ? 'overview' : 'table'} size={16} />} aria-pressed={asTable} onClick={() => setAsTable(!asTable)}>
            {asTable ? t('chart.showChart') : t('chart.showTable')}
          </Button>
          <CsvButton name={`reload-${mall.key}-days-${period.from}-${period.to}`} rows={() => rowsForFile(columns, days.status === 'ready' ? days.data.days : [])} />
        </>
      }
    >
      <Show remote={days} loading={<Skeleton height={288} />}>
        {({ days: all }) =>
          all.every((day) => day.sessions === 0 && day.triggered === 0 && day.conversionAmount === 0) ? (
            <Empty>{t('chart.empty')}</Empty>
          ) : asTable ? (
            <DataTable label={t('chart.title')} columns={columns} rows={[...all].reverse()} rowKey={(day) => day.day} />
          ) : (
            <Suspense fallback={<div className={styles['chart']} style={{ height: 288 }} />}>
              <DayChart days={all} earlier={compare && earlier.status === 'ready' && earlier.data.days.some((day) => day.sessions > 0) ? earlier.data.days : null} figure={figure} annotations={annotations} dark={dark} />
            </Suspense>
          )
        }
      </Show>
    </Section>
  );
}
