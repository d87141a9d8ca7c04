import { expect, test } from 'vitest';
import { type BoardFacts, boardRow, sortBoard } from './board.ts';

const now = new Date('2026-12-01T05:30:00Z');
const clock = (clock: string, dueAt: string | null, more: Partial<BoardFacts['clocks'][number]> = {}) => ({
  ...{ clock, title: clock, actor: 'buyer', status: 'pending', date: dueAt?.slice(0, 10) ?? null, dueAt, flagged: false, evidence: null, problem: null },
  ...more,
});
const facts = (dealNo: number, more: Partial<BoardFacts> = {}): BoardFacts => ({
  ...{ dealNo, property: null, city: null, state: 'TX', side: 'buyer', stage: 'under-contract', closingOn: null, clocks: [], openTasks: 0, overdue: 0 },
  ...{
    missingDocuments: [],
    closed: false,
    complianceBehind: false,
    waitingFor: null,
    waitingSince: null,
    lastContactAt: null,
    agent: null,
    zone: 'America/Chicago',
  },
  ...more,
});

test('days are counted where the property is: half past eleven at night is still the day before', () => {
  expect(boardRow(facts(1, { closingOn: '2026-12-01' }), now).daysLeft).toBe(1);
  expect(boardRow(facts(1, { closingOn: '2026-12-01', zone: 'America/New_York' }), now).daysLeft).toBe(0);
  expect(boardRow(facts(1, { closingOn: '2026-11-28' }), now).daysLeft).toBe(-2);
  expect(boardRow(facts(1), now).daysLeft).toBeNull();
});

test('the next key date is the first that is pending and still to come', () => {
  const clocks = [
    clock('past', '2026-11-30T06:00:00.000Z'),
    clock('later', '2026-12-09T06:00:00.000Z'),
    clock('next', '2026-12-03T06:00:00.000Z'),
    clock('done', '2026-12-02T06:00:00.000Z', { status: 'satisfied' }),
    clock('undated', null),
  ];
  expect(boardRow(facts(1, { clocks }), now).nextKey).toEqual({ title: 'next', date: '2026-12-03', dueAt: '2026-12-03T06:00:00.000Z' });
  expect(boardRow(facts(1, { clocks: clocks.slice(0, 1) }), now).nextKey).toBeNull();
});

test('health is the worst risk, with its owner and next step', () => {
  const clocks = [
    clock('option', '2026-12-03T06:00:00.000Z', { flagged: true }),
    clock('loan', '2026-11-30T06:00:00.000Z', { status: 'breached', actor: 'lender' }),
  ];
  expect(boardRow(facts(1, { clocks }), now).health).toMatchObject({
    state: 'breached',
    reason: 'loan was missed',
    owner: 'lender',
    nextStep: expect.any(String),
  });
  expect(boardRow(facts(1), now).health).toEqual({ state: 'on track', reason: null, owner: null, nextStep: null });
});

test('sorts by each column, unknown last in both directions, equals by what is next and by number', () => {
  const rows = [
    facts(4),
    facts(3, { closingOn: '2026-12-20' }),
    facts(2, { closingOn: '2026-12-10', clocks: [clock('option', '2026-12-03T06:00:00.000Z', { flagged: true })] }),
    facts(1, { closingOn: '2026-12-20', clocks: [clock('option', '2026-12-05T06:00:00.000Z')] }),
  ].map((one) => boardRow(one, now));
  const numbers = (...args: [Parameters<typeof sortBoard>[1], boolean?]) => sortBoard(rows, ...args).map(({ dealNo }) => dealNo);
  expect(numbers('health')).toEqual([2, 1, 3, 4]);
  expect(numbers('closing')).toEqual([2, 1, 3, 4]);
  expect(numbers('closing', true)).toEqual([1, 3, 2, 4]);
  expect(numbers('next')).toEqual([2, 1, 3, 4]);
  expect(numbers('deal', true)).toEqual([4, 3, 2, 1]);
});
