import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readConnect } from './connect.read.ts';
import { afterReport, newEnvelope } from './envelope.ts';

const envelopeId = 'aaaaaaaa-0000-4000-8000-000000000001';
type Message = { event?: unknown; generatedDateTime?: unknown; retryCount?: unknown; data?: Record<string, unknown> | unknown };
const message = (changes: Message = {}, data: Record<string, unknown> = {}) =>
  JSON.stringify({
    event: 'envelope-completed',
    apiVersion: 'v2.1',
    retryCount: 0,
    configurationId: 10000001,
    generatedDateTime: '2026-11-02T15:04:05.1230000Z',
    data: { accountId: 'acc', envelopeId, ...data },
    ...changes,
  });
const summary = (changes: object = {}) => ({
  status: 'sent',
  statusChangedDateTime: '2026-11-02T09:00:00.0000000Z',
  recipients: {
    signers: [
      { recipientId: '1', routingOrder: '1', status: 'completed', signedDateTime: '2026-11-02T15:04:05.0000000Z', name: 'Jo', email: 'jo@example.com' },
      { recipientId: '2', routingOrder: '2', status: 'sent', sentDateTime: '2026-11-02T15:04:05.1000000Z' },
    ],
  },
  ...changes,
});

test.each([
  ['envelope-sent', 'sent'],
  ['envelope-delivered', 'delivered'],
  ['envelope-completed', 'completed'],
  ['envelope-declined', 'declined'],
  ['envelope-voided', 'voided'],
])('%s says %s, with or without a summary', (event, status) => {
  expect(readConnect(message({ event }))).toEqual({
    envelopeId,
    event,
    status,
    at: '2026-11-02T15:04:05.123Z',
    generatedAt: '2026-11-02T15:04:05.123Z',
    accountId: 'acc',
    key: null,
    reason: null,
    signers: [],
    dedupeKey: `${envelopeId}:${event}:2026-11-02T15:04:05.1230000Z`,
  });
});

test('an event of a signer says where that signer stands, and the summary where all do', () => {
  expect(readConnect(message({ event: 'recipient-completed' }, { recipientId: '1', envelopeSummary: summary() }))).toMatchObject({
    status: 'sent',
    at: '2026-11-02T09:00:00.000Z',
    signers: [
      { recipientId: '1', routingOrder: 1, status: 'completed', at: '2026-11-02T15:04:05.000Z' },
      { recipientId: '2', routingOrder: 2, status: 'sent', at: '2026-11-02T15:04:05.100Z' },
    ],
  });
  expect(readConnect(message({ event: 'recipient-declined' }, { recipientId: '2' }))).toMatchObject({
    status: null,
    signers: [{ recipientId: '2', status: 'declined' }],
  });
});

test('a summary newer than its event, as on a repeat, is believed too', () => {
  expect(readConnect(message({ event: 'envelope-sent' }, { envelopeSummary: summary({ status: 'voided', voidedReason: 'Wrong price' }) }))).toMatchObject({
    status: 'voided',
    reason: 'Wrong price',
  });
});

test('a repeat has the key of the first; another time, event or signer has another', () => {
  const key = (changes: Message = {}, data = {}) => readConnect(message(changes, data))!.dedupeKey;
  expect(key({ retryCount: 7 }, { envelopeSummary: summary() })).toBe(key());
  const others = [
    key({ generatedDateTime: '2026-11-02T15:04:05.1230001Z' }),
    key({ event: 'envelope-voided' }),
    key({ event: 'recipient-sent' }, { recipientId: '1' }),
  ];
  expect(new Set([key(), ...others, key({ event: 'recipient-sent' }, { recipientId: '2' })]).size).toBe(5);
});

test('events and words that are new are kept without a status; what else they hold is read', () => {
  expect(readConnect(message({ event: 'envelope-corrected' }))).toMatchObject({ event: 'envelope-corrected', status: null });
  expect(
    readConnect(message({ event: 'recipient-finish-later' }, { recipientId: '1', envelopeSummary: summary({ status: 'authoritativecopy' }) })),
  ).toMatchObject({
    status: null,
    signers: [{ recipientId: '1' }, { recipientId: '2' }],
  });
  expect(readConnect(message({ event: 'constructor' }))).toMatchObject({ status: null });
});

test.each<[string, string]>([
  ['no JSON', 'event=envelope-completed'],
  ['XML of the old form', '<?xml version="1.0"?><DocuSignEnvelopeInformation/>'],
  ['a list', '[]'],
  ['null', 'null'],
  ['no envelope', message({ data: { accountId: 'acc' } })],
  ['an id that is a path', message({}, { envelopeId: '../../admin' })],
  ['a summary of another envelope', message({}, { envelopeSummary: summary({ envelopeId: envelopeId.replace('a', 'b') }) })],
  ['no instant', message({ generatedDateTime: undefined })],
  ['an instant without a zone', message({ generatedDateTime: '2026-11-02T15:04:05' })],
  ['a day that does not exist', message({ generatedDateTime: '2026-13-45T15:04:05Z' })],
  ['an event that is no word', message({ event: 'envelope-completed\n' })],
  ['an event that is a list', message({ event: ['envelope-completed'] })],
  [
    'a thousand signers',
    message({}, { envelopeSummary: summary({ recipients: { signers: Array.from({ length: 1000 }, (_, n) => ({ recipientId: String(n) })) } }) }),
  ],
])('%s is refused', (_, body) => {
  expect(readConnect(body)).toBeNull();
});

test('what a person wrote is cut and cleaned, never a reason to lose the message', () => {
  const reason = `No\u0000 ${'x'.repeat(5000)}`;
  const read = readConnect(message({ event: 'envelope-voided' }, { envelopeSummary: summary({ status: 'voided', voidedReason: reason }) }))!;
  expect(read.reason).toMatch(/^No x{100}/);
  expect(read.reason!.length).toBe(1000);
});

test('no JSON whatever makes it throw, and what it reads can be taken in', () => {
  fc.assert(
    fc.property(fc.json(), fc.json(), (whole, part) => {
      for (const body of [whole, message({ data: JSON.parse(part) as unknown }), message({}, { envelopeSummary: JSON.parse(part) as unknown })]) {
        const read = readConnect(body);
        if (read) expect(afterReport(newEnvelope, read).signers.length).toBeLessThanOrEqual(200);
      }
    }),
    { numRuns: 500 },
  );
});
