import { useFormat } from '../../shared/mall';
import type { Column } from '../../shared/ui/DataTable';
import { useWords } from '../../shared/words';
import { clickRate, type Figures } from './figures';

/** The figures as columns, the same wherever they stand in a table. */
export function useFigureColumns<Row extends Figures>(): Column<Row>[] {
  const { t } = useWords();
  const { count, percent, money, duration } = useFormat();
  const column = (head: string, value: (row: Row) => number | null, say: (n: number) => string, minor = false): Column<Row> => ({
    head,
    number: true,
    minor,
    cell: (row) => {
      const found = value(row);
      return found === null ? '—' : say(found);
    },
    raw: value,
  });
  return [
    column(t('figure.sessions'), (row) => row.sessions, count),
    column(t('figure.dwell'), (row) => (row.sessions > 0 ? row.dwellVisibleMsMean : null), duration, true),
    column(t('figure.triggered'), (row) => row.triggered, count, true),
    column(t('figure.shown'), (row) => row.shown, count, true),
    column(t('figure.spared'), (row) => row.spared, count, true),
    column(t('figure.heldOut'), (row) => row.heldOut, count, true),
    column(t('figure.impressions'), (row) => row.impressions, count),
    column(t('figure.clicks'), (row) => row.clicks, count, true),
    column(t('figure.clickRate'), clickRate, (n) => percent(n)),
    column(t('figure.converted'), (row) => row.converted, count, true),
    column(t('figure.conversionAmount'), (row) => row.conversionAmount, money),
  ];
}
