import { expect, it } from 'vitest';
import { clocksKnown } from './clocks-known.ts';
import { fileTimeline, type LoggedEvent } from './file-timeline.ts';

const at = (day: number): Date => new Date(Date.UTC(2026, 11, day, 12));
const event = (day: number, type: string, payload: object): LoggedEvent => ({ type, occurredAt: at(day), payload });
const clock = (due: number | null) => ({ clock: 'option', date: due && `2026-12-${due}`, dueAt: due && at(due).toISOString() });
const opened = event(1, 'Deadline.Opened', clock(10));
const moved = (day: number, due: number | null, kind = 'amendment', id = 'first') =>
  event(day, 'Deadline.Moved', { ...clock(due), due: {}, day: { prior: '2026-12-10', next: clock(due).date }, cause: { kind, id } });
const settled = (day: number, due: number, next: string) => event(day, 'Deadline.Settled', { ...clock(due), status: { next } });
const extended = (...events: LoggedEvent[]) => clocksKnown([opened, ...events])[0]!.extended;
const place = (due: number) => ({ date: `2026-12-${due}`, dueAt: at(due).toISOString() });

it('a running clock that an amendment or a person moves later is extended: from which day to which, when and by what', () => {
  expect(extended()).toBeNull();
  expect(extended(moved(4, 15))).toEqual({ from: place(10), to: place(15), at: at(4).toISOString(), cause: { kind: 'amendment', id: 'first' } });
  expect(extended(moved(4, 15, 'hand', 'somebody'))).toMatchObject({ cause: { kind: 'hand', id: 'somebody' } });
});

it('extended once more, it is still from its first day; the newest extension is named', () => {
  expect(extended(moved(4, 15), moved(6, 20, 'amendment', 'second'))).toEqual({
    ...{ from: place(10), to: place(20), at: at(6).toISOString() },
    cause: { kind: 'amendment', id: 'second' },
  });
});

it('a date moved earlier is no extension; part of one taken back leaves the rest, all of it none', () => {
  expect(extended(moved(4, 8))).toBeNull();
  expect(extended(moved(4, 15), moved(6, 12, 'amendment', 'second'))).toMatchObject({ from: place(10), to: place(12), cause: { id: 'first' } });
  expect(extended(moved(4, 15), moved(6, 10))).toBeNull();
  expect(extended(moved(4, 15), moved(6, null))).toBeNull();
});

it('a date that a fact or a rule moves is nobody’s extension', () => {
  expect(extended(moved(4, 15, 'fact'))).toBeNull();
  expect(extended(moved(4, 15, 'rule'))).toBeNull();
});

it('what has ended is not extended by a new date; a missed one that runs again by it is', () => {
  expect(extended(settled(3, 10, 'satisfied'), moved(4, 15))).toBeNull();
  expect(extended(settled(11, 10, 'breached'), moved(12, 11))).toBeNull();
  expect(extended(settled(11, 10, 'breached'), moved(12, 20))).toMatchObject({ from: place(10), to: place(20) });
});

it('the timeline says extended, and moved where it is none', () => {
  const told = fileTimeline([opened, moved(4, 15), moved(6, 12)], at(7).toISOString());
  expect(told.filter(({ type }) => type === 'Deadline.Moved')).toMatchObject([
    { what: 'option extended to 2026-12-15', status: 'extended' },
    { what: 'option moved to 2026-12-12' },
  ]);
  expect(told.find(({ when }) => when === 'future')).toMatchObject({ what: 'deadline: option (extended from 2026-12-10)', status: 'extended' });
});
