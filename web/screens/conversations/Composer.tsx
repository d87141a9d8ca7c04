import { Button, Group, NativeSelect, SegmentedControl, Text, Textarea, TextInput } from '@mantine/core';
import { useInfiniteQuery, useQueryClient } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import { act } from '../../api/act.ts';
import { useMay, useMe } from '../../api/me.ts';
import { useKeys } from '../../parts/keys.ts';
import { pointWords } from '../../parts/phone.ts';
import { placeWords } from '../../parts/place.ts';
import { Status } from '../../parts/Status.tsx';
import { count } from '../../parts/time.ts';
import { undoable } from '../../parts/UndoSend.tsx';
import { AsSeller } from './AsSeller.tsx';
import { threadQuery } from './Thread.tsx';
import { answerTo, type Entry, type Person, type Point, partsOfText, splitMail } from './words.ts';

type Channel = 'email' | 'text';
/** What is half written stays while one looks at another conversation, and an undone message comes back to it. */
const drafts = new Map<string, string>();
const kindOf = (channel: Channel): string => (channel === 'email' ? 'email' : 'phone');
const best = (points: readonly Point[]): Point | undefined =>
  points.find(({ last, reply }) => last && reply.kind !== 'no') ?? points.find(({ reply }) => reply.kind !== 'no') ?? points[0];

const planTones = { now: 'good', later: 'info', held: 'warn', no: 'bad' } as const;
const planWords = { now: 'Goes', later: 'Goes', held: 'Held:', no: 'Cannot go:' } as const;

/** Answers as a person: says before when it goes, in which zone, or why not at all; ten seconds to undo before anything is asked for. */
export function Composer({ person }: { person: Person }) {
  const mayWrite = useMay('tasks:write');
  const { sandbox } = useMe();
  if (!mayWrite) return null;
  return (
    <>
      <Write person={person} />
      {sandbox && <AsSeller person={person} />}
    </>
  );
}

function Write({ person }: { person: Person }) {
  const queries = useQueryClient();
  const { brokerage } = useMe();
  const of = (channel: Channel): Point[] => person.points.filter(({ kind }) => kind === kindOf(channel));
  // Follows where they write from, until the person chooses or begins to write.
  const [chosen, setChannel] = useState<Channel | null>(null);
  const channel = chosen ?? firstChannel(person.points);
  const [to, setTo] = useState<string | null>(null);
  const [typed, setSubject] = useState<string | null>(null);
  const thread = useInfiniteQuery(threadQuery(person.id));
  const subject = typed ?? subjectOf(thread.data?.pages[0]?.items ?? [], placeWords(person.properties[0]?.property ?? brokerage.name));
  const [body, keepBody] = useState(() => drafts.get(person.id) ?? '');
  const setBody = (words: string): void => {
    drafts.set(person.id, words);
    keepBody(words);
  };
  const [leaving, setLeaving] = useState(false);
  const field = useRef<HTMLTextAreaElement>(null);
  useKeys([{ key: 'r', what: 'Write an answer', run: () => field.current?.focus() }]);
  const points = of(channel);
  const point = points.find(({ value }) => value === to) ?? best(points);
  const plan = point?.reply;
  const ready = person.hasFile && plan !== undefined && plan.kind !== 'no' && body.trim() !== '' && (channel === 'text' || subject.trim() !== '') && !leaving;

  const send = (): void => {
    if (!ready || !point) return;
    const words = { channel, address: point.value, body: body.trim(), ...(channel === 'email' ? { subject: subject.trim() } : {}) };
    setLeaving(true);
    setBody('');
    const back = (): void => {
      setLeaving(false);
      setBody(drafts.get(person.id) || words.body);
    };
    undoable({
      what: `Your ${channel === 'email' ? 'e-mail' : 'text'} to ${person.name} is handed over`,
      commit: async () => {
        await act(queries, 'post', '/v1/contacts/{id}/messages', { path: { id: person.id }, body: words });
        setLeaving(false);
      },
      undone: back,
      onLeave: 'ask',
    });
  };
  return (
    <form
      className="composer no-print"
      aria-label={`Write to ${person.name}`}
      onSubmit={(event) => {
        event.preventDefault();
        send();
      }}
    >
      <Group gap="xs" mb={6}>
        <SegmentedControl
          size="xs"
          aria-label="Channel"
          data={[
            { value: 'email', label: 'E-mail' },
            { value: 'text', label: 'Text' },
          ]}
          value={channel}
          onChange={(value) => {
            setChannel(value as Channel);
            setTo(null);
          }}
        />
        {points.length > 0 && (
          <NativeSelect
            size="xs"
            style={{ flex: '1 1 180px', maxWidth: 380, minWidth: 0 }}
            aria-label="To"
            data={points.map((each) => ({
              value: each.value,
              label: `${pointWords(each)}${each.last ? ' (wrote from here last)' : ''}${each.reply.kind === 'no' ? ' (may not be used)' : ''}`,
            }))}
            value={point?.value ?? ''}
            onChange={({ currentTarget }) => setTo(currentTarget.value)}
          />
        )}
      </Group>
      <Text component="div" mb={6} lh={1.3}>
        <span role="status">
          {!person.hasFile ? (
            <Status tone="bad">Cannot go: no lead or deal to keep it with</Status>
          ) : plan ? (
            <Text span size="sm" style={{ color: `var(--tone-${planTones[plan.kind]})` }}>
              {planWords[plan.kind]} {plan.words}
            </Text>
          ) : (
            <Text span size="sm" style={{ color: 'var(--tone-bad)' }}>
              Cannot go: no {channel === 'email' ? 'e-mail address' : 'phone number'} is known
            </Text>
          )}
        </span>
      </Text>
      {channel === 'email' && (
        <TextInput size="xs" mb={6} aria-label="Subject" value={subject} onChange={({ currentTarget }) => setSubject(currentTarget.value)} maxLength={200} />
      )}
      <Group gap="xs" align="flex-end" wrap="nowrap">
        <Textarea
          ref={field}
          style={{ flex: 1 }}
          aria-label={`Your words to ${person.name}`}
          placeholder={leaving ? 'It is being handed over …' : 'Your answer'}
          value={body}
          onChange={({ currentTarget }) => {
            setBody(currentTarget.value);
            setChannel(channel);
          }}
          onKeyDown={(event) => {
            if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) {
              event.preventDefault();
              send();
            }
          }}
          maxLength={channel === 'text' ? 1600 : 10_000}
          autosize
          minRows={2}
          maxRows={8}
        />
        <Button type="submit" disabled={!ready} loading={leaving}>
          Send
        </Button>
      </Group>
      {channel === 'text' && body !== '' && (
        <Text size="xs" c="dimmed" mt={2}>
          {body.length} signs, {count(partsOfText(body), 'part')}
        </Text>
      )}
    </form>
  );
}

/** Of the newest e-mail either way. */
function subjectOf(entries: readonly Entry[], otherwise: string): string {
  const last = entries.find(({ channel, kind }) => channel === 'email' && (kind === 'received' || kind === 'sent'));
  return answerTo((last?.kind === 'received' ? splitMail(last.text ?? '').subject : last?.subject) || otherwise);
}

/** Where they wrote last, if one may answer there; else whatever may be used. */
function firstChannel(points: readonly Point[]): Channel {
  const found = points.find(({ last, reply }) => last && reply.kind !== 'no') ?? points.find(({ reply }) => reply.kind !== 'no');
  return found?.kind === 'phone' ? 'text' : 'email';
}
