import fc from 'fast-check';
import { afterEach, expect, test } from 'vitest';
import { DomainError } from '../errors.ts';
import { calculateDeadline } from './calculate.ts';
import { countAfter, countBefore, type DayKind, type DayUnit, firstReaching, roll, skipReason } from './counting.ts';
import { dayNumber } from './days.ts';
import { generatedInput, seeded } from './generated.fixture.ts';
import { holidayCalendar, holidayTables } from './holidays/calendar.ts';
import { plus } from './second.days.fixture.ts';

const day = fc.oneof(
  fc.integer({ min: dayNumber(1986, 1, 1), max: dayNumber(2060, 1, 1) }),
  fc.integer({ min: dayNumber(2021, 6, 1), max: dayNumber(2021, 7, 10) }),
);
const unit: fc.Arbitrary<DayUnit> = fc.record({
  kind: fc.constantFrom<DayKind>('calendar', 'business', 'specific'),
  calendar: fc.constantFrom(...Object.keys(holidayTables)).map((id) => holidayCalendar(id)),
  dates: fc.constantFrom('statutory', 'statutory-and-observed'),
});
const input = fc.integer({ min: 0, max: 2 ** 31 }).map((seed) => generatedInput(seeded(seed)));

test('moving any input later never moves a deadline earlier', () => {
  fc.assert(
    fc.property(input, fc.nat(400), fc.integer({ min: 1, max: 40 }), (question, pick, later) => {
      const names = Object.keys(question.inputs).filter((name) => /(Date|On)$/.test(name));
      const name = names[pick % Math.max(1, names.length)];
      if (name === undefined) return;
      const before = calculateDeadline(question);
      const moved = { ...question, inputs: { ...question.inputs, [name]: plus(question.inputs[name] as string, later) } };
      const { sentDate, provenReceiptDate } = moved.inputs;
      fc.pre(!(typeof sentDate === 'string' && typeof provenReceiptDate === 'string' && provenReceiptDate < sentDate));
      const after = calculateDeadline(moved);
      expect((after.date ?? '') >= (before.date ?? ''), `${name} of ${JSON.stringify(question)}`).toBe(true);
      expect((after.instant ?? '') >= (before.instant ?? '')).toBe(true);
    }),
    { numRuns: 4000 },
  );
});

test('a roll never ends on a day that is none of its kind, and moves only the way it is told', () => {
  fc.assert(
    fc.property(day, unit, fc.constantFrom('next' as const, 'previous' as const), (from, kind, towards) => {
      const rolled = roll(from, kind, from, towards);
      expect(skipReason(rolled.day, kind, from)).toBeNull();
      expect(towards === 'next' ? rolled.day >= from : rolled.day <= from).toBe(true);
      expect(rolled.days).toHaveLength(Math.abs(rolled.day - from));
    }),
  );
});

test('a date counted back never moves later, nor one counted forward earlier', () => {
  fc.assert(
    fc.property(day, unit, fc.integer({ min: 0, max: 60 }), (from, kind, count) => {
      const [back, forward] = [countBefore(from, count, kind), countAfter(from, count, kind)];
      expect(back.day <= from - count && forward.day >= from + count).toBe(true);
      expect(forward.days.filter(({ number }) => number !== null)).toHaveLength(count);
    }),
  );
});

test('the first day found by counting back is the first: a day earlier does not reach', () => {
  fc.assert(
    fc.property(day, unit, fc.integer({ min: 1, max: 8 }), (reached, kind, count) => {
      const { day: found } = firstReaching(reached, count, kind);
      expect(countBefore(found, count, kind).day).toBeGreaterThanOrEqual(reached);
      if (found > reached) expect(countBefore(found - 1, count, kind).day).toBeLessThan(reached);
    }),
  );
});

const hostZone = process.env.TZ;
afterEach(() => {
  if (hostZone === undefined) delete process.env.TZ;
  else process.env.TZ = hostZone;
});

test("results do not depend on the host's time zone", () => {
  const random = seeded(7);
  const questions = Array.from({ length: 400 }, () => generatedInput(random));
  const results = ['UTC', 'Pacific/Kiritimati', 'Pacific/Pago_Pago', 'America/New_York', 'Asia/Kathmandu'].map((zone) => {
    process.env.TZ = zone;
    return questions.map((question) => calculateDeadline(question));
  });
  for (const result of results) expect(result).toEqual(results[0]);
});

test('whatever comes in, the answer is a deadline or a refusal in words with a next step', () => {
  const good = generatedInput(seeded(3));
  const hostile = fc.oneof(
    fc.anything(),
    fc.record({
      regime: fc.constantFrom('reg-z', 'fl-far-bar', '__proto__', 'toString'),
      clock: fc.string(),
      inputs: fc.anything(),
      formVersion: fc.string(),
      zone: fc.string(),
    }),
    fc.tuple(fc.constantFrom(...Object.keys(good)), fc.anything()).map(([name, value]) => ({ ...good, [name]: value })),
    fc.tuple(input, fc.nat(9), fc.anything()).map(([question, pick, value]) => {
      const names = Object.keys(question.inputs);
      return { ...question, inputs: { ...question.inputs, [names[pick % names.length]!]: value } };
    }),
  );
  fc.assert(
    fc.property(hostile, (question) => {
      try {
        calculateDeadline(question);
      } catch (error) {
        if (!(error instanceof DomainError)) throw error;
        expect(error.message.length > 10 && error.nextStep.length > 10).toBe(true);
      }
    }),
    { numRuns: 4000 },
  );
});
