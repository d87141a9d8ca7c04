import { upsertSearchAttributes, workflowInfo } from '@temporalio/workflow';
import { since } from '../../domain/closing/course.ts';
import { type Answer, advance, type Course, decide, explain, type Move, newCourse, stepOf } from '../../domain/outreach/course.ts';
import { doWords, stepWords } from '../../domain/outreach/words.ts';
import { showCard } from '../card.ts';
import { blocked, blockedOn, stage } from '../search-attributes.ts';
import type { FollowUpCarried, FollowUpInput, FollowUpStatus, TimelineEntry } from './messages.ts';

type Taking = Extract<Move, { kind: 'take' | 'skip' }>;
const iso = (): string => new Date().toISOString();
/** Long enough to recognise any repeat the relay can make, short enough to carry. */
const seenLimit = 100;
const historyLimit = 60;
/** A cold wake-up replays the whole history: fresh ones stay cheap. */
const eventLimit = 400;

export type FollowUpRun = ReturnType<typeof createFollowUpRun>;

/** The state of one enrolment's run and its transitions; no awaits, so handlers and the story never interleave inside one. */
export function createFollowUpRun(input: FollowUpInput) {
  const { definition } = input;
  let course: Course = input.carried?.course ?? newCourse(definition);
  const history: TimelineEntry[] = input.carried?.history ?? [{ at: iso(), what: `enrolled (number ${input.enrolmentNo})` }];
  const seen: string[] = input.carried?.seen ?? [];
  let version = 0;
  let releases = 0;
  let shown = 'following-up';
  let following: FollowUpInput | null = null;

  const note = (what: string): void => {
    history.push({ at: iso(), what });
    if (history.length > historyLimit) history.shift();
  };
  const change = (changes: Partial<Course>): void => {
    course = { ...course, ...changes };
    version++;
  };
  /** The last thing that happened to it is what it stands still since. */
  const explanation = (): string => `${explain(definition, course)}${course.end === null ? ` (${since(history.at(-1)!.at, 'UTC')})` : ''}`;
  const step = () => stepOf(definition, course.plan.step);

  return {
    get course(): Course {
      return course;
    },
    /** Grows with everything that may change what to do next. */
    get version(): number {
      return version;
    },
    get releases(): number {
      return releases;
    },
    get following(): FollowUpInput | null {
      return following;
    },
    decide: (): Move => decide(definition, course, Date.now()),
    /** Somebody wants the step in progress given up; it is, unless it is being done right now. */
    interrupted: (): boolean => course.stop !== null || course.skip !== null || course.paused,
    /** Once per event, and only for this enrolment: a later one may live under the same id. */
    once(eventId: string, enrolmentId: string, act: () => void) {
      if (enrolmentId !== input.enrolmentId || seen.includes(eventId)) return;
      seen.push(eventId);
      if (seen.length > seenLimit) seen.shift();
      act();
    },
    stop(reason: string) {
      note(`asked to stop: ${reason}`);
      change({ stop: course.stop ?? reason });
    },
    pause() {
      note('paused');
      change({ paused: true });
    },
    release(what: string) {
      releases++;
      note(what);
      change({ paused: what === 'released' ? course.paused : false, hold: null });
    },
    sendAgain: (id: string) => change({ again: [...course.again, id] }),
    enrolled(next: FollowUpInput) {
      if (next.enrolmentId !== input.enrolmentId) following = next;
    },
    skip: (by: string) => change({ skip: { by } }),
    taken(move: Taking, answer: Answer, releasesBefore: number) {
      // The hold was lifted while the answer was under way: ask again.
      if (answer.kind === 'held' && releases !== releasesBefore) return;
      course = advance(course, move, answer);
      if (answer.kind === 'taken') note(`${stepWords(move.step)}: ${answer.outcome}${answer.why ? ` (${answer.why})` : ''}`);
      if (answer.kind === 'held') note(`${stepWords(move.step)}: held, ${answer.why}`);
    },
    closed(outcome: 'archived' | 'stopped', reason: string | null) {
      course = { ...course, end: outcome };
      note(`${outcome}${reason ? `: ${reason}` : ''}`);
    },
    status: (): FollowUpStatus => ({
      state: course.end ?? (course.paused ? 'paused' : course.hold ? 'held' : 'waiting'),
      step: course.plan.step,
      dueAt: course.plan.dueAt,
      paused: course.paused,
      heldBy: course.hold?.by ?? null,
      stopReason: course.stop,
      visits: course.visits,
    }),
    timeline: (): TimelineEntry[] => [
      ...history,
      ...(course.end === null && course.plan.dueAt ? [{ at: course.plan.dueAt, what: `planned: ${doWords(step())}` }] : []),
    ],
    explain: explanation,
    refuseSkip: (wanted: string): string | null => {
      if (course.end || course.stop) return 'the follow-up has ended';
      if (step().kind === 'archive') return 'nothing is left to skip';
      return wanted === course.plan.step ? null : `the next step is "${course.plan.step}", not "${wanted}"`;
    },
    /** A quiet point of a long history. */
    long: (): boolean => workflowInfo().historyLength > eventLimit || workflowInfo().continueAsNewSuggested,
    carry: (): FollowUpCarried => ({ course, history, seen }),
    /** The live card; visibility only when the stage changes, because each upsert is an action. */
    show() {
      const now = course.paused ? 'paused' : course.hold ? 'held' : 'following-up';
      if (now !== shown && course.end === null) {
        upsertSearchAttributes([
          { key: stage, value: now },
          { key: blocked, value: now !== 'following-up' },
          { key: blockedOn, value: course.paused ? 'person' : (course.hold?.by ?? null) },
        ]);
        shown = now;
      }
      showCard(
        `### Follow-up of lead ${input.leadNo}: ${course.end ?? now}`,
        explanation(),
        ...history.slice(-8).map(({ at, what }) => `- ${at.slice(0, 16).replace('T', ' ')}Z ${what}`),
      );
    },
  };
}
