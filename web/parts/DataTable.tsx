import { useMediaQuery } from '@mantine/hooks';
import { IconArrowDown, IconArrowsSort, IconArrowUp } from '@tabler/icons-react';
import { type ColumnDef, createSortedRowModel, rowSortingFeature, tableFeatures, useTable } from '@tanstack/react-table';
import { useVirtualizer } from '@tanstack/react-virtual';
import { type ReactNode, useMemo, useRef } from 'react';
import { useFollowCurrent, useListKeys } from './keys.ts';

export type Column<T> = {
  id: string;
  header: string;
  cell: (row: T) => ReactNode;
  /** What it is sorted by, where it can be; nothing goes last. */
  sort?: (row: T) => string | number | null;
  width?: number;
  /** Gets the room that the others leave; `width` is the least it takes. */
  grows?: true;
  end?: boolean;
  /** On a narrow screen: the heading of the card, or left out; a line with its name otherwise. */
  card?: 'title' | 'none';
  /** A card leaves out a line that has nothing to say. */
  has?: (row: T) => boolean;
};

type Props<T> = {
  /** What the rows are, for those who do not see the table. */
  label: string;
  rows: readonly T[];
  /** Stable, at module scope or memoised. */
  columns: readonly Column<T>[];
  idOf: (row: T) => string;
  /** `column` or `-column`; kept in the URL by the screen. */
  sort?: string | undefined;
  onSort?: (sort: string | undefined) => void;
  open?: (row: T) => void;
  keys?: { key: string; what: string; run: (row: T) => void }[];
  rowHeight?: number;
};

const features = tableFeatures({ rowSortingFeature, sortedRowModel: createSortedRowModel() });
const words = new Intl.Collator('en', { numeric: true });
const compare = (a: unknown, b: unknown): number => (typeof a === 'number' && typeof b === 'number' ? a - b : words.compare(String(a), String(b)));
/** Where a table is too narrow to read, each row is a card. */
const narrow = '(max-width: 47.99em)';

/** A list of any length: only what is seen is in the page. Sorted by its headings, worked through by keys, cards where it is narrow. */
export function DataTable<T extends object>({ label, rows, columns, idOf, sort, onSort, open, keys = [], rowHeight = 52 }: Props<T>) {
  const asCards = useMediaQuery(narrow, false, { getInitialValueInEffect: false });
  const definitions = useMemo(
    (): ColumnDef<typeof features, T>[] =>
      columns.map((column) => ({
        id: column.id,
        // Undefined is what the sorting puts last in both directions.
        accessorFn: (row: T) => column.sort?.(row) ?? undefined,
        sortFn: (a, b, id) => compare(a.getValue(id), b.getValue(id)),
        sortUndefined: 'last',
        enableSorting: column.sort !== undefined,
      })),
    [columns],
  );
  const data = rows as T[];
  const sorting = useMemo(() => (sort ? [{ id: sort.replace(/^-/, ''), desc: sort.startsWith('-') }] : []), [sort]);
  const table = useTable({ features, columns: definitions, data, state: { sorting }, getRowId: idOf });
  const sortedModel = table.getRowModel().rows;
  const sorted = useMemo(() => sortedModel.map(({ original }) => original), [sortedModel]);

  const list = useListKeys(sorted, idOf, { ...(open ? { open } : {}), keys });
  const scroll = useRef<HTMLDivElement>(null);
  const virtual = useVirtualizer({
    count: sorted.length,
    getScrollElement: () => scroll.current,
    estimateSize: () => (asCards ? 180 : rowHeight),
    getItemKey: (index) => idOf(sorted[index]!),
    overscan: 8,
    // The heading covers the top of the table.
    scrollPaddingStart: asCards ? 0 : 40,
  });
  useFollowCurrent(list.current, scroll, (current) => virtual.scrollToIndex(sorted.findIndex((row) => idOf(row) === current)));

  const items = virtual.getVirtualItems();
  const before = items[0]?.start ?? 0;
  const after = virtual.getTotalSize() - (items.at(-1)?.end ?? 0);
  const rowProps = (row: T, index: number) => ({
    'data-row': idOf(row),
    'data-index': index,
    'data-current': idOf(row) === list.current,
    tabIndex: idOf(row) === list.current || (list.current === null && index === 0) ? 0 : -1,
    onFocus: () => list.setCurrent(idOf(row)),
    onKeyDown: (event: React.KeyboardEvent) => {
      const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
      const next = step && event.target === event.currentTarget ? sorted[index + step] : undefined;
      if (!next) return;
      event.preventDefault();
      list.setCurrent(idOf(next));
    },
  });

  if (asCards) {
    const titles = columns.filter(({ card }) => card === 'title');
    const lines = columns.filter(({ card }) => card === undefined);
    return (
      <div className="scroll" ref={scroll}>
        <ul aria-label={label} style={{ position: 'relative', height: virtual.getTotalSize(), margin: 0, padding: 0, listStyle: 'none' }}>
          {items.map(({ index, start }) => {
            const row = sorted[index]!;
            return (
              <li
                key={idOf(row)}
                className="card"
                ref={virtual.measureElement}
                {...rowProps(row, index)}
                aria-setsize={sorted.length}
                aria-posinset={index + 1}
                style={{ position: 'absolute', top: 0, width: '100%', transform: `translateY(${start}px)` }}
              >
                {titles.map((column) => (
                  <div key={column.id}>{column.cell(row)}</div>
                ))}
                <dl>
                  {lines
                    .filter(({ has }) => has?.(row) ?? true)
                    .map((column) => (
                      <Line key={column.id} name={column.header}>
                        {column.cell(row)}
                      </Line>
                    ))}
                </dl>
              </li>
            );
          })}
        </ul>
      </div>
    );
  }

  return (
    <div className="scroll" ref={scroll}>
      <table
        className="table"
        aria-label={label}
        aria-rowcount={sorted.length + 1}
        style={{ minWidth: columns.reduce((sum, { width = 120 }) => sum + width, 0) }}
      >
        <colgroup>
          {columns.map((column) => (
            <col key={column.id} style={column.grows ? undefined : { width: column.width ?? 120 }} />
          ))}
        </colgroup>
        <thead>
          <tr aria-rowindex={1}>
            {columns.map((column) => {
              const at = sorting[0]?.id === column.id ? sorting[0] : undefined;
              const Icon = at ? (at.desc ? IconArrowDown : IconArrowUp) : IconArrowsSort;
              return (
                <th key={column.id} scope="col" className={column.end ? 'end' : undefined} aria-sort={at ? (at.desc ? 'descending' : 'ascending') : undefined}>
                  {column.sort && onSort ? (
                    <button type="button" className="sort" onClick={() => onSort(at ? (at.desc ? undefined : `-${column.id}`) : column.id)}>
                      {column.header}
                      <Icon size={14} aria-hidden style={{ opacity: at ? 1 : 0.55 }} />
                    </button>
                  ) : (
                    column.header
                  )}
                </th>
              );
            })}
          </tr>
        </thead>
        <tbody>
          {before > 0 && <Gap height={before} columns={columns.length} />}
          {items.map(({ index }) => {
            const row = sorted[index]!;
            return (
              <tr key={idOf(row)} {...rowProps(row, index)} aria-rowindex={index + 2} style={{ height: rowHeight }}>
                {columns.map((column) => (
                  <td key={column.id} className={column.end ? 'end' : undefined}>
                    {column.cell(row)}
                  </td>
                ))}
              </tr>
            );
          })}
          {after > 0 && <Gap height={after} columns={columns.length} />}
        </tbody>
      </table>
    </div>
  );
}

const Line = ({ name, children }: { name: string; children: ReactNode }) => (
  <>
    <dt>{name}</dt>
    <dd>{children}</dd>
  </>
);

/** The rows that are not in the page, as height alone. */
const Gap = ({ height, columns }: { height: number; columns: number }) => (
  <tr>
    <td colSpan={columns} style={{ height, padding: 0, border: 0 }} />
  </tr>
);
