import './amend.css';
import { List, Stack, Text, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import type { Answer } from '../../../api/client.ts';
import { apiQuery } from '../../../api/query.ts';
import { Status } from '../../../parts/Status.tsx';
import { count, moneyWords } from '../../../parts/time.ts';
import { dayOf, timeWords } from '../days.ts';
import { Working } from '../timeline/Working.tsx';
import { useDeadlines, useDeal } from '../use-deal.ts';
import { awaitedWords, blankWords, plain, roleWords, sentence } from '../words.ts';

export type RippleAnswer = Answer<'/v1/deals/{no}/changes', 'post'>;
type Place = { date: string | null; localTime: string | null; waitsFor: string[] } | null;
type Moved = {
  clock: string;
  title: string;
  actor: string;
  prior: Place;
  next: Place;
  days: number | null;
  working: unknown;
  status: string | null;
  held: boolean;
};

/** `5 deadlines move, 4 to tell`. */
export const summaryOf = ({ deadlines, people, documents }: RippleAnswer): string =>
  [
    deadlines.length === 0 ? 'No deadline moves' : `${count(deadlines.length, 'deadline')} ${deadlines.length === 1 ? 'moves' : 'move'}`,
    ...(people.length > 0 ? [`${people.length} to tell`] : []),
    ...(documents.length > 0 ? [`${count(documents.length, 'document')} affected`] : []),
  ].join(', ');

/** What an amendment moves: every deadline with its working, and whom and what else it touches. The dry run and the act show the same. */
export function Ripple({ ripple }: { ripple: RippleAnswer }) {
  const { no, zone } = useDeal();
  const rows = useDeadlines(no).data?.items ?? [];
  const checklist = useQuery(apiQuery('/v1/deals/{no}/checklist', { path: { no } }));
  const titleOf = (clock: unknown): string => rows.find((row) => row.clock === clock)?.title ?? String(clock).replaceAll('-', ' ');
  const watched = ripple.watchers.map(({ workflowId }) => rows.find((row) => row.workflowId === workflowId)?.title ?? 'a deadline');
  const documentOf = (id: unknown): string => checklist.data?.items.find(({ document }) => document === id)?.title ?? String(id);
  const moved = ripple.deadlines as unknown as Moved[];
  const messages = ripple.messages as { messageId: string; template: string; clock?: string; effect?: string }[];
  const tasks = ripple.tasks as { taskId: string; title: string; dueAt: string }[];
  const envelopes = ripple.envelopes as { envelopeNo: number; partyId: string; effect: string }[];
  const documents = ripple.documents as { document: string; change: string; because: unknown }[];
  return (
    <Stack gap="sm">
      <Part title="Changes">
        {Object.entries(ripple.changes).map(([name, change]) => (
          <List.Item key={name}>{changeWords(name, change as { prior: unknown; next: unknown })}</List.Item>
        ))}
      </Part>
      <section aria-label="Deadlines that move">
        <Title order={3}>{headingOf(moved.length, ripple.dryRun)}</Title>
        {moved.map((each) => (
          <MovedRow key={each.clock} {...each} />
        ))}
      </section>
      <Part title="Told to" empty="Nobody has to be told.">
        {ripple.people.map(({ role, why }) => (
          <List.Item key={role}>
            <b>{sentence(roleWords(role))}</b>: {plain(why, zone)}
          </List.Item>
        ))}
      </Part>
      <Part title="Drafted messages it alters">
        {messages.map(({ messageId, template, clock, effect }) => (
          <List.Item key={messageId}>
            “{sentence(template.replaceAll('-', ' '))}” {clock ? `about ${titleOf(clock)} is written anew with the new date` : effect}
          </List.Item>
        ))}
      </Part>
      <Part title="Tasks about a date that moves">
        {tasks.map(({ taskId, title }) => (
          <List.Item key={taskId}>{title}</List.Item>
        ))}
      </Part>
      <Part title="Signatures that wait">
        {envelopes.map(({ envelopeNo, partyId, effect }) => (
          <List.Item key={`${envelopeNo} ${partyId}`}>
            Envelope {envelopeNo}: {effect}
          </List.Item>
        ))}
      </Part>
      <Part title="Documents the law asks for">
        {documents.map(({ document, change, because }) => (
          <List.Item key={document}>
            {documentOf(document)}: {String(change)}
            {typeof because === 'string' && because ? ` (${plain(because, zone)})` : ''}
          </List.Item>
        ))}
      </Part>
      {watched.length > 0 && (
        <Text size="sm" c="dimmed">
          {count(watched.length, 'watcher')} {watched.length === 1 ? 'wakes and sleeps' : 'wake and sleep'} to the new dates: {watched.join(', ')}.
        </Text>
      )}
    </Stack>
  );
}

function Part({ title, empty, children }: { title: string; empty?: string; children: ReactNode[] }) {
  if (children.length === 0 && !empty) return null;
  return (
    <section aria-label={title}>
      <Title order={3}>{title}</Title>
      {children.length === 0 ? (
        <Text size="sm">{empty}</Text>
      ) : (
        <List size="sm" spacing={2}>
          {children}
        </List>
      )}
    </section>
  );
}

const headingOf = (moved: number, dryRun: boolean): string =>
  dryRun
    ? moved === 0
      ? 'No deadline moves'
      : `${count(moved, 'deadline')} ${moved === 1 ? 'moves' : 'move'}`
    : moved === 0
      ? 'No deadline moved'
      : `${count(moved, 'deadline')} moved`;

function MovedRow({ title, prior, next, days, working, held, status }: Moved) {
  const [open, setOpen] = useState(false);
  return (
    <div className="moved">
      <Text size="sm">
        <b>{title}</b> <s>{placeWords(prior)}</s> → {placeWords(next)}
        {days !== null && days !== 0 && (
          <Text span c="dimmed" inherit>
            {' '}
            ({days > 0 ? `${count(days, 'day')} later` : `${count(-days, 'day')} earlier`})
          </Text>
        )}
      </Text>
      {held && <Status tone="info">Set by hand: stays where it is, only its rule’s answer moves</Status>}
      {status && status !== 'pending' && <Status tone="neutral">It is {status}</Status>}
      {working !== null && working !== undefined && (
        <details open={open} onToggle={({ currentTarget }) => setOpen(currentTarget.open)}>
          <summary>Working of the new date</summary>
          {open && <Working rule={{ working }} />}
        </details>
      )}
    </div>
  );
}

const placeWords = (place: Place): string => {
  if (!place) return 'not part of the contract';
  if (!place.date) return place.waitsFor.length > 0 ? `no date: waits for ${place.waitsFor.map(awaitedWords).join(', ')}` : 'no date';
  return `${dayOf(place.date)}${place.localTime && place.localTime !== '23:59' ? `, ${timeWords(place.localTime)}` : ''}`;
};

function changeWords(name: string, { prior, next }: { prior: unknown; next: unknown }): string {
  const [group, key = ''] = name.split('.');
  if (group === 'parties') return prior === null ? `A ${roleWords(String(next))} takes part` : `The ${roleWords(String(prior))} leaves`;
  const say = (value: unknown): string => {
    if (value === null || value === undefined) return 'not filled in';
    if (name === 'priceCents') return moneyWords(Number(value));
    if (typeof value === 'boolean') return value ? 'yes' : 'no';
    if (group === 'periods') return count(Number(value), 'day');
    return /^\d{4}-\d{2}-\d{2}$/.test(String(value)) ? dayOf(String(value)) : String(value);
  };
  const label = name === 'priceCents' ? 'Price' : name === 'effectiveOn' ? 'Effective date' : blankWords(key);
  return `${label}: ${say(prior)} → ${say(next)}`;
}
