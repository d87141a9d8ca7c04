import { describe, expect, it } from 'vitest';
import { clocksKnown } from './clocks-known.ts';
import { fileTimeline, type LoggedEvent } from './file-timeline.ts';

const at = (day: number): Date => new Date(Date.UTC(2026, 11, day, 12));
const event = (day: number, type: string, payload: object): LoggedEvent => ({ type, occurredAt: at(day), payload });
const clock = (name: string, due: number) => ({ clock: name, date: `2026-12-${due}`, dueAt: at(due).toISOString() });

const log: LoggedEvent[] = [
  event(1, 'Contract.Recorded', {}),
  event(1, 'Deadline.Opened', clock('option', 10)),
  event(1, 'Deadline.Opened', clock('closing', 28)),
  event(4, 'Contract.Amended', { amendmentNo: 1 }),
  event(4, 'Deadline.Moved', { ...clock('closing', 30), due: {}, day: { prior: '2026-12-28', next: '2026-12-30' }, cause: { kind: 'amendment', id: 'x' } }),
  event(6, 'InspectionReport.Received', { effectiveOn: { prior: null, next: '2026-12-05' } }),
  event(6, 'Deadline.Settled', { ...clock('option', 10), status: { prior: 'pending', next: 'satisfied' } }),
];
const ahead = (asOf: number): string[] =>
  fileTimeline(log, at(asOf).toISOString())
    .filter(({ when }) => when === 'future')
    .map(({ clock: name, at: due }) => `${name} ${due.slice(8, 10)}`);

describe('the file as it was known', () => {
  it('before the amendment has the dates of then, after it the new ones, and a settled clock lies ahead no more', () => {
    expect(ahead(2)).toEqual(['option 10', 'closing 28']);
    expect(ahead(5)).toEqual(['option 10', 'closing 30']);
    expect(ahead(7)).toEqual(['closing 30']);
  });

  it('names a moved date with what it was and why, and a fact with the day it took effect', () => {
    const items = fileTimeline(log, at(7).toISOString());
    expect(items).toContainEqual(expect.objectContaining({ what: 'closing extended to 2026-12-30', prior: '2026-12-28', cause: 'amendment' }));
    expect(items).toContainEqual(expect.objectContaining({ what: 'Inspection report received, 2026-12-05', when: 'past' }));
    expect(items.filter(({ when }) => when === 'now')).toHaveLength(1);
  });

  it('has a missed clock that is moved as missed while its new date lies in the past too, and as running again only when it lies ahead', () => {
    const missed = [
      event(1, 'Deadline.Opened', clock('option', 10)),
      event(11, 'Deadline.Settled', { ...clock('option', 10), status: { prior: 'pending', next: 'breached' } }),
    ];
    const moved = (due: number) =>
      event(15, 'Deadline.Moved', { ...clock('option', due), due: {}, day: { prior: null, next: null }, cause: { kind: 'hand', id: 'x' } });
    expect(clocksKnown([...missed, moved(12)])).toMatchObject([{ status: 'breached' }]);
    expect(clocksKnown([...missed, moved(20)])).toMatchObject([{ status: 'pending' }]);
    const lapsed = { ...missed[1]!, payload: { ...clock('option', 10), status: { prior: 'pending', next: 'lapsed' } } };
    expect(clocksKnown([missed[0]!, lapsed, moved(20)])).toMatchObject([{ status: 'pending' }]);
  });

  it('tells what became of signatures by role', () => {
    const envelope = { envelopeNo: 2, signed: 1, of: 2, signedBy: ['listing-agent'] };
    const items = fileTimeline(
      [event(2, 'Envelope.Sent', { envelopeNo: 2 }), event(3, 'Envelope.Progressed', envelope), event(4, 'Envelope.Declined', envelope)],
      at(5).toISOString(),
    );
    expect(items.filter(({ when }) => when === 'past').map(({ what }) => what)).toEqual([
      'envelope 2: sent for signature',
      'envelope 2: signed by the listing agent (1 of 2 signed)',
      'envelope 2: declined (1 of 2 signed)',
    ]);
  });

  it('knows nothing of what came later', () => {
    expect(
      fileTimeline(log, at(3).toISOString())
        .map(({ what }) => what)
        .join(),
    ).not.toMatch(/amended|inspection/i);
  });
});

it('says who takes part by their role', () => {
  const told = fileTimeline([event(1, 'Party.Added', { role: 'buyer-agent' }), event(2, 'Party.Left', { role: 'buyer' })], at(3).toISOString());
  expect(told.map(({ what }) => what).slice(0, 2)).toEqual(['the buyer agent takes part', 'the buyer no longer takes part']);
});
