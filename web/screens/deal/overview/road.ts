import { dealStages } from '../../../../domain/closing/course.ts';
import type { Deadline } from '../use-deal.ts';

export type Phase = { name: string; stages: readonly string[]; state: 'done' | 'now' | 'ahead' };

const offering: Omit<Phase, 'state'>[] = [
  { name: 'Offer drafted', stages: ['open', 'drafting', 'blocked'] },
  { name: 'Approval', stages: ['approval'] },
  { name: 'Follow-up', stages: ['following-up'] },
];
const listing: Omit<Phase, 'state'>[] = [{ name: 'On the market', stages: ['open', 'drafting', 'blocked', 'listed'] }];
const file: Omit<Phase, 'state'>[] = [
  { name: 'Accepted', stages: ['accepted'] },
  { name: 'Under contract', stages: ['under-contract'] },
  { name: 'Closing', stages: ['closing'] },
  { name: 'Closed', stages: ['closed'] },
];

/** The way of a deal of this side, with what lies behind, where it is, and the stages still to come. A deal that ended otherwise stops where it had come to. */
export function phases(side: string, stage: string): Phase[] {
  const way = [...(side === 'listing' ? listing : offering), ...file];
  const at = way.findIndex(({ stages }) => stages.includes(stage));
  return way.map((phase, index) => ({
    ...phase,
    state: at < 0 ? 'ahead' : index < at || (index === at && stage === 'closed') ? 'done' : index === at ? 'now' : 'ahead',
  }));
}

/** It ended without a closing. */
export const endedEarly = (stage: string): boolean => dealStages.indexOf(stage as never) > dealStages.indexOf('closed');

export type Step = {
  clock: string;
  title: string;
  date: string | null;
  state: 'done' | 'missed' | 'off' | 'paused' | 'ahead';
  waitsFor: string[];
  status: string;
};

const states: Record<string, Step['state']> = { satisfied: 'done', breached: 'missed', waived: 'off', terminated: 'off', lapsed: 'off', tolled: 'paused' };
/** The milestones of a contract in the order of their dates; those without one yet come last. */
export const steps = (deadlines: readonly Deadline[]): Step[] =>
  [...deadlines]
    .sort((a, b) => (a.dueAt ?? '9').localeCompare(b.dueAt ?? '9'))
    .map(({ clock, title, date, status, waitsFor }) => ({ clock, title, date, status, waitsFor, state: states[status] ?? 'ahead' }));

/** `3 of 9`, of those that count, and the nearest that is still open. */
export function progress(all: readonly Step[]): { done: number; of: number; next: Step | null } {
  const counted = all.filter(({ state }) => state !== 'off');
  return {
    done: counted.filter(({ state }) => state === 'done').length,
    of: counted.length,
    next: counted.find(({ state }) => state === 'missed') ?? counted.find(({ state, date }) => state === 'ahead' && date !== null) ?? null,
  };
}
