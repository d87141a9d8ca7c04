import fc from 'fast-check';
import { expect, test } from 'vitest';
import { anyReport } from './envelope.arbitrary.ts';
import { afterReport, type EnvelopeReport, type EnvelopeStatus, isTerminalEnvelope, newEnvelope, type SignerStatus, signingProgress } from './envelope.ts';

const all = (reports: EnvelopeReport[]) => reports.reduce(afterReport, newEnvelope);
const instant = (hour: number): string => new Date(Date.UTC(2026, 10, 2, hour)).toISOString();
const report = (hour: number, status: EnvelopeStatus | null, signers: [string, number | null, SignerStatus][] = []): EnvelopeReport => ({
  envelopeId: 'e',
  at: instant(hour),
  status,
  reason: null,
  signers: signers.map(([recipientId, routingOrder, at]) => ({ recipientId, routingOrder, status: at, at: instant(hour), reason: null })),
});

test('any order and any number of repeats of the same reports come to the same state', () => {
  fc.assert(
    fc.property(fc.array(anyReport, { maxLength: 8 }), fc.infiniteStream(fc.nat()), (reports, rolls) => {
      const roll = () => rolls.next().value as number;
      const copies = reports.flatMap((one) => Array.from({ length: 1 + (roll() % 3) }, () => one));
      const shuffled = copies.map((one) => ({ one, at: roll() })).toSorted((a, b) => a.at - b.at);
      expect(all(shuffled.map(({ one }) => one))).toEqual(all(reports));
    }),
    { numRuns: 2000 },
  );
});

test('a report heard before changes nothing, and an end is never left', () => {
  fc.assert(
    fc.property(fc.array(anyReport, { minLength: 1, maxLength: 8 }), anyReport, (reports, late) => {
      const state = all(reports);
      for (const one of reports) expect(afterReport(state, one)).toEqual(state);
      if (isTerminalEnvelope(state.status)) expect(isTerminalEnvelope(afterReport(state, late).status)).toBe(true);
      if (isTerminalEnvelope(state.status) && late.at > state.at!) expect(afterReport(state, late).status).toBe(state.status);
    }),
    { numRuns: 2000 },
  );
});

test.each<[EnvelopeStatus[], EnvelopeStatus]>([
  [['completed', 'sent'], 'completed'],
  [['declined', 'delivered', 'sent'], 'declined'],
  [['delivered', 'voided', 'created'], 'voided'],
  [['sent', 'delivered', 'signed'], 'signed'],
])('of %j stands %s', (statuses, stands) => {
  expect(all(statuses.map((status, hour) => report(hour, status))).status).toBe(stands);
});

test('of two ends the one that was first is true', () => {
  expect(all([report(5, 'voided'), report(4, 'completed')])).toMatchObject({ status: 'completed', at: instant(4) });
});

test('the turn goes by routing order, together where it is the same', () => {
  const sent = report(1, 'sent', [
    ['3', 2, 'created'],
    ['1', 1, 'sent'],
    ['2', 1, 'sent'],
  ]);
  expect(signingProgress(all([sent]))).toEqual({ signed: 0, of: 3, waitingFor: ['1', '2'] });
  const first = report(2, null, [['1', null, 'completed']]);
  expect(signingProgress(all([first, sent]))).toEqual({ signed: 1, of: 3, waitingFor: ['2'] });
  const second = report(3, null, [['2', null, 'completed']]);
  expect(signingProgress(all([second, sent, first]))).toEqual({ signed: 2, of: 3, waitingFor: ['3'] });
  expect(signingProgress(all([sent, report(4, 'completed')]))).toEqual({ signed: 3, of: 3, waitingFor: [] });
  expect(signingProgress(all([sent, report(4, 'voided')]))).toEqual({ signed: 0, of: 3, waitingFor: [] });
  expect(signingProgress(newEnvelope)).toEqual({ signed: 0, of: 0, waitingFor: [] });
});
