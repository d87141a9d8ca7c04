import { Anchor, Text } from '@mantine/core';
import { useInfiniteQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { Item } from '../../api/client.ts';
import { apiPages } from '../../api/query.ts';
import type { Column } from '../../parts/DataTable.tsx';
import { EmptyState } from '../../parts/EmptyState.tsx';
import { Instant } from '../../parts/Instant.tsx';
import { More } from '../../parts/More.tsx';
import { ShortTable } from '../../parts/ShortTable.tsx';
import { Shown } from '../../parts/Shown.tsx';
import { settingWords, valueWords } from './words.ts';

type Entry = Item<'/v1/settings/history'>;

const columns: Column<Entry>[] = [
  { id: 'at', header: 'When', card: 'title', width: 140, cell: ({ at }) => <Instant at={at} /> },
  {
    id: 'by',
    header: 'Who',
    width: 180,
    cell: ({ by: { name, key } }) => (
      <>
        {name}
        {key && (
          <Text size="xs" c="dimmed">
            by the key “{key}”
          </Text>
        )}
      </>
    ),
  },
  {
    id: 'what',
    header: 'What',
    cell: ({ changes, reason }) => (
      <>
        {changes.map(({ setting, prior, next }) => (
          <div key={setting}>
            <b>{settingWords(setting)}</b>: {valueWords(setting, prior)} <span aria-hidden="true">→</span>
            <span className="visually-hidden">is now</span> {valueWords(setting, next)}
          </div>
        ))}
        {reason && <Text size="sm">“{reason}”</Text>}
      </>
    ),
  },
];

/** Who changed which setting, newest first, as the log holds it. */
export function History() {
  const query = useInfiniteQuery(apiPages('/v1/settings/history', { query: { limit: 50 } }));
  return (
    <Shown query={query} what="who changed what">
      {({ pages }) => (
        <>
          <ShortTable
            label="Changes of settings"
            rows={pages.flatMap(({ items }) => items)}
            columns={columns}
            idOf={({ at, by, changes }) => `${at} ${by.name} ${changes.map(({ setting }) => setting).join()}`}
            empty={
              <EmptyState
                title="Nothing was changed yet"
                action={
                  <Anchor component={Link} to="/settings" search={{} as never}>
                    Look at the settings
                  </Anchor>
                }
              >
                Every change appears here with who made it, when, and what stood there before.
              </EmptyState>
            }
          />
          <More query={query} />
        </>
      )}
    </Shown>
  );
}
