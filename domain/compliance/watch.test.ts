import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { markTold, nameOf, standardWatch, type Told, type Watched, watchPlan } from './watch.ts';

const dueAt = '2026-12-10T23:00:00.000Z';
const at = (hoursBefore: number): string => new Date(Date.parse(dueAt) - hoursBefore * 3_600_000).toISOString();
const pending = (told: Told[] = []): Watched => ({ status: 'pending', dueAt, told });
const acts = (watched: Watched, now: string): string[] => watchPlan(watched, standardWatch, now).act.map(nameOf);

/** Looks at each of these instants, keeping its marks, as the run does; with the breach the clock is pending no more. */
function walk(instants: string[], watched = pending()): { at: string; act: string[] }[] {
  let { told, status } = watched;
  return instants.map((now) => {
    const plan = watchPlan({ ...watched, status, told }, standardWatch, now);
    told = markTold({ ...watched, told }, standardWatch, plan.act, now);
    if (plan.act.some(({ step }) => step === 'breach')) status = 'breached';
    return { at: now, act: plan.act.map(nameOf) };
  });
}

describe('watchPlan', () => {
  it('sleeps to the lead time, then reminds, flags 48 hours later, tells coordinator and broker, and records the breach', () => {
    expect(watchPlan(pending(), standardWatch, at(100))).toEqual({ act: [], nextAt: at(72), next: { step: 'approaching' } });
    expect(walk([at(72), at(48), at(24), at(12), at(-1)])).toEqual([
      { at: at(72), act: ['approaching', 'reminder-72'] },
      { at: at(48), act: ['reminder-48'] },
      { at: at(24), act: ['reminder-24', 'flag', 'escalate-coordinator'] },
      { at: at(12), act: ['escalate-broker'] },
      { at: at(-1), act: ['breach'] },
    ]);
  });

  it('gives one reminder for all that were missed, and never skips the breach for them', () => {
    expect(acts(pending(), at(10))).toEqual(['approaching', 'reminder-24']);
    expect(acts(pending(), at(-500))).toEqual(['breach']);
  });

  it('does nothing twice, whenever it looks again', () => {
    expect(walk([at(72), at(72), at(71), at(24), at(24)]).map(({ act }) => act)).toEqual([
      ['approaching', 'reminder-72'],
      [],
      [],
      ['reminder-24', 'flag', 'escalate-coordinator'],
      [],
    ]);
  });

  it('begins anew for a moved date, and is silent about a clock that is settled or has no date', () => {
    const told: Told[] = [{ step: 'approaching', at: at(72), dueAt: at(24) }];
    expect(acts(pending(told), at(71))).toEqual(['approaching', 'reminder-72']);
    expect(watchPlan({ status: 'satisfied', dueAt, told: [] }, standardWatch, at(-1))).toEqual({ act: [], nextAt: null, next: null });
    expect(watchPlan({ status: 'pending', dueAt: null, told: [] }, standardWatch, at(0))).toEqual({ act: [], nextAt: null, next: null });
  });

  it('records the breach once more of a clock that was missed, taken back and is still over: it never waits for nothing', () => {
    const told: Told[] = ['approaching', 'breach'].map((step) => ({ step, at: at(-1), dueAt }));
    expect(acts(pending(told), at(-2))).toEqual(['breach']);
    expect(watchPlan(pending(told), standardWatch, at(1)).nextAt).not.toBeNull();
  });

  it('whatever the instants of its looks: a breach exactly once after the deadline, no step twice, and a look ahead until then', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: -200, max: 400 }), { minLength: 1, maxLength: 20 }), (hours) => {
        const instants = [...hours].sort((a, b) => b - a).map(at);
        const all = walk([...instants, at(-201)]).flatMap(({ act }) => act);
        expect(all.filter((step) => step === 'breach')).toHaveLength(1);
        expect(new Set(all).size).toBe(all.length);
        expect(all.at(-1)).toBe('breach');
        for (const now of instants.filter((instant) => instant <= dueAt)) expect(watchPlan(pending(), standardWatch, now).nextAt).not.toBeNull();
      }),
    );
  });
});
