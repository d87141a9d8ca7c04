import { expect, test } from 'vitest';
import { endedLines, type FollowUp, holdWords, type Message } from './lines.ts';

const message = (more: Partial<Message>): Message =>
  ({
    id: 'm',
    partyId: 'p',
    decidedAt: '2026-11-02T10:00:00Z',
    createdAt: '2026-11-01T10:00:00Z',
    recipient: 'a@example.com',
    why: 'A reminder',
    ...more,
  }) as Message;
const followUp = (more: Partial<FollowUp>): FollowUp =>
  ({ status: 'open', contact: 'Ann', sends: [], paused: false, heldBy: null, stopReason: null, ...more }) as FollowUp;
const send = (more: object) =>
  ({ id: 's', claimedAt: '2026-11-03T10:00:00Z', settledAt: null, what: 'the last text', address: '+1', ...more }) as FollowUp['sends'][number];

test('what has ended comes newest first; drafts and released ones are not among it', () => {
  const messages = [
    message({ id: 'draft', status: 'draft' }),
    message({ id: 'going', status: 'released' }),
    message({ id: 'sent', status: 'sent', send: 'sent' }),
  ];
  const lines = endedLines(messages, () => 'Bob', [followUp({ sends: [send({ status: 'delivered' })] })]);
  expect(lines.map(({ id, to, words }) => [id, to, words])).toEqual([
    ['s', 'Ann', 'delivered'],
    ['sent', 'Bob', 'sent'],
  ]);
});

test('what became of a sent message later is what is told', () =>
  expect(endedLines([message({ status: 'sent', send: 'bounced' })], () => 'Bob', [])[0]).toMatchObject({ tone: 'bad' }));

test('an unknown outcome can be settled, and sent again only by a follow-up that goes on', () => {
  const unknown = (course: string) => endedLines([], () => '', [followUp({ status: course, sends: [send({ status: 'unknown' })] })])[0]?.unknown;
  expect(unknown('open')).toEqual({ sendId: 's', again: true });
  expect(unknown('stopped')).toEqual({ sendId: 's', again: false });
  expect(endedLines([message({ status: 'unknown', sendId: 'x' })], () => '', [])[0]?.unknown).toEqual({ sendId: 'x', again: false });
});

test.each([
  [{}, null],
  [{ paused: true }, /keeps its place/],
  [{ heldBy: 'missing-variable' }, /Fill it in/],
  [{ status: 'stopped', stopReason: 'opted-out' }, /Ended: opted out/],
])('%o', (more, words) => (words ? expect(holdWords(followUp(more))).toMatch(words) : expect(holdWords(followUp(more))).toBeNull()));
