import { Button, Group, Radio, Stack, Text } from '@mantine/core';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useAct } from '../../api/act.ts';
import { apiQuery } from '../../api/query.ts';
import { Confirm } from '../../parts/Confirm.tsx';
import { Dialog } from '../../parts/Dialog.tsx';
import { Instant } from '../../parts/Instant.tsx';
import { ProblemView } from '../../parts/ProblemView.tsx';
import { Section } from '../../parts/Section.tsx';
import { Shown } from '../../parts/Shown.tsx';
import { ShownOnce } from '../../parts/ShownOnce.tsx';

const feedQuery = apiQuery('/v1/me/calendar');

/** The key dates in the person's own calendar program, by an address that is theirs. */
export function CalendarFeed() {
  const query = useQuery(feedQuery);
  const queries = useQueryClient();
  const [asked, setAsked] = useState<'make' | 'end' | null>(null);
  const end = useAct('delete', '/v1/me/calendar');
  const close = (): void => setAsked(null);
  const refresh = (): void => void queries.invalidateQueries({ queryKey: feedQuery.queryKey });
  const done = (): void => {
    refresh();
    close();
  };
  return (
    <Section title="Calendar" about="Your calendar program reads the key dates by an address of your own and follows every change.">
      <Shown query={query} what="your calendar address">
        {({ feed }) => (
          <Stack gap="sm" align="flex-start">
            {feed ? (
              <Text size="sm">
                It shows{' '}
                {feed.what === 'closings' ? 'the closings of every open deal' : 'key dates and showings of every open deal, and what is due after a closing'},
                made <Instant at={feed.madeAt} />,{' '}
                {feed.readAt ? (
                  <>
                    last read <Instant at={feed.readAt} />.
                  </>
                ) : (
                  'not read by a program yet.'
                )}
              </Text>
            ) : (
              <Text size="sm">You have no calendar address yet.</Text>
            )}
            <Group gap={6}>
              <Button variant="default" onClick={() => setAsked('make')}>
                {feed ? 'Make a new address …' : 'Make an address …'}
              </Button>
              {feed && (
                <Button variant="default" onClick={() => setAsked('end')}>
                  End it …
                </Button>
              )}
            </Group>
          </Stack>
        )}
      </Shown>
      {asked === 'make' && <MakeFeed replaces={Boolean(query.data?.feed)} made={refresh} close={close} />}
      {asked === 'end' && (
        <Confirm
          title="End your calendar address"
          confirm="End it"
          pending={end.isPending}
          problem={end.error}
          onConfirm={() => end.mutate({}, { onSuccess: done })}
          onClose={close}
        >
          <Text>The program that reads it finds nothing there any more. What it has shown so far may stay in it.</Text>
        </Confirm>
      )}
    </Section>
  );
}

function MakeFeed({ replaces, made, close }: { replaces: boolean; made: () => void; close: () => void }) {
  const [what, setWhat] = useState<'key-dates' | 'closings'>('key-dates');
  const make = useAct('post', '/v1/me/calendar');
  return (
    <Dialog opened onClose={close} title="An address for your calendar" size="lg" closeOnClickOutside={!make.data}>
      {make.data ? (
        <ShownOnce what="The address" value={make.data.url}>
          <Text size="sm">
            In your calendar program, subscribe to a calendar “from URL” and give it this. Whoever has the address sees the dates: do not pass it on.
          </Text>
        </ShownOnce>
      ) : (
        <form
          onSubmit={(event) => {
            event.preventDefault();
            make.mutate({ body: { what } }, { onSuccess: made });
          }}
        >
          <Stack gap="md">
            <Radio.Group label="What it shows, of every open deal" value={what} onChange={(value) => setWhat(value === 'closings' ? 'closings' : 'key-dates')}>
              <Stack gap={6} mt={6}>
                <Radio value="key-dates" label="Key dates and showings" />
                <Radio value="closings" label="Closings only" />
              </Stack>
            </Radio.Group>
            {replaces && <Text size="sm">The address you have now ends: give the new one to your program.</Text>}
            {make.error && <ProblemView error={make.error} />}
            <Group justify="flex-end">
              <Button variant="default" onClick={close}>
                Cancel
              </Button>
              <Button type="submit" loading={make.isPending}>
                Make it
              </Button>
            </Group>
          </Stack>
        </form>
      )}
    </Dialog>
  );
}
