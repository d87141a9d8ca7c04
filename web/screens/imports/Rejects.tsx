import { Button, Group, Text, Title } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useInfiniteQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { type ReactNode, useState } from 'react';
import { useAct } from '../../api/act.ts';
import type { Item } from '../../api/client.ts';
import { useMay } from '../../api/me.ts';
import { apiPages } from '../../api/query.ts';
import { ProblemView } from '../../parts/ProblemView.tsx';
import { Shown } from '../../parts/Shown.tsx';
import { count } from '../../parts/time.ts';

type Reject = Item<'/v1/imports/{no}/rejects'>;

/** Lines that were not taken, in the columns of their list: mended here, and sent again as a small import of the same list. */
export default function Rejects({ importNo, finished, download }: { importNo: number; finished: boolean; download: ReactNode }) {
  const mayMend = useMay('sourcing:write') && finished;
  const query = useInfiniteQuery(apiPages('/v1/imports/{no}/rejects', { path: { no: importNo }, query: { limit: 100 } }));
  const mend = useAct('post', '/v1/imports/{no}/rejects/mend');
  const [edits, setEdits] = useState<Record<number, string[]>>({});
  const rows = query.data?.pages.flatMap(({ items }) => items) ?? [];
  const columns = query.data?.pages[0]?.columns ?? [];
  const changed = rows.filter(({ line, mendedNo }) => mendedNo === null && edits[line]);
  const edit = (row: Reject, index: number, value: string) =>
    setEdits((before) => {
      const cells = [...(before[row.line] ?? row.cells)];
      cells[index] = value;
      if (cells.every((cell, at) => cell === row.cells[at])) return Object.fromEntries(Object.entries(before).filter(([line]) => Number(line) !== row.line));
      return { ...before, [row.line]: cells };
    });
  const send = () =>
    mend.mutate(
      { path: { no: importNo }, body: { rows: changed.map(({ line }) => ({ line, cells: edits[line]! })) } },
      {
        onSuccess: ({ importNo: next }) => {
          setEdits({});
          notifications.show({ message: `${count(changed.length, 'line')} sent again as import ${next}.` });
        },
      },
    );
  return (
    <>
      <Group justify="space-between" mb="xs">
        <Title order={2}>Not taken</Title>
        <Group gap="xs">
          {mayMend && (
            <Button onClick={send} disabled={changed.length === 0} loading={mend.isPending}>
              {changed.length === 0 ? 'Send what is mended' : `Send ${count(changed.length, 'mended line')}`}
            </Button>
          )}
          {download}
        </Group>
      </Group>
      {mayMend && (
        <Text size="sm" c="dimmed" mb="xs">
          Mend the cells of a line and send it again. It is read the way the list was, and costs nothing more.
        </Text>
      )}
      {mend.error && <ProblemView error={mend.error} />}
      <Shown query={query} what="the lines that were not taken">
        {() => (
          // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keys
          <section style={{ overflow: 'auto', maxHeight: 480 }} className="panel" tabIndex={0} aria-label="Lines to mend">
            <table className="plain-table" aria-label="Lines that were not taken">
              <thead>
                <tr>
                  <th scope="col">Line</th>
                  <th scope="col">Why</th>
                  {columns.map(({ header }, index) => (
                    // biome-ignore lint/suspicious/noArrayIndexKey: headers may repeat, their place is who they are
                    <th scope="col" key={index}>
                      {header || `column ${index + 1}`}
                    </th>
                  ))}
                </tr>
              </thead>
              <tbody>
                {rows.map((row) => (
                  <tr key={row.line}>
                    <th scope="row">{row.line}</th>
                    <td style={{ minWidth: 190, maxWidth: 260 }}>
                      {row.words}
                      {row.mendedNo !== null && (
                        <Text size="sm">
                          Sent again as{' '}
                          <Link to="/imports/$no" params={{ no: String(row.mendedNo) } as never}>
                            import {row.mendedNo}
                          </Link>
                        </Text>
                      )}
                    </td>
                    {row.cells.map((cell, index) => {
                      const value = edits[row.line]?.[index] ?? cell;
                      const name = columns[index]?.header || `column ${index + 1}`;
                      return (
                        // biome-ignore lint/suspicious/noArrayIndexKey: a cell is its column
                        <td key={index}>
                          {mayMend && row.mendedNo === null ? (
                            <input
                              className="cell"
                              aria-label={`${name}, line ${row.line}`}
                              value={value}
                              data-changed={value !== cell}
                              size={Math.max(8, Math.min(28, value.length + 1))}
                              maxLength={2000}
                              onChange={({ currentTarget }) => edit(row, index, currentTarget.value)}
                            />
                          ) : (
                            cell
                          )}
                        </td>
                      );
                    })}
                  </tr>
                ))}
              </tbody>
            </table>
          </section>
        )}
      </Shown>
      {query.hasNextPage && (
        <Group justify="center" pt="xs">
          <Button variant="default" loading={query.isFetchingNextPage} onClick={() => void query.fetchNextPage()}>
            Show more
          </Button>
        </Group>
      )}
    </>
  );
}
