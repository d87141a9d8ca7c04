import { describe, expect, it } from 'vitest';
import { fileKnown } from './file-known.ts';
import { fileTimeline, type LoggedEvent } from './file-timeline.ts';

const at = (day: number): Date => new Date(Date.UTC(2026, 11, day, 12));
const event = (day: number, type: string, payload: object): LoggedEvent => ({ type, occurredAt: at(day), payload });
const clock = (due: number) => ({ clock: 'closing', date: `2026-12-${due}`, dueAt: at(due).toISOString() });
const fact = (factId: string, on: string, value: number | null) => ({ factId, effectiveOn: { prior: null, next: on }, value: { prior: null, next: value } });

const log: LoggedEvent[] = [
  event(1, 'Deal.Opened', {}),
  event(2, 'Party.Added', { role: 'buyer' }),
  event(2, 'Party.Added', { role: 'lender' }),
  event(3, 'Contract.Recorded', { form: 'tx-trec-resale', effectiveOn: '2026-12-03', priceCents: 100 }),
  event(3, 'Deadline.Opened', clock(28)),
  event(3, 'Deal.StageChanged', { stage: { prior: 'open', next: 'under-contract' } }),
  event(5, 'EarnestMoney.Received', fact('a', '2026-12-04', 500)),
  event(6, 'Contract.Amended', { amendmentId: 'm', amendmentNo: 1, changes: { priceCents: { prior: 100, next: 90 } } }),
  event(6, 'Deadline.Moved', { ...clock(30), due: {}, day: { prior: '2026-12-28', next: '2026-12-30' }, cause: { kind: 'amendment', id: 'm' } }),
  event(7, 'EarnestMoney.Received', fact('a', '2026-12-05', 600)),
  event(8, 'Party.Left', { role: 'lender' }),
  event(9, 'Contract.Ended', { status: 'terminated' }),
  event(9, 'Deal.Closed', { outcome: 'fell-through' }),
  event(10, 'Deal.Reopened', {}),
];
const known = (day: number) => fileKnown(log, at(day).toISOString());

describe('a file as it was known', () => {
  it('was not there before it was opened', () => {
    expect(fileKnown(log, '2026-11-30T00:00:00.000Z')).toEqual({ stage: null, since: null, contract: null, clocks: [], facts: [], parties: {} });
  });

  it('has stage, price, dates, facts and parties of then, whatever came later', () => {
    expect(known(2)).toMatchObject({ stage: 'open', contract: null, parties: { buyer: 1, lender: 1 } });
    expect(known(5)).toMatchObject({
      stage: 'under-contract',
      contract: { priceCents: 100, amendments: 0, status: 'in-force' },
      clocks: [{ clock: 'closing', date: '2026-12-28' }],
      facts: [{ fact: 'EarnestMoney.Received', effectiveOn: '2026-12-04', value: 500 }],
    });
    expect(known(6)).toMatchObject({ contract: { priceCents: 90, amendments: 1 }, clocks: [{ date: '2026-12-30' }] });
  });

  it('has a corrected fact once, as it was corrected', () => {
    expect(known(7).facts).toEqual([expect.objectContaining({ effectiveOn: '2026-12-05', value: 600 })]);
  });

  it('knows who left, how the contract ended, and that the deal was opened again', () => {
    expect(known(8).parties).toEqual({ buyer: 1, lender: 0 });
    expect(known(9)).toMatchObject({ stage: 'fell-through', contract: { status: 'terminated' } });
    expect(known(10).stage).toBe('accepted');
  });

  it('names the amendment that moved a date', () => {
    const moved = fileTimeline(log, at(7).toISOString()).find(({ type }) => type === 'Deadline.Moved');
    expect(moved).toMatchObject({ prior: '2026-12-28', date: '2026-12-30', amendmentNo: 1 });
  });
});
