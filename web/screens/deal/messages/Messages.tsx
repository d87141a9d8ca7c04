import './messages.css';
import { Alert, Button, Group } from '@mantine/core';
import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { useMay } from '../../../api/me.ts';
import { apiPages, apiQuery } from '../../../api/query.ts';
import { EmptyState } from '../../../parts/EmptyState.tsx';
import { Instant } from '../../../parts/Instant.tsx';
import { Shown } from '../../../parts/Shown.tsx';
import { useDeal } from '../use-deal.ts';
import { Drafts } from './Drafts.tsx';
import { Sent, Unknown } from './Ended.tsx';
import { FollowUps } from './FollowUps.tsx';
import { type Automation, endedLines, type Message } from './lines.ts';
import { OnTheWay } from './OnTheWay.tsx';
import { Trusted } from './Trusted.tsx';

const none: Automation = { sendingStoppedAt: null, followUps: [] };

/** What waits for a person, what goes next by itself, and what went out. */
export function Messages() {
  const { no } = useDeal();
  const mayFollowUps = useMay('outreach:read');
  const messages = useInfiniteQuery(apiPages('/v1/deals/{no}/messages', { path: { no }, query: { limit: 100 } }));
  const automation = useQuery({ ...apiQuery('/v1/deals/{no}/automation', { path: { no } }), enabled: mayFollowUps });
  return (
    <Shown query={messages} what="the messages">
      {({ pages }) => (
        <Shown query={mayFollowUps ? automation : { ...automation, data: none, error: null }} what="the follow-ups">
          {(data) => (
            <>
              <All messages={pages.flatMap(({ items }) => items)} automation={data} />
              {messages.hasNextPage && (
                <Group justify="center">
                  <Button variant="default" loading={messages.isFetchingNextPage} onClick={() => void messages.fetchNextPage()}>
                    Show older ones
                  </Button>
                </Group>
              )}
            </>
          )}
        </Shown>
      )}
    </Shown>
  );
}

function All({ messages, automation: { sendingStoppedAt, followUps } }: { messages: Message[]; automation: Automation }) {
  const { no, mayAct } = useDeal();
  const mayOutreach = useMay('outreach:write') && mayAct;
  const parties = useQuery(apiQuery('/v1/deals/{no}/parties', { path: { no }, query: { all: 'true' } }));
  const nameOf = (partyId: string): string => parties.data?.items.find(({ id }) => id === partyId)?.name ?? 'the party';
  const drafts = messages.filter(({ status }) => status === 'draft').toReversed();
  const going = messages.filter(({ status }) => status === 'released');
  const ended = endedLines(messages, nameOf, followUps);

  if (messages.length === 0 && followUps.length === 0)
    return (
      <EmptyState title="No messages yet">
        Reminders and news to the parties are drafted here when a deadline comes near, moves, or a document is reviewed; follow-ups of the seller show what they
        send next.
      </EmptyState>
    );
  return (
    <>
      {sendingStoppedAt && (
        <Alert color="yellow" variant="light" mb="sm" role="note" title="The brokerage has stopped all sending">
          Since <Instant at={sendingStoppedAt} absolute />. What is sent meanwhile waits, and goes when sending goes on.
        </Alert>
      )}
      <Unknown lines={ended} mayAct={mayOutreach} />
      <Drafts drafts={drafts} nameOf={nameOf} mayAct={mayAct} />
      <OnTheWay messages={going} nameOf={nameOf} />
      <FollowUps followUps={followUps} mayAct={mayOutreach} />
      <Sent lines={ended} />
      <Trusted messages={messages} />
    </>
  );
}
