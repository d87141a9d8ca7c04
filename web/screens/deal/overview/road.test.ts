import { describe, expect, it } from 'vitest';
import { dealStages } from '../../../../domain/closing/course.ts';
import type { Deadline } from '../use-deal.ts';
import { endedEarly, phases, progress, steps } from './road.ts';

const deadline = (clock: string, date: string | null, status = 'pending'): Deadline =>
  ({ clock, title: clock, date, status, dueAt: date && `${date}T23:00:00.000Z`, waitsFor: date ? [] : ['surveyReceivedDate'] }) as unknown as Deadline;

describe('the road map', () => {
  it.each(['wholesale', 'buyer', 'listing'])('has every stage of a deal of the %s side on the way exactly once', (side) => {
    for (const stage of dealStages.filter((each) => !endedEarly(each))) {
      const way = phases(side, stage);
      // A listing has no offer of ours to approve or follow up.
      if (side === 'listing' && (stage === 'approval' || stage === 'following-up')) continue;
      if (side !== 'listing' && stage === 'listed') continue;
      expect(way.filter(({ state }) => state === 'now').length, stage).toBe(stage === 'closed' ? 0 : 1);
    }
    expect(phases(side, 'closed').every(({ state }) => state === 'done')).toBe(true);
  });

  it('knows the ends without a closing', () => {
    expect(dealStages.filter(endedEarly)).toEqual(['declined', 'expired', 'fell-through', 'dead']);
  });

  it('puts steps in the order of their dates, those without one last, and counts those that count', () => {
    const all = steps([
      deadline('survey', null),
      deadline('closing', '2026-12-30'),
      deadline('option', '2026-12-10', 'satisfied'),
      deadline('loan', '2026-12-20', 'waived'),
    ]);
    expect(all.map(({ clock }) => clock)).toEqual(['option', 'loan', 'closing', 'survey']);
    expect(progress(all)).toMatchObject({ done: 1, of: 3, next: { clock: 'closing' } });
  });

  it('puts what was missed first', () => {
    expect(progress(steps([deadline('option', '2026-12-10'), deadline('loan', '2026-12-12', 'breached')])).next?.clock).toBe('loan');
  });
});
