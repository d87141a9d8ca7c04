import { Text } from '@mantine/core';
import type { Item } from '../../api/client.ts';
import type { Column } from '../../parts/DataTable.tsx';
import { Instant } from '../../parts/Instant.tsx';

export type Session = Item<'/v1/sessions'>;

/** Where somebody is signed in: by what the browser calls itself, for no network address is kept. */
export const sessionColumns: Column<Session>[] = [
  {
    id: 'device',
    header: 'Where',
    card: 'title',
    cell: ({ device, current, byLink }) => (
      <>
        <Text fw={600} size="sm">
          {nameOf({ device })}
          {current && ' (here)'}
        </Text>
        <Text size="xs" c="dimmed">
          {byLink ? 'by a sign-in link' : 'by password'}
        </Text>
      </>
    ),
  },
  { id: 'since', header: 'Since', width: 130, cell: ({ startedAt }) => <Instant at={startedAt} machine /> },
  { id: 'seen', header: 'Last used', width: 130, cell: ({ lastSeenAt }) => <Instant at={lastSeenAt} machine /> },
  { id: 'ends', header: 'Ends unused', width: 130, cell: ({ expiresAt }) => <Instant at={expiresAt} machine /> },
];

export const nameOf = ({ device }: Pick<Session, 'device'>): string => device ?? 'A browser that does not say';
