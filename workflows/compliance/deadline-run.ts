import { upsertSearchAttributes, workflowInfo } from '@temporalio/workflow';
import { day, since as sinceWords } from '../../domain/closing/course.ts';
import { showCard } from '../card.ts';
import { blocked, blockedOn, deadline, stage } from '../search-attributes.ts';
import type { DeadlineCarried, DeadlineInput, DeadlineStatus, TimelineEntry, WatchLook } from './messages.ts';

const iso = (): string => new Date().toISOString();
/** Long enough to recognise any repeat the relay can make, short enough to carry. */
const seenLimit = 100;
const historyLimit = 60;
/** A cold wake-up replays the whole history: fresh ones stay cheap, also after forty amendments in a row. */
const eventLimit = 300;

export type DeadlineRun = ReturnType<typeof createDeadlineRun>;

const unread: WatchLook = { kind: 'waiting', dueAt: null, nextAt: null, evidence: '', next: null, zone: 'UTC', flagged: false, told: [] };

/** The state of one watcher and its transitions; no awaits, so handlers and the story never interleave inside one. */
export function createDeadlineRun(input: Pick<DeadlineInput, 'dealNo' | 'title'> & { carried?: DeadlineCarried }) {
  let current: WatchLook = input.carried?.look ?? unread;
  let mustLook = input.carried?.mustLook ?? true;
  let version = 0;
  let shown = '';
  let since = input.carried?.since ?? iso();
  const history: TimelineEntry[] = input.carried?.history ?? [{ at: iso(), what: 'watching begins' }];
  const seen: string[] = input.carried?.seen ?? [];

  const note = (what: string): void => {
    history.push({ at: iso(), what });
    if (history.length > historyLimit) history.shift();
  };
  const when = (instant: string): string => day(instant, current.kind === 'waiting' ? current.zone : 'UTC');

  const stateOf = (): string => (current.kind === 'ended' ? 'ended' : current.flagged ? 'flagged' : 'watching');
  const card = (): void =>
    showCard(`### Deal ${input.dealNo}, ${input.title}: ${stateOf()}`, explain(), ...history.slice(-8).map(({ at, what }) => `- ${when(at)}: ${what}`));

  const explain = (): string => {
    if (current.kind === 'ended') return `ended: ${current.why}`;
    if (current === unread) return `reading the facts ${sinceWords(since, 'UTC')}; next: it waits for its evidence`;
    const { dueAt, evidence, next, nextAt, flagged, zone } = current;
    const until = dueAt ? ` until ${when(dueAt)}` : '';
    const then = next && nextAt ? `${next} on ${when(nextAt)}` : 'a person or a fact changes it';
    return `waiting for ${evidence}${until}${flagged ? ' (flagged)' : ''} ${sinceWords(since, zone)}; next: ${then}`;
  };

  return {
    get current(): WatchLook {
      return current;
    },
    /** Grows with all news. */
    get version(): number {
      return version;
    },
    mustLook: (): boolean => mustLook,
    lookSummary: (): string => `Look at ${input.title.toLowerCase()}: ${history.at(-1)!.what}`.slice(0, 200),
    /** What the facts say, unless news came meanwhile: then it looks once more. */
    read(found: WatchLook, versionBefore: number) {
      mustLook = version !== versionBefore;
      if (found.kind === 'waiting' && (current.kind !== 'waiting' || found.evidence !== current.evidence || found.dueAt !== current.dueAt)) since = iso();
      current = found;
      for (const what of found.told) note(what);
      if (found.kind === 'ended') note(`ended: ${found.why}`);
    },
    woke() {
      mustLook = true;
      version++;
      note('it is time');
    },
    once(eventId: string, what: string) {
      if (seen.includes(eventId)) return;
      seen.push(eventId);
      if (seen.length > seenLimit) seen.shift();
      note(what);
      mustLook = true;
      version++;
    },
    explain,
    status: (): DeadlineStatus =>
      current.kind === 'ended'
        ? { state: 'ended', dueAt: null, nextAt: null, flagged: false }
        : { state: current === unread ? 'reading' : 'waiting', dueAt: current.dueAt, nextAt: current.nextAt, flagged: current.flagged },
    timeline: (): TimelineEntry[] => [
      ...history,
      ...(current.kind === 'waiting' && current.nextAt && current.next ? [{ at: current.nextAt, what: `planned: ${current.next}` }] : []),
      ...(current.kind === 'waiting' && current.dueAt ? [{ at: current.dueAt, what: `deadline: ${input.title}` }] : []),
    ],
    /** A long history; what came in meanwhile is carried as a look to be taken. */
    long: (): boolean => workflowInfo().historyLength > eventLimit || workflowInfo().continueAsNewSuggested,
    carry: (): DeadlineCarried => ({ look: current, mustLook, history, seen, since }),
    /** The live card; visibility only when what it shows changes, because each upsert is an action. */
    show() {
      const state = stateOf();
      const mark = `${state}/${current.kind === 'waiting' ? current.dueAt : ''}`;
      if (mark !== shown && current !== unread) {
        upsertSearchAttributes([
          { key: stage, value: state },
          { key: blocked, value: state === 'flagged' },
          { key: blockedOn, value: state === 'flagged' ? 'evidence' : null },
          { key: deadline, value: current.kind === 'waiting' && current.dueAt ? new Date(current.dueAt) : null },
        ]);
        shown = mark;
      }
      card();
    },
    /** By itself it leaves the visibility alone, which a fresh history finds as it was. */
    card,
  };
}
