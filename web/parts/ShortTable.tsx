import { useMediaQuery } from '@mantine/hooks';
import type { ReactNode } from 'react';
import type { Column } from './DataTable.tsx';

type Props<T> = {
  /** What the rows are, for those who do not see the table. */
  label: string;
  rows: readonly T[];
  columns: readonly Column<T>[];
  idOf: (row: T) => string;
  /** Stands where there is no row. */
  empty?: ReactNode;
};

/** A list of some ten lines within a screen: a table, or cards where it is narrow. Long lists are a `DataTable`. */
export function ShortTable<T>({ label, rows, columns, idOf, empty }: Props<T>) {
  const asCards = useMediaQuery('(max-width: 47.99em)', false, { getInitialValueInEffect: false });
  if (rows.length === 0 && empty) return empty;
  if (asCards) {
    const titles = columns.filter(({ card }) => card === 'title');
    const lines = columns.filter(({ card }) => card === undefined);
    return (
      <ul aria-label={label} className="cards">
        {rows.map((row) => (
          <li key={idOf(row)} className="card" data-row={idOf(row)}>
            {titles.map((column) => (
              <div key={column.id}>{column.cell(row)}</div>
            ))}
            <dl>
              {lines
                .filter(({ has }) => has?.(row) ?? true)
                .map((column) => (
                  <div key={column.id} style={{ display: 'contents' }}>
                    <dt>{column.header}</dt>
                    <dd>{column.cell(row)}</dd>
                  </div>
                ))}
            </dl>
          </li>
        ))}
      </ul>
    );
  }
  return (
    <table className="table short" aria-label={label}>
      <colgroup>
        {columns.map(({ id, width }) => (
          <col key={id} style={width ? { width } : undefined} />
        ))}
      </colgroup>
      <thead>
        <tr>
          {columns.map(({ id, header, end }) => (
            <th key={id} scope="col" className={end ? 'end' : undefined}>
              {header}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={idOf(row)} data-row={idOf(row)}>
            {columns.map(({ id, cell, end }) => (
              <td key={id} className={end ? 'end' : undefined}>
                {cell(row)}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
