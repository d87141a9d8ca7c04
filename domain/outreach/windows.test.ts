import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { minuteOfDay } from '../time/zoned.ts';
import { callingWindow, windowSpan } from './windows.ts';

const at = (text: string): Date => new Date(text);
const in_ = (...zones: string[]) => zones.map((zone) => ({ state: null, zone }));

describe('callingWindow', () => {
  it.each([
    ['the last permitted second', '2026-11-24T03:59:59Z', 'America/Denver', null],
    ['21:00:00 is too late', '2026-11-24T04:00:00Z', 'America/Denver', '2026-11-24T15:00:00Z'],
    ['a planned send that wakes outside', '2026-11-24T05:05:00Z', 'America/Los_Angeles', '2026-11-24T16:00:00Z'],
    ['8:00:00 is open', '2026-11-24T14:00:00Z', 'America/Chicago', null],
    ['a second before 8:00', '2026-11-24T13:59:59.999Z', 'America/Chicago', '2026-11-24T14:00:00Z'],
    ['the night the clocks go forward', '2026-03-08T09:30:00Z', 'America/New_York', '2026-03-08T12:00:00Z'],
    ['the night the clocks go back', '2026-11-01T07:30:00Z', 'America/New_York', '2026-11-01T13:00:00Z'],
    ['Arizona keeps standard time', '2026-07-15T14:59:00Z', 'America/Phoenix', '2026-07-15T15:00:00Z'],
  ])('%s', (_name, instant, zone, next) => {
    expect(callingWindow(at(instant), in_(zone))).toEqual({ allowed: next === null, nextAllowedAt: at(next ?? instant) });
  });

  it('asks every place a person may be in', () => {
    expect(windowSpan('2026-11-23', in_('America/New_York', 'America/Chicago'))).toEqual({
      opensAt: at('2026-11-23T14:00:00Z'),
      closesAt: at('2026-11-24T02:00:00Z'),
    });
    expect(callingWindow(at('2026-11-23T13:30:00Z'), in_('America/New_York', 'America/Chicago')).nextAllowedAt).toEqual(at('2026-11-23T14:00:00Z'));
  });

  it('finds what is open at once even where the dates differ', () => {
    const { nextAllowedAt } = callingWindow(at('2026-11-23T14:00:00Z'), in_('America/New_York', 'Pacific/Guam'));
    for (const zone of ['America/New_York', 'Pacific/Guam']) expect(minuteOfDay(nextAllowedAt, zone)).toBeGreaterThanOrEqual(8 * 60);
  });

  it('never allows an instant outside 8 to 21 anywhere, and never waits when it need not', () => {
    const zones = ['America/New_York', 'America/Chicago', 'America/Phoenix', 'America/Los_Angeles', 'America/Anchorage', 'Pacific/Honolulu'];
    const instants = fc.integer({ min: Date.UTC(2026, 0, 1), max: Date.UTC(2027, 11, 31) });
    fc.assert(
      fc.property(instants, fc.subarray(zones, { minLength: 1 }), (ms, chosen) => {
        const { allowed, nextAllowedAt } = callingWindow(new Date(ms), in_(...chosen));
        const open = (instant: Date): boolean => chosen.every((zone) => minuteOfDay(instant, zone) >= 480 && minuteOfDay(instant, zone) < 1260);
        expect(open(nextAllowedAt)).toBe(true);
        expect(allowed).toBe(open(new Date(ms)));
        if (!allowed) expect(open(new Date(nextAllowedAt.getTime() - 1))).toBe(false);
      }),
      { numRuns: 200 },
    );
  });
});
