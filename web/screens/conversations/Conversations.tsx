import { Anchor, Badge, Box, Button, Group, Text } from '@mantine/core';
import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { getRouteApi, Link, useNavigate } from '@tanstack/react-router';
import { useCallback, useRef } from 'react';
import { apiPages, apiQuery } from '../../api/query.ts';
import { EmptyState } from '../../parts/EmptyState.tsx';
import { Instant } from '../../parts/Instant.tsx';
import { useFollowCurrent, useListKeys } from '../../parts/keys.ts';
import { Page } from '../../parts/Page.tsx';
import { Shown } from '../../parts/Shown.tsx';
import { Status } from '../../parts/Status.tsx';
import { count } from '../../parts/time.ts';
import { Composer } from './Composer.tsx';
import { PersonPanel } from './PersonPanel.tsx';
import { Thread } from './Thread.tsx';
import { channelOf, classWords, type Line } from './words.ts';

const one = getRouteApi('/shell/conversations/$contactId');
const idOf = ({ contactId }: Line): string => contactId;

/** Everybody who wrote to us: who waits for an answer first. */
export function Conversations() {
  return (
    <Page title="Conversations">
      <div className="talk">
        <List open={null} />
        <Box className="pane unchosen" visibleFrom="sm">
          <EmptyState title="Choose a conversation">
            Everything that went back and forth with one person, on all channels, is read and answered here.
          </EmptyState>
        </Box>
      </div>
    </Page>
  );
}

/** One person on all channels. */
export function Conversation() {
  const { contactId } = one.useParams();
  const person = useQuery(apiQuery('/v1/contacts/{id}', { path: { id: contactId } }));
  return (
    <Page
      title={person.data?.name ?? 'Conversation'}
      aside={
        <Anchor component={Link} to="/conversations" hiddenFrom="sm">
          All conversations
        </Anchor>
      }
    >
      <div className="talk">
        <List open={contactId} />
        <section className="pane" aria-label="Messages">
          <Shown query={person} what="the conversation">
            {(found) => (
              <>
                <Thread key={contactId} person={found} />
                <Composer key={`write ${contactId}`} person={found} />
              </>
            )}
          </Shown>
        </section>
        <aside className="pane person" aria-label="The person">
          {person.data && <PersonPanel person={person.data} />}
        </aside>
      </div>
    </Page>
  );
}

function List({ open }: { open: string | null }) {
  const query = useInfiniteQuery(apiPages('/v1/conversations', { query: { limit: 100 } }));
  return (
    <nav className="pane list" data-open={open !== null} aria-label="Conversations">
      <Strangers />
      <Shown query={query} what="the conversations">
        {({ pages }) => (
          <Lines
            lines={pages.flatMap(({ items }) => items)}
            open={open}
            more={query.hasNextPage ? { pending: query.isFetchingNextPage, fetch: () => void query.fetchNextPage() } : null}
          />
        )}
      </Shown>
    </nav>
  );
}

/** The way to the tray, while something lies in it. */
function Strangers() {
  const { data, isError, hasNextPage } = useInfiniteQuery(apiPages('/v1/inbound/unmatched', { query: { limit: 50 } }));
  const waiting = data?.pages.flatMap(({ items }) => items).length ?? 0;
  if (waiting === 0 && !isError) return null;
  const senders = hasNextPage ? `${waiting} or more senders are` : count(waiting, 'sender is', 'senders are');
  return (
    <Anchor component={Link} to="/unmatched" size="sm" mb={4} style={{ display: 'block' }}>
      {waiting === 0 ? 'Whether a sender is not known cannot be asked just now: look again' : `${senders} not known: say who wrote`}
    </Anchor>
  );
}

function Lines({ lines, open, more }: { lines: Line[]; open: string | null; more: { pending: boolean; fetch: () => void } | null }) {
  const goTo = useNavigate();
  const go = useCallback(({ contactId }: Line) => void goTo({ to: '/conversations/$contactId', params: { contactId } as never }), [goTo]);
  const list = useListKeys(lines, idOf, { open: go });
  const container = useRef<HTMLUListElement>(null);
  useFollowCurrent(list.current, container);
  const waiting = lines.filter(({ unanswered }) => unanswered).length;
  if (lines.length === 0)
    return (
      <EmptyState title="Nobody has written yet">
        Whoever answers an e-mail or a text of yours appears here, with everything that went back and forth on every channel.
      </EmptyState>
    );
  return (
    <>
      <Text size="sm" c="dimmed" mb={4} role="status">
        {waiting === 0 ? 'Nobody waits for an answer' : `${count(waiting, 'person waits', 'people wait')} for an answer`}
      </Text>
      <ul
        ref={container}
        style={{ margin: 0, padding: 0, listStyle: 'none', overflow: 'auto', border: '1px solid var(--line)', borderRadius: 6, background: 'var(--surface)' }}
      >
        {lines.map((line) => (
          <li
            key={line.contactId}
            className="card"
            data-row={line.contactId}
            data-current={line.contactId === (list.current ?? open)}
            tabIndex={-1}
            onFocus={() => list.setCurrent(line.contactId)}
          >
            <Group justify="space-between" wrap="nowrap" gap="xs">
              <Anchor
                component={Link}
                to="/conversations/$contactId"
                params={{ contactId: line.contactId } as never}
                fw={line.unanswered ? 650 : 500}
                className="clip"
                aria-current={line.contactId === open ? 'page' : undefined}
              >
                {line.name}
              </Anchor>
              <Text size="xs" c="dimmed" component="span">
                <Instant at={line.at} />
              </Text>
            </Group>
            <Text size="sm" className="two-lines">
              {line.direction === 'out' ? 'You: ' : ''}
              {line.excerpt.replaceAll(/\s*\n\s*/g, ' · ')}
            </Text>
            <Group gap={6} mt={2}>
              <Badge variant="default" tt="none" size="sm">
                {channelOf(line.channel)}
              </Badge>
              {line.unanswered ? (
                <Status tone="warn">
                  <Text span size="xs">
                    waits for an answer
                  </Text>
                </Status>
              ) : line.direction === 'in' ? (
                <Text size="xs" c="dimmed">
                  {classWords[line.class] ?? line.class}
                </Text>
              ) : null}
            </Group>
          </li>
        ))}
      </ul>
      {more && (
        <Group justify="center" pt="xs">
          <Button variant="default" loading={more.pending} onClick={more.fetch}>
            Show more
          </Button>
        </Group>
      )}
    </>
  );
}
