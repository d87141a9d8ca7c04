import { Anchor, Button, Group, Text } from '@mantine/core';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useAct } from '../../api/act.ts';
import type { Item } from '../../api/client.ts';
import { useMay } from '../../api/me.ts';
import { apiPages } from '../../api/query.ts';
import { ConfirmWithReason } from '../../parts/ConfirmWithReason.tsx';
import type { Column } from '../../parts/DataTable.tsx';
import { Instant } from '../../parts/Instant.tsx';
import { More } from '../../parts/More.tsx';
import { Section } from '../../parts/Section.tsx';
import { ShortTable } from '../../parts/ShortTable.tsx';
import { Shown } from '../../parts/Shown.tsx';
import { count } from '../../parts/time.ts';
import { showProblem } from '../../parts/UndoSend.tsx';
import { consumerWords, eventWords } from './verdicts.ts';

type Event = Item<'/v1/parked'>;

/** Events that a consumer could not take: why, and again or never. */
export function Parked() {
  const query = useInfiniteQuery(apiPages('/v1/parked', { query: { limit: 50 } }));
  const may = useMay('events:write');
  const retry = useAct('post', '/v1/parked/{id}/retry');
  const discard = useAct('post', '/v1/parked/{id}/discard');
  const [asked, setAsked] = useState<Event | null>(null);
  const columns: Column<Event>[] = [
    {
      id: 'event',
      header: 'What happened',
      card: 'title',
      width: 210,
      cell: ({ event, consumer, parkedAt }) => (
        <>
          <Text fw={600} size="sm">
            {eventWords(event.type)}
          </Text>
          <Text size="xs" c="dimmed">
            not taken by “{consumerWords(consumer)}”, <Instant at={parkedAt} machine />
          </Text>
        </>
      ),
    },
    {
      id: 'cause',
      header: 'Cause and next step',
      cell: ({ cause, nextStep, attempts, runbook }) => (
        <>
          <div>
            {cause}
            {attempts > 0 ? ` (${count(attempts, 'attempt')})` : ''}
          </div>
          <Text size="sm" fw={600}>
            {nextStep}.{' '}
            <Anchor href={runbook} inherit underline="always">
              What to do
            </Anchor>
          </Text>
        </>
      ),
    },
    {
      id: 'acts',
      header: 'Do',
      width: 250,
      has: () => may,
      cell: (row) =>
        may && (
          <Group gap={6}>
            <Button
              variant="default"
              aria-label={`Take in again: ${eventWords(row.event.type)} by ${consumerWords(row.consumer)}`}
              loading={retry.isPending && retry.variables?.path.id === row.id}
              onClick={() => retry.mutate({ path: { id: row.id } }, { onError: showProblem })}
            >
              Take in again
            </Button>
            <Button variant="default" aria-label={`Discard: ${eventWords(row.event.type)} by ${consumerWords(row.consumer)}`} onClick={() => setAsked(row)}>
              Discard …
            </Button>
          </Group>
        ),
    },
  ];
  const close = (): void => {
    setAsked(null);
    discard.reset();
  };
  return (
    <Section title="Events that could not be taken in" about="Later events of the same subject wait behind one; everything else goes on.">
      <Shown query={query} what="what could not be taken in">
        {({ pages }) => (
          <>
            <ShortTable
              label="Events that could not be taken in"
              rows={pages.flatMap(({ items }) => items)}
              columns={columns}
              idOf={({ id }) => id}
              empty={<Text size="sm">None: every consumer has taken in what it hears.</Text>}
            />
            <More query={query} />
          </>
        )}
      </Shown>
      <ConfirmWithReason
        opened={asked !== null}
        title="Discard for good"
        reasons={['Its data were taken out', 'It was done by hand', 'It was a test']}
        confirm="Discard"
        danger
        pending={discard.isPending}
        problem={discard.error}
        onConfirm={(reason) => discard.mutate({ path: { id: asked!.id }, body: { reason } }, { onSuccess: close })}
        onClose={close}
      >
        <Text size="sm">
          {asked && `“${consumerWords(asked.consumer)}” never hears of it: ${eventWords(asked.event.type)}. `}
          What waits behind it is delivered without it. The event itself stays in the log.
        </Text>
      </ConfirmWithReason>
    </Section>
  );
}
