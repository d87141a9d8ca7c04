import { upsertSearchAttributes } from '@temporalio/workflow';
import { day, since as sinceWords } from '../../domain/closing/course.ts';
import { showCard } from '../card.ts';
import { blocked, blockedOn, deadline, stage as stageAttribute } from '../search-attributes.ts';
import type { EnvelopeAnswer, EnvelopeInput, EnvelopeStage, EnvelopeStatus, TimelineEntry } from './messages.ts';

const iso = (): string => new Date().toISOString();
/** An envelope has at most fifty signers, and each does a few things. */
const seenLimit = 200;
const historyLimit = 100;
const ends: readonly EnvelopeStage[] = ['completed', 'declined', 'voided', 'expired', 'failed'];

export type EnvelopeRun = ReturnType<typeof createEnvelopeRun>;

/** The state of one envelope's run and its transitions; no awaits, so handlers and the story never interleave inside one. */
export function createEnvelopeRun(input: EnvelopeInput) {
  let stage: EnvelopeStage = 'sending';
  let waitingFor: string | null = null;
  let since = iso();
  let dueAt: string | null = null;
  let zone = 'UTC';
  let why: string | null = null;
  let voidWanted = false;
  let correctionWanted = false;
  let version = 0;
  let shown = '';
  const history: TimelineEntry[] = [{ at: iso(), what: 'signatures asked for' }];
  const seen: string[] = [];

  const note = (what: string): void => {
    history.push({ at: iso(), what });
    if (history.length > historyLimit) history.shift();
  };
  const move = (next: EnvelopeStage, whom: string | null, due: string | null): void => {
    if (stage !== next || waitingFor !== whom) since = iso();
    [stage, waitingFor, dueAt] = [next, whom, due];
    version++;
  };
  const isOver = (): boolean => ends.includes(stage);
  const over = (end: EnvelopeStage): void => {
    if (isOver()) return;
    move(end, end === 'completed' ? 'the signed document' : null, null);
    note(end === 'completed' ? 'signed by all' : end);
  };

  const explain = (): string => {
    const from = sinceWords(since, zone);
    const ends = stage === 'blocked' ? '; next: its report ends it here too' : '; next: what the provider reports';
    const next = dueAt === null ? ends : `; ${stage === 'looking' ? 'looked for again' : 'expires'} ${day(dueAt, zone)}`;
    if (isOver()) return waitingFor ? `signed by all; waiting for ${waitingFor} ${from}; next: it is filed` : `ended: ${stage}${why ? ` (${why})` : ''}`;
    if (voidWanted) return `waiting for the signature provider to end it ${from}; next: the signers are told, and it ends`;
    return waitingFor === null ? `handing it to the signature provider ${from}; next: its first signer is asked` : `waiting for ${waitingFor} ${from}${next}`;
  };

  return {
    get stage(): EnvelopeStage {
      return stage;
    },
    get dueAt(): string | null {
      return dueAt;
    },
    /** Grows with all news. */
    get version(): number {
      return version;
    },
    isOver,
    /** Only what is with its signers can be corrected there. */
    wantsCorrection: (): boolean => correctionWanted && stage === 'out',
    wantsVoid: (): boolean => voidWanted,
    /** What an activity found. News that came while it worked, an end above all, is not undone by it. */
    found(answer: EnvelopeAnswer) {
      if (isOver()) return;
      if ('zone' in answer) zone = answer.zone;
      switch (answer.kind) {
        case 'out':
          if (stage !== 'out') note('out for signature');
          return move('out', answer.waitingFor, answer.expiresAt);
        case 'unclear':
          if (stage === 'out') return;
          note('whether the provider took it is not known; it is looked for');
          return move('looking', 'the signature provider to show whether it took it', answer.lookAgainAt);
        case 'unknown':
          if (stage === 'out') return;
          note('not found; a person looks for it');
          return move('unknown', 'a person to look for it at the signature provider', answer.expiresAt);
        case 'refused':
          why = answer.why;
          note(`refused: ${answer.why}`);
          return move('failed', null, null);
        case 'ended':
          return over(answer.status as EnvelopeStage);
        default:
          answer satisfies never;
      }
    },
    progressed(what: string, whom: string, expiresAt: string | null) {
      note(what);
      if (!isOver() && !voidWanted) move('out', whom, expiresAt ?? dueAt);
    },
    over,
    voidRequested(reason: string) {
      if (isOver()) return;
      voidWanted = true;
      since = iso();
      version++;
      note(`to be ended: ${reason}`);
    },
    signersChanged() {
      if (isOver()) return;
      correctionWanted = true;
      version++;
      note('the contact data of a signer changed');
    },
    correcting() {
      correctionWanted = false;
    },
    corrected({ corrected, refused }: { corrected: number; refused: number }) {
      if (corrected > 0) note(`${corrected === 1 ? 'one signer' : `${corrected} signers`} corrected at the signature provider`);
      if (refused > 0) note('the signature provider did not correct a signer; a person does');
    },
    expired() {
      voidWanted = true;
      since = iso();
      note('not signed by all in time');
    },
    /** The provider would not end it: a person does, and its report ends the run. */
    notEnded(reason: string) {
      voidWanted = false;
      // A report of its end came first.
      if (isOver()) return;
      note(`could not be ended: ${reason}`);
      move('blocked', 'a person to end it at the signature provider', null);
    },
    closed({ filed }: { filed: boolean }) {
      waitingFor = null;
      if (stage === 'completed') note(filed ? 'the signed document is filed' : 'the signed document could not be fetched');
    },
    once(eventId: string, act: () => void) {
      if (seen.includes(eventId)) return;
      seen.push(eventId);
      if (seen.length > seenLimit) seen.shift();
      act();
    },
    explain,
    status: (): EnvelopeStatus => ({ stage, waitingFor, waitingSince: since, expiresAt: stage === 'looking' ? null : dueAt }),
    timeline: (): TimelineEntry[] => [
      ...history,
      ...(dueAt ? [{ at: dueAt, what: stage === 'looking' ? 'planned: look for it again' : 'planned: it expires' }] : []),
    ],
    /** The live card; visibility only when what it shows changes, because each upsert is an action. */
    show() {
      const blocking = stage === 'unknown' || stage === 'blocked';
      const mark = `${stage}/${dueAt ?? ''}`;
      if (mark !== shown) {
        upsertSearchAttributes([
          { key: stageAttribute, value: stage },
          { key: blocked, value: blocking },
          { key: blockedOn, value: blocking ? 'signature-provider' : null },
          { key: deadline, value: dueAt ? new Date(dueAt) : null },
        ]);
        shown = mark;
      }
      showCard(
        `### Envelope ${input.envelopeNo} of deal ${input.dealNo}: ${stage}`,
        explain(),
        ...history.slice(-8).map(({ at, what }) => `- ${day(at, zone)}: ${what}`),
      );
    },
  };
}
