import { Anchor, Button, Radio, Stack, Text } from '@mantine/core';
import { useInfiniteQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useAct } from '../../api/act.ts';
import type { Item } from '../../api/client.ts';
import { useMay } from '../../api/me.ts';
import { apiPages } from '../../api/query.ts';
import { Confirm } from '../../parts/Confirm.tsx';
import type { Column } from '../../parts/DataTable.tsx';
import { Instant } from '../../parts/Instant.tsx';
import { More } from '../../parts/More.tsx';
import { Section } from '../../parts/Section.tsx';
import { ShortTable } from '../../parts/ShortTable.tsx';
import { Shown } from '../../parts/Shown.tsx';
import { count } from '../../parts/time.ts';
import type { SystemState } from './verdicts.ts';

type Send = Item<'/v1/sends'>;
const channelWords = (channel: string): string => (channel === 'email' ? 'E-mail' : channel === 'sms' || channel === 'text' ? 'Text' : channel);

/** Messages of which nobody knows whether they went out: none is sent twice to be safe, so a person finds out. */
export function UnknownSends({ unsettled: { envelopes, lookups } }: Pick<SystemState, 'unsettled'>) {
  const query = useInfiniteQuery(apiPages('/v1/sends', { query: { status: 'unknown', limit: 50 } }));
  const may = useMay('outreach:write');
  const [asked, setAsked] = useState<Send | null>(null);
  const columns: Column<Send>[] = [
    {
      id: 'what',
      header: 'Message',
      card: 'title',
      cell: ({ channel, address, subject, template }) => (
        <>
          <Text fw={600} size="sm">
            {channelWords(channel)} to {address}
          </Text>
          <Text size="xs" c="dimmed">
            {subject ?? template.replaceAll('-', ' ')}
          </Text>
        </>
      ),
    },
    { id: 'when', header: 'Under way', width: 150, cell: ({ claimedAt }) => <Instant at={claimedAt} absolute /> },
    { id: 'why', header: 'What is known', cell: ({ problem }) => (problem as { message?: string } | null)?.message ?? 'The answer was lost' },
    {
      id: 'acts',
      header: 'Do',
      width: 120,
      has: () => may,
      cell: (row) =>
        may && (
          <Button variant="default" aria-label={`Decide: ${channelWords(row.channel)} to ${row.address}`} onClick={() => setAsked(row)}>
            Decide …
          </Button>
        ),
    },
  ];
  return (
    <Section
      title="Unknown outcomes"
      about={
        <>
          It may have gone out or not; nothing is sent twice to be safe.{' '}
          <Anchor href="/docs/runbooks/unknown-sends" inherit underline="always">
            How to find out
          </Anchor>
        </>
      }
    >
      <Shown query={query} what="messages of unknown outcome">
        {({ pages }) => (
          <>
            <ShortTable
              label="Messages of unknown outcome"
              rows={pages.flatMap(({ items }) => items)}
              columns={columns}
              idOf={({ id }) => id}
              empty={<Text size="sm">No message: of each it is known what became of it.</Text>}
            />
            <More query={query} />
          </>
        )}
      </Shown>
      {envelopes + lookups > 0 && (
        <Text size="sm" mt="xs">
          Also of unknown outcome: {[envelopes > 0 && count(envelopes, 'envelope'), lookups > 0 && count(lookups, 'lookup')].filter(Boolean).join(' and ')}.
          Each has a task in{' '}
          <Anchor component={Link} to="/" inherit underline="always">
            Needs me now
          </Anchor>
          ;{' '}
          <Anchor href="/docs/runbooks/unknown-envelopes" inherit underline="always">
            what to do with an envelope
          </Anchor>
          .
        </Text>
      )}
      {asked && <Decide send={asked} close={() => setAsked(null)} />}
    </Section>
  );
}

const outcomes = [
  { value: 'sent', label: 'It went out', about: 'The provider’s log shows it. Nothing more is sent.' },
  { value: 'again', label: 'It did not go out: send it again', about: 'Under a new key, within the hours and consent of that moment.' },
  { value: 'not-sent', label: 'It did not go out: leave it', about: 'The step counts as not sent; the follow-up goes on.' },
] as const;

function Decide({ send, close }: { send: Send; close: () => void }) {
  const settle = useAct('post', '/v1/sends/{id}/settle');
  const [value, setValue] = useState<string>('sent');
  // Only a follow-up has a step that can be sent once more.
  const choices = outcomes.filter((outcome) => outcome.value !== 'again' || send.enrolmentId !== null);
  return (
    <Confirm
      title="What became of it?"
      confirm="Settle"
      pending={settle.isPending}
      problem={settle.error}
      onConfirm={() =>
        settle.mutate({ path: { id: send.id }, body: { outcome: value === 'sent' ? 'sent' : 'not-sent', again: value === 'again' } }, { onSuccess: close })
      }
      onClose={close}
    >
      <Text size="sm">
        {channelWords(send.channel)} to {send.address}, <Instant at={send.claimedAt} absolute />. Look it up at the provider by recipient and minute first.
      </Text>
      <Radio.Group label="As the provider says" value={value} onChange={setValue}>
        <Stack gap={8} mt={6}>
          {choices.map(({ value: each, label, about }) => (
            <Radio key={each} value={each} label={label} description={about} />
          ))}
        </Stack>
      </Radio.Group>
    </Confirm>
  );
}
