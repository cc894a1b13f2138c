import type { ReactNode } from 'react';
import styles from './ui.module.css';

export type Column<Row> = {
  head: ReactNode;
  cell: (row: Row) => ReactNode;
  /** The exact value for a spreadsheet; a column without it is left out of the file. */
  raw?: (row: Row) => string | number | null;
  /** The name of the column in the file, where the head is not a plain text. */
  name?: string;
  number?: boolean;
  /** Left out on a narrow screen; the file has it all the same. */
  minor?: boolean;
  foot?: ReactNode;
};

/** A table whose first column names the row. Scrolls sideways by itself where it is too wide. */
export function DataTable<Row>({ label, columns, rows, rowKey, arrived }: { label: string; columns: Column<Row>[]; rows: Row[]; rowKey: (row: Row) => string; arrived?: (row: Row) => boolean }) {
  return (
    <div className={styles['tableWrap']} tabIndex={0} role="group" aria-label={label}>
      <table className={styles['table']}>
        <thead>
          <tr>
            {columns.map((column, i) => (
              <th key={i} scope="col" className={classOf(column)}>
                {column.head}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={rowKey(row)} className={arrived?.(row) ? styles['arrived'] : undefined}>
              {columns.map((column, i) =>
                i === 0 ? (
                  <th key={i} scope="row">
                    {column.cell(row)}
                  </th>
                ) : (
                  <td key={i} className={classOf(column)}>
                    {column.cell(row)}
                  </td>
                ),
              )}
            </tr>
          ))}
        </tbody>
        {columns.some((column) => column.foot !== undefined) && (
          <tfoot>
            <tr>
              {columns.map((column, i) =>
                i === 0 ? (
                  <th key={i} scope="row">
                    {column.foot}
                  </th>
                ) : (
                  <td key={i} className={classOf(column)}>
                    {column.foot}
                  </td>
                ),
              )}
            </tr>
          </tfoot>
        )}
      </table>
    </div>
  );
}

function classOf({ number, minor }: { number?: boolean; minor?: boolean }): string | undefined {
  return [number && styles['number'], minor && styles['minor']].filter(Boolean).join(' ') || undefined;
}

/** The same rows for a spreadsheet: plain numbers, one header line. */
export function rowsForFile<Row>(columns: Column<Row>[], rows: Row[]): (string | number | null)[][] {
  const kept = columns.filter((column) => column.raw);
  return [kept.map((column) => column.name ?? String(column.head)), ...rows.map((row) => kept.map((column) => column.raw?.(row) ?? null))];
}
