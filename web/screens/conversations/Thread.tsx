import { ActionIcon, Button, Group, Menu, Text } from '@mantine/core';
import { IconDots } from '@tabler/icons-react';
import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { useLayoutEffect, useRef } from 'react';
import { useAct } from '../../api/act.ts';
import { useMay } from '../../api/me.ts';
import { apiPages, apiQuery } from '../../api/query.ts';
import { DealLink } from '../../parts/DealLink.tsx';
import { Hint } from '../../parts/Hint.tsx';
import { Instant } from '../../parts/Instant.tsx';
import { pointWords } from '../../parts/phone.ts';
import { Shown } from '../../parts/Shown.tsx';
import { Status } from '../../parts/Status.tsx';
import { showProblem } from '../../parts/UndoSend.tsx';
import { Waits } from '../../parts/Waits.tsx';
import { channelOf, classWords, correctable, correctableWords, type Entry, type Person, sendWords, splitMail } from './words.ts';

export const threadQuery = (id: string) => apiPages('/v1/contacts/{id}/thread', { path: { id }, query: { limit: 100 } });

/** Everything between a person and us, on all channels, newest at the bottom; nothing is hidden on a guess. */
export function Thread({ person }: { person: Person }) {
  const query = useInfiniteQuery(threadQuery(person.id));
  return (
    <Shown query={query} what="the messages">
      {({ pages }) => (
        <Entries
          entries={pages.flatMap(({ items }) => items).toReversed()}
          person={person}
          earlier={query.hasNextPage ? { pending: query.isFetchingNextPage, fetch: () => void query.fetchNextPage() } : null}
        />
      )}
    </Shown>
  );
}

function Entries({ entries, person, earlier }: { entries: Entry[]; person: Person; earlier: { pending: boolean; fetch: () => void } | null }) {
  const box = useRef<HTMLUListElement>(null);
  const last = entries.at(-1);
  const newest = last ? `${last.kind} ${last.id}` : '';
  // biome-ignore lint/correctness/useExhaustiveDependencies: what is new at the end comes into view; what is read above it does not move
  useLayoutEffect(() => {
    if (box.current) box.current.scrollTop = box.current.scrollHeight;
  }, [newest]);
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keys
    <ul className="thread" ref={box} tabIndex={0} aria-label={`Everything with ${person.name}`}>
      {earlier && (
        <li style={{ alignSelf: 'center' }}>
          <Button variant="default" loading={earlier.pending} onClick={earlier.fetch}>
            Show what was before
          </Button>
        </li>
      )}
      {entries.length === 0 && (
        <li style={{ alignSelf: 'center' }}>
          <Text c="dimmed">Nothing has been said yet, and no consent is on record.</Text>
        </li>
      )}
      {entries.map((entry) => (
        <EntryView key={`${entry.kind} ${entry.id}`} entry={entry} person={person} />
      ))}
    </ul>
  );
}

function EntryView({ entry, person }: { entry: Entry; person: Person }) {
  if (entry.kind === 'received') return <Received entry={entry} person={person} />;
  if (entry.kind === 'sent' || entry.kind === 'waiting' || entry.kind === 'letter') return <Ours entry={entry} />;
  return (
    <li className="bubble" data-side="note">
      <Note entry={entry} /> <Small entry={entry} />
    </li>
  );
}

const Small = ({ entry }: { entry: Entry }) => (
  <Text span size="xs" c="dimmed">
    <Instant at={entry.at} />
    {entry.dealNo !== null && (
      <>
        {' · '}
        <DealLink dealNo={entry.dealNo} />
      </>
    )}
  </Text>
);

const addressOf = (address: string | null): string => (address ? pointWords({ value: address }) : '');

function Received({ entry, person }: { entry: Entry; person: Person }) {
  const mayCorrect = useMay('tasks:write');
  const correct = useAct('post', '/v1/inbound/{id}/class');
  const mail = entry.channel === 'email' ? splitMail(entry.text ?? '') : { subject: '', body: entry.text ?? '' };
  return (
    <li className="bubble" data-side="theirs">
      <Group justify="space-between" wrap="nowrap" gap="xs" align="flex-start">
        <Text size="xs" c="dimmed">
          <strong>{person.name}</strong> · {channelOf(entry.channel)} from {addressOf(entry.address)}
        </Text>
        {mayCorrect && (
          <Menu position="bottom-end" withinPortal>
            <Menu.Target>
              <ActionIcon size="sm" aria-label={`Say what this message is: ${(entry.text ?? '').slice(0, 40)}`}>
                <IconDots size={16} aria-hidden />
              </ActionIcon>
            </Menu.Target>
            <Menu.Dropdown>
              <Menu.Label>What it really is</Menu.Label>
              {correctable
                .filter((each) => each !== entry.status)
                .map((each) => (
                  <Menu.Item key={each} onClick={() => correct.mutate({ path: { id: entry.id }, body: { class: each } }, { onError: showProblem })}>
                    {correctableWords[each]}
                  </Menu.Item>
                ))}
            </Menu.Dropdown>
          </Menu>
        )}
      </Group>
      {mail.subject && <Text fw={600}>{mail.subject}</Text>}
      <div className="words">{mail.body}</div>
      <Text size="xs" c="dimmed">
        taken for {classWords[entry.status ?? ''] ?? entry.status} · <Small entry={entry} />
      </Text>
    </li>
  );
}

function Ours({ entry }: { entry: Entry }) {
  const mayWrite = useMay('tasks:write');
  const withdraw = useAct('post', '/v1/personal-messages/{id}/withdraw');
  const state = sendWords[entry.status ?? ''];
  const own = entry.kind === 'waiting' && entry.status === 'queued';
  return (
    <li className="bubble" data-side="ours">
      <Text size="xs" c="dimmed">
        {entry.kind === 'letter' ? 'Letter' : channelOf(entry.channel)}
        {entry.address ? ` to ${addressOf(entry.address)}` : ''}
        {entry.source ? ` · ${entry.source.includes(' · ') ? entry.source.replaceAll('-', ' ') : entry.source}` : ''}
      </Text>
      {entry.subject && <Text fw={600}>{entry.subject}</Text>}
      {entry.text && <div className="words">{entry.text}</div>}
      {own && <Waiting id={entry.id} />}
      <Group gap="xs" mt={2}>
        {state && (
          <Status tone={state.tone}>
            <Text span size="xs">
              {state.label}
            </Text>
          </Status>
        )}
        <Small entry={entry} />
        {own && mayWrite && (
          <Hint label="It has not gone out yet">
            <Button
              size="compact-xs"
              variant="default"
              loading={withdraw.isPending}
              onClick={() => withdraw.mutate({ path: { id: entry.id } }, { onError: showProblem })}
            >
              Take it back
            </Button>
          </Hint>
        )}
      </Group>
    </li>
  );
}

/** What a message of ours that has not gone out waits for. */
function Waiting({ id }: { id: string }) {
  return <Waits query={useQuery(apiQuery('/v1/personal-messages/{id}/explain', { path: { id } }))} />;
}

function Note({ entry: { kind, channel, address, status, source, subject, text } }: { entry: Entry }) {
  if (kind === 'consent')
    return (
      <>
        Consent to {channelOf(channel)} at {addressOf(address)} {status === 'revoked' ? 'given, revoked since' : 'given'} ({source}).
      </>
    );
  if (kind === 'suppression')
    return (
      <>
        {text === 'wrong address'
          ? `${addressOf(address)} is somebody else’s: never used again`
          : `No ${channelOf(channel)} to ${addressOf(address)} any more: ${(text ?? '').replaceAll('-', ' ')}`}
        {status === 'lifted' ? ', lifted since' : ''} (source: {sourceWords(source)}).
      </>
    );
  return (
    <>
      {subject}
      {text ? `: ${text}` : ''} ({status === 'done' ? 'done' : 'open'}).
    </>
  );
}

/** `message/<id>` is a message of theirs. */
const sourceWords = (source: string | null): string => {
  const kind = source?.split('/')[0];
  return kind === 'message' ? 'a message of theirs' : kind === 'send' ? 'the provider’s answer to a message of ours' : (source ?? 'not known');
};
