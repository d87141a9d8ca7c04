import { expect, it } from 'vitest';
import { isTouched, touchedBy } from './affects.ts';
import { createSseParser, type SseMessage } from './sse.ts';
import { type LiveMessage, openStream } from './stream.ts';

const event = { position: 7, subjectKind: 'deal', subjectId: 'd', occurredAt: '2026-11-02T15:00:00Z' };

it('a stream reads the same however it is cut into pieces', () => {
  const text = ': beat\r\n\r\nevent: change\r\nid: 7\r\ndata: {"a":\r\ndata: 1}\r\n\r\nevent: reset\n\ndata: x\n\n';
  const read = (size: number): SseMessage[] => {
    const messages: SseMessage[] = [];
    const parse = createSseParser((message) => messages.push(message));
    for (let at = 0; at < text.length; at += size) parse(text.slice(at, at + size));
    return messages;
  };
  expect(read(text.length)).toEqual([{ comment: 'beat' }, { event: 'change', data: '{"a":\n1}', id: '7' }, { event: 'message', data: 'x', id: '7' }]);
  for (let size = 1; size < 12; size++) expect(read(size)).toEqual(read(text.length));
});

it('a fact of a deal touches its file and the lists, and no other file', () => {
  const touches = touchedBy({ ...event, type: 'Deadline.Moved', dealNo: 7 });
  const touched = (path: string, no?: number) => isTouched([path, no ? { path: { no } } : {}], touches);
  expect([touched('/v1/deals/{no}/health', 7), touched('/v1/deals/{no}', 7), touched('/v1/deals/board'), touched('/v1/needs-me')]).toEqual([
    true,
    true,
    true,
    true,
  ]);
  expect([touched('/v1/deals/{no}/health', 8), touched('/v1/leads'), touched('/v1/dealsmen')]).toEqual([false, false, false]);
});

it('what a person sets for themselves, and the digests of a morning, read no file anew', () => {
  const ofBrokerage = { ...event, subjectKind: 'brokerage', subjectId: 'b' };
  for (const type of ['Calendar.FeedMade', 'Digest.Changed', 'DailyDigest.Requested'])
    expect(isTouched(['/v1/deals/board', {}], touchedBy({ ...ofBrokerage, type })), type).toBe(false);
  expect(isTouched(['/v1/me/calendar', {}], touchedBy({ ...ofBrokerage, type: 'Calendar.FeedMade' }))).toBe(true);
  expect(isTouched(['/v1/me/digest', {}], touchedBy({ ...ofBrokerage, type: 'Digest.Changed' }))).toBe(true);
  expect(isTouched(['/v1/deliveries', {}], touchedBy({ ...ofBrokerage, type: 'DailyDigest.Requested' }))).toBe(true);
});

it('a broken stream goes on after the last fact it told, and says when it cannot know what was missed', async () => {
  const asked: (string | null)[] = [];
  const answers = [
    '',
    'event: ready\nid: 5\ndata: {}\n\n',
    `event: change\nid: 6\ndata: ${JSON.stringify({ ...event, type: 'Task.Opened' })}\n\n`,
    'event: ended\ndata: {}\n\n',
  ];
  const told: LiveMessage[] = [];
  await new Promise<void>((resolve) => {
    openStream({
      url: '/v1/stream',
      firstWaitMs: 1,
      fetch: async (_, options) => {
        asked.push(new Headers(options?.headers).get('last-event-id'));
        return new Response(answers[asked.length - 1]);
      },
      tell: (message) => {
        told.push(message);
        if (message.kind === 'state' && message.state.state === 'signed-out') resolve();
      },
    });
  });
  expect(asked).toEqual([null, null, '5', '6']);
  expect(told.filter(({ kind }) => kind === 'reset')).toHaveLength(1);
  expect(told.filter(({ kind }) => kind === 'event')).toHaveLength(1);
});
