import { Anchor, Button, Text } from '@mantine/core';
import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { useAct } from '../../api/act.ts';
import type { Item } from '../../api/client.ts';
import { useMay } from '../../api/me.ts';
import { apiPages, apiQuery } from '../../api/query.ts';
import type { Column } from '../../parts/DataTable.tsx';
import { Instant } from '../../parts/Instant.tsx';
import { More } from '../../parts/More.tsx';
import { ProblemView } from '../../parts/ProblemView.tsx';
import { RunLink } from '../../parts/RunLink.tsx';
import { Section } from '../../parts/Section.tsx';
import { ShortTable } from '../../parts/ShortTable.tsx';
import { Shown } from '../../parts/Shown.tsx';
import { showProblem } from '../../parts/UndoSend.tsx';
import { Waits } from '../../parts/Waits.tsx';

type Delivery = Item<'/v1/deliveries'>;
const kinds: Record<Delivery['kind'], string> = {
  'crm-contact': 'Change of a contact, to the CRM',
  'crm-ping': 'Test, to the CRM',
  'agent-notice': 'Notice to the deal’s agent',
  'personal-message': 'Message written by a person',
  'daily-digest': 'Digest of the day',
};

/** What goes to the CRM or to our own people and is not there yet, with what it waits for; and what was refused there. */
export function Deliveries() {
  return (
    <>
      <OnTheWay />
      <Refused />
    </>
  );
}

function OnTheWay() {
  const query = useInfiniteQuery(apiPages('/v1/deliveries', { query: { status: 'queued', limit: 50 } }));
  const rows = query.data?.pages.flatMap(({ items }) => items) ?? [];
  if (query.error && !query.data) return <ProblemView error={query.error} retry={query.refetch} />;
  // Most of them are gone within a second: a place of their own comes with the first that stays.
  if (rows.length === 0) return null;
  return (
    <Section title="Deliveries on the way" about="To the CRM, to the deal’s agent, or written by a person. Each says what it waits for.">
      <ShortTable
        label="Deliveries on the way"
        rows={rows}
        idOf={({ id }) => id}
        columns={[
          what,
          { id: 'since', header: 'Since', width: 130, cell: ({ createdAt }) => <Instant at={createdAt} /> },
          { id: 'why', header: 'Waits for', cell: (row) => <Why {...row} /> },
        ]}
      />
      <More query={query} />
    </Section>
  );
}

const Why = ({ id }: Delivery) => <Waits query={useQuery(apiQuery('/v1/deliveries/{id}/explain', { path: { id } }))} />;

const what: Column<Delivery> = {
  id: 'what',
  header: 'Delivery',
  card: 'title',
  cell: ({ kind, deliveryNo, workflowId }) => (
    <>
      <Text fw={600} size="sm">
        {kinds[kind]}
      </Text>
      <Text size="xs" c="dimmed">
        Delivery {deliveryNo} · <RunLink workflowId={workflowId} of={`delivery ${deliveryNo}`} />
      </Text>
    </>
  ),
};

/** What was refused, for good or after seven days. */
function Refused() {
  const query = useInfiniteQuery(apiPages('/v1/deliveries', { query: { status: 'refused', limit: 50 } }));
  const may = useMay('settings:write');
  const retry = useAct('post', '/v1/deliveries/{id}/retry');
  const columns: Column<Delivery>[] = [
    what,
    { id: 'when', header: 'Given up', width: 130, cell: ({ endedAt, createdAt }) => <Instant at={endedAt ?? createdAt} /> },
    { id: 'why', header: 'What came back', cell: ({ reason }) => reason ?? 'No reason was given' },
    {
      id: 'acts',
      header: 'Do',
      width: 130,
      has: () => may,
      cell: ({ id, deliveryNo }) =>
        may && (
          <Button
            variant="default"
            aria-label={`Try again: delivery ${deliveryNo}`}
            loading={retry.isPending && retry.variables?.path.id === id}
            onClick={() => retry.mutate({ path: { id } }, { onError: showProblem })}
          >
            Try again
          </Button>
        ),
    },
  ];
  return (
    <Section
      title="Deliveries that failed"
      about={
        <>
          Tried for seven days, or refused for good. A repeat carries the id it had, so it is taken once.{' '}
          <Anchor href="/docs/runbooks/crm-pushes" inherit underline="always">
            What to mend
          </Anchor>
        </>
      }
    >
      <Shown query={query} what="deliveries that failed">
        {({ pages }) => (
          <>
            <ShortTable
              label="Deliveries that failed"
              rows={pages.flatMap(({ items }) => items)}
              columns={columns}
              idOf={({ id }) => id}
              empty={<Text size="sm">None: everything arrived, or is still being tried.</Text>}
            />
            <More query={query} />
          </>
        )}
      </Shown>
    </Section>
  );
}
