import type { Role } from '../agents/access.ts';
import type { ClockStatus } from './file.ts';

/** When people hear of a deadline; per brokerage. */
export type WatchSettings = {
  /** Hours before the deadline at which it counts as approaching. */
  leadHours: number;
  /** Hours before the deadline at which the one who acts is reminded. */
  reminderHours: number[];
  /** Hours after it began to approach at which, still without evidence, the deal is flagged. */
  flagAfterHours: number;
  /** Who is told once it is flagged, each so many hours after the flag. */
  ladder: { role: Role; afterHours: number }[];
};

export const standardWatch: WatchSettings = {
  leadHours: 72,
  reminderHours: [72, 48, 24],
  flagAfterHours: 48,
  ladder: [
    { role: 'coordinator', afterHours: 0 },
    { role: 'broker', afterHours: 12 },
  ],
};

/** What was done about a deadline, for which instant: a moved date begins anew. ISO instants. */
export type Told = { step: string; at: string; dueAt: string };

export type WatchStep =
  | { step: 'approaching' }
  | { step: 'reminder'; hours: number }
  | { step: 'flag' }
  | { step: 'escalate'; role: string }
  | { step: 'breach' };

export type Watched = { status: ClockStatus; dueAt: string | null; told: readonly Told[] };
/** `act`: to be done now, in this order; `nextAt`: when to look again, null when only news can change anything. */
export type WatchPlan = { act: WatchStep[]; nextAt: string | null; next: WatchStep | null };

/** A right may end unused: those it concerns are reminded, nobody is told up the ladder. */
export const ofRight = (settings: WatchSettings): WatchSettings => ({ ...settings, flagAfterHours: Number.POSITIVE_INFINITY, ladder: [] });

const hourMs = 3_600_000;
/** 23:59 stands for the end of the day, so a deadline is missed when its minute is over. */
const graceMs = 60_000;

/** Whether the minute in which a deadline ends is over. */
export const isOver = (dueAt: Date, now: Date): boolean => dueAt.getTime() + graceMs <= now.getTime();

export const nameOf = (step: WatchStep): string =>
  step.step === 'reminder' ? `reminder-${step.hours}` : step.step === 'escalate' ? `escalate-${step.role}` : step.step;

/**
 * What is due about a deadline at `now`, and when the next thing is. It never walks a fixed list: after a pause, or for a date moved into
 * the past, one reminder stands for all that were missed, and a breach is never skipped.
 */
export function watchPlan({ status, dueAt, told }: Watched, settings: WatchSettings, now: string): WatchPlan {
  if (status !== 'pending' || dueAt === null) return { act: [], nextAt: null, next: null };
  const [due, at] = [Date.parse(dueAt), Date.parse(now)];
  const act: WatchStep[] = [];
  // Steps are found one after another, because a flag's instant hangs on when the approach was told.
  // A pending clock is not missed, whatever its marks say: taken back after the breach and still over, it is missed once more.
  const done = told.filter((entry) => entry.dueAt === dueAt && entry.step !== 'breach');
  for (;;) {
    const open = stepsAhead(due, settings, done);
    const ripe = open.filter((entry) => entry.at <= at);
    if (ripe.length === 0) return { act, nextAt: open[0] ? new Date(open[0].at).toISOString() : null, next: open[0]?.step ?? null };
    const breach = ripe.find(({ step }) => step.step === 'breach');
    const chosen = breach ?? ripe[0]!;
    const missed = breach ? open : chosen.step.step === 'reminder' ? ripe.filter(({ step }) => step.step === 'reminder') : [chosen];
    const shown = chosen.step.step === 'reminder' ? missed.at(-1)! : chosen;
    act.push(shown.step);
    for (const { step } of missed) done.push({ step: nameOf(step), at: now, dueAt });
  }
}

/** What is still to be done, earliest first. */
function stepsAhead(due: number, settings: WatchSettings, done: readonly Told[]): { step: WatchStep; at: number }[] {
  const doneAt = (name: string): number | null => {
    const entry = done.find(({ step }) => step === name);
    return entry ? Date.parse(entry.at) : null;
  };
  if (doneAt('breach') !== null) return [];
  const steps: { step: WatchStep; at: number }[] = [{ step: { step: 'approaching' }, at: due - settings.leadHours * hourMs }];
  for (const hours of settings.reminderHours) steps.push({ step: { step: 'reminder', hours }, at: due - hours * hourMs });
  const approached = doneAt('approaching');
  const flagAt = approached === null ? null : approached + settings.flagAfterHours * hourMs;
  if (flagAt !== null && flagAt <= due) steps.push({ step: { step: 'flag' }, at: flagAt });
  const flagged = doneAt('flag');
  if (flagged !== null)
    for (const { role, afterHours } of settings.ladder)
      if (flagged + afterHours * hourMs <= due) steps.push({ step: { step: 'escalate', role }, at: flagged + afterHours * hourMs });
  steps.push({ step: { step: 'breach' }, at: due + graceMs });
  return steps.filter(({ step }) => doneAt(nameOf(step)) === null).sort((a, b) => a.at - b.at);
}

/** Marks for what was acted on, so that a repeat does nothing; reminders that one stood for count as given. */
export function markTold({ dueAt, told }: Watched, settings: WatchSettings, act: readonly WatchStep[], now: string): Told[] {
  if (dueAt === null) return [...told];
  const given = act.flatMap((step) =>
    step.step === 'reminder'
      ? settings.reminderHours.filter((hours) => hours >= step.hours).map((hours) => nameOf({ step: 'reminder', hours }))
      : [nameOf(step)],
  );
  const fresh = given.filter((step) => !told.some((entry) => entry.step === step && entry.dueAt === dueAt));
  return [...told, ...fresh.map((step) => ({ step, at: now, dueAt }))].slice(-toldLimit);
}
/** Forty amendments, each with its own steps, stay well below it. */
const toldLimit = 400;

/** "a reminder to the coordinator" … for people. */
export function stepWords(step: WatchStep, actor: string): string {
  switch (step.step) {
    case 'approaching':
      return 'it counts as approaching';
    case 'reminder':
      return `a reminder about the ${actor}'s duty, ${step.hours} hours ahead`;
    case 'flag':
      return 'the deal is flagged';
    case 'escalate':
      return `the ${step.role} is told`;
    case 'breach':
      return 'it is missed';
    default:
      return step satisfies never;
  }
}
