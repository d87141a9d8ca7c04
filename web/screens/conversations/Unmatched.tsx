import { Button, Group, Select, Stack, Text } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { useAct } from '../../api/act.ts';
import type { Item } from '../../api/client.ts';
import { useMay } from '../../api/me.ts';
import { apiPages, apiQuery } from '../../api/query.ts';
import { Body } from '../../parts/Body.tsx';
import { EmptyState } from '../../parts/EmptyState.tsx';
import { Instant } from '../../parts/Instant.tsx';
import { More } from '../../parts/More.tsx';
import { Page } from '../../parts/Page.tsx';
import { ProblemView } from '../../parts/ProblemView.tsx';
import { Section } from '../../parts/Section.tsx';
import { Shown } from '../../parts/Shown.tsx';
import { count } from '../../parts/time.ts';
import { channelOf, classWords } from './words.ts';

type Message = Item<'/v1/inbound/unmatched'>;

/** The tray: what came from addresses that nobody has. Until a person says who wrote, no follow-up stops for it and nobody is told. */
export function Unmatched() {
  const query = useInfiniteQuery(apiPages('/v1/inbound/unmatched', { query: { limit: 50 } }));
  return (
    <Page title="Who wrote this?">
      <Body label="Messages from unknown addresses">
        <Shown query={query} what="the messages from unknown addresses">
          {({ pages }) => {
            const messages = pages.flatMap(({ items }) => items);
            if (messages.length === 0)
              return (
                <EmptyState title="Every sender is known">
                  What comes from an address or number that no contact has waits here for somebody to say whose it is.
                </EmptyState>
              );
            return (
              <Stack gap="md" maw={820}>
                {messages.map((message) => (
                  <Card key={message.messageId} message={message} />
                ))}
                <More query={query} />
              </Stack>
            );
          }}
        </Shown>
      </Body>
    </Page>
  );
}

function Card({ message: { messageId, taskId, channel, address, body, class: kind, receivedAt, messages } }: { message: Message }) {
  const goTo = useNavigate();
  const mayAct = useMay('tasks:write');
  const [contactId, setContactId] = useState<string | null>(null);
  const match = useAct('post', '/v1/inbound/{id}/contact');
  const aside = useAct('post', '/v1/tasks/{id}/done');
  const error = match.error ?? aside.error;
  return (
    <Section
      title={address}
      about={
        <>
          {channelOf(channel)}, <Instant at={receivedAt} />, taken for: {classWords[kind] ?? kind}
          {messages > 1 && `; ${count(messages, 'message')} from there`}
        </>
      }
    >
      <Text style={{ whiteSpace: 'pre-wrap', overflowWrap: 'anywhere' }} lineClamp={12}>
        {body}
      </Text>
      {mayAct && (
        <form
          onSubmit={(event) => {
            event.preventDefault();
            if (!contactId) return;
            const open = (): void => void goTo({ to: '/conversations/$contactId', params: { contactId } as never });
            match.mutate({ path: { id: messageId }, body: { contactId } }, { onSuccess: open });
          }}
        >
          <Group gap="xs" mt="sm" align="flex-end">
            <ContactSelect of={address} value={contactId} onChange={setContactId} />
            <Button type="submit" disabled={!contactId} loading={match.isPending}>
              They wrote it
            </Button>
            <Button
              variant="default"
              loading={aside.isPending}
              aria-label={`Set aside what ${address} wrote`}
              onClick={() => aside.mutate({ path: { id: taskId }, body: { outcome: 'set aside: not for us' } })}
            >
              Set aside
            </Button>
          </Group>
          {error && <ProblemView error={error} />}
        </form>
      )}
    </Section>
  );
}

type Found = Item<'/v1/contacts'>;

/** A contact by name, e-mail or number. */
function ContactSelect({ of, value, onChange }: { of: string; value: string | null; onChange: (value: string | null) => void }) {
  const [words, setWords] = useState('');
  const [asked] = useDebouncedValue(words.trim(), 200);
  const found = useQuery({
    ...apiQuery('/v1/contacts', { query: { q: asked } }),
    enabled: asked.length >= 2 && value === null,
    placeholderData: (before) => before,
  });
  const [chosen, setChosen] = useState<Found | null>(null);
  const items = chosen && value ? [chosen] : asked.length >= 2 ? (found.data?.items ?? []) : [];
  return (
    <Select
      label="Whose it is"
      aria-label={`Who wrote from ${of}`}
      placeholder="Name, e-mail or number"
      searchable
      clearable
      clearButtonProps={{ 'aria-label': 'Choose somebody else' }}
      w={{ base: '100%', sm: 420 }}
      data={items.map((item) => ({ value: item.id, label: labelOf(item) }))}
      filter={({ options }) => options}
      searchValue={words}
      onSearchChange={setWords}
      value={value}
      onChange={(id) => {
        setChosen(items.find((item) => item.id === id) ?? null);
        onChange(id);
      }}
      nothingFoundMessage={
        asked.length < 2 ? 'Two letters or more' : found.isFetching ? 'Looking …' : found.isError ? unasked : 'Nobody of that name, address or number'
      }
    />
  );
}

const unasked = 'The contacts cannot be searched just now. Type on to try again';
const labelOf = ({ name, emails, phones, deals }: Found): string =>
  [name, emails[0] ?? phones[0], deals.length > 0 ? `deal ${deals.slice(0, 3).join(', ')}` : null].filter(Boolean).join(' · ');
