/** From the first offer to the closing table, and the ends on the way. */
export const dealStages = [
  ...(['open', 'drafting', 'blocked', 'approval', 'following-up', 'listed', 'accepted', 'under-contract', 'closing'] as const),
  ...(['closed', 'declined', 'expired', 'fell-through', 'dead'] as const),
] as const;
export type DealStage = (typeof dealStages)[number];
export type Outcome = Extract<DealStage, 'closed' | 'declined' | 'expired' | 'fell-through' | 'dead'>;
/** The seller has accepted: from here on the facts of the file say where the deal stands. */
export const fileStages: readonly DealStage[] = ['accepted', 'under-contract', 'closing'];

/** Where a deal's run stands. Instants are ISO text in business time. */
export type Course = {
  stage: DealStage;
  since: string;
  /** Whom or what it waits for, in plain words; null while it works or is closed. */
  waitingFor: string | null;
  /** The next instant the run acts by itself. */
  dueAt: string | null;
  offer: { offerId: string; offerNo: number } | null;
  /** The newest request that is not yet drafted: it replaces what is open. */
  requested: { offerId: string; offerNo: number } | null;
  approvedOfferId: string | null;
  outcome: { outcome: Outcome; reason: string | null } | null;
  /** What the follow-up does next, in plain words. */
  followUp: string | null;
  /** The seller wrote and nobody has acted on it yet. */
  replied: boolean;
  /** The row does not yet say what the run waits for. */
  rowIsBehind: boolean;
  /** The seller's own listing: buyers make the offers, and its facts lead from the start. */
  listing?: true;
  /** Facts of the file came in that have not been looked at. */
  fileIsBehind: boolean;
  /** Position in the event log up to which the file's facts have been taken in. */
  takenIn: number;
};

export const newCourse = (now: string): Course => ({
  stage: 'open',
  since: now,
  waitingFor: null,
  dueAt: null,
  offer: null,
  requested: null,
  approvedOfferId: null,
  outcome: null,
  followUp: null,
  replied: false,
  rowIsBehind: false,
  fileIsBehind: false,
  takenIn: 0,
});

/** `Deal 26 fell through`, `Deal 9 is dead`. */
export const standing = (dealNo: number, stage: string): string => `Deal ${dealNo} ${stage === 'fell-through' ? 'fell through' : `is ${stage}`}`;

export const isClosed = (course: Course): boolean => course.outcome !== null;
export const isFile = (course: Course): boolean => fileStages.includes(course.stage);

/** Why an act is refused now, or null. Judges the run's course only; facts are judged under the subject's lock. */
export function refuse(act: 'approve' | 'accept' | 'decline' | 'markDead', course: Course): string | null {
  if (course.outcome) return `The deal is ${course.outcome.outcome} already; nothing changes it. Open a new deal to go on with this property.`;
  if (act === 'markDead')
    return course.stage === 'under-contract' || course.stage === 'closing'
      ? 'The deal is under contract; a contract that ends is recorded as fallen through, with the reason and the earnest money.'
      : null;
  if (course.listing && !isFile(course)) return 'Offers on a listing come from buyers: each is answered by its number, under offers-received of the deal.';
  if (isFile(course)) return `The seller has accepted: the deal is at "${course.stage}".`;
  const offer = course.offer ? `Offer ${course.offer.offerNo}` : 'No offer';
  if (act === 'approve') return course.stage === 'approval' ? null : `${offer} waits for no approval: the deal is at "${course.stage}".`;
  if (course.stage === 'following-up') return null;
  return `${offer} is with the seller: the deal is at "${course.stage}". ${act === 'accept' ? 'An offer is accepted' : 'An offer is declined'} after it was sent.`;
}

/** Who acts next, or what happens by itself, at each stage at which a deal stands. */
const nextAt: Record<Exclude<DealStage, Outcome>, string> = {
  open: 'an agent makes the offer',
  listed: 'the agent records showings and offers; each offer received is answered by its number',
  drafting: 'the letter is written, and the offer goes to its approval or to the seller',
  blocked: 'a person mends it, and the offer is asked for again',
  approval: 'somebody who may approve decides',
  'following-up': "the agent records the seller's answer",
  accepted: 'the coordinator records the contract',
  'under-contract': 'the coordinator records what comes in; each deadline reminds before its date',
  closing: 'the coordinator records the closing and its documents',
};

/** What is left for people once a deal has ended. */
const afterEnd: Record<Outcome, string> = {
  closed: 'funding and recording are recorded as they come, and documents that wait for a review are looked through',
  'fell-through': 'it is opened again if another contract comes',
  declined: 'it is opened again if the seller agrees after all',
  expired: 'it is opened again if the seller agrees after all',
  dead: 'it is opened again if the seller agrees after all',
};

/** How it ended, and what is left. */
export const explainEnd = (outcome: Outcome, reason: string | null): string => `closed: ${outcome}${reason ? ` (${reason})` : ''}; next: ${afterEnd[outcome]}`;

/** A listing without an agreement in force: nobody offers anything, and offers may come all the same. */
const nextOfUnlisted = 'an agent records the listing agreement; each offer received is answered by its number';

/** The same by the name of a stage; null where it has ended. */
export const whatComesAt = (stage: string): string | null => (stage in nextAt ? nextAt[stage as keyof typeof nextAt] : null);

/** "waiting for … since …; next: …" in plain words, with days as the brokerage's zone has them. */
export function explain(course: Course, zone: string): string {
  if (course.outcome) return explainEnd(course.outcome.outcome, course.outcome.reason);
  const stage = course.stage as Exclude<DealStage, Outcome>;
  if (!course.waitingFor) return `working on: ${stage} ${since(course.since, zone)}; next: ${nextAt[stage]}`;
  const expiry = course.dueAt ? `the offer expires on ${day(course.dueAt, zone)}` : null;
  const comes = course.listing && stage === 'open' ? nextOfUnlisted : nextAt[stage];
  const next = isFile(course) ? nextAt[stage] : course.replied ? 'a person answers the seller' : (course.followUp ?? expiry ?? comes);
  return `waiting for ${course.waitingFor} ${since(course.since, zone)}; next: ${next}`;
}

/** Since when a run stands still; where no zone is known the hour is that of UTC, and says so. */
export const since = (instant: string, zone: string): string => `since ${day(instant, zone)}${zone === 'UTC' ? ' UTC' : ''}`;

/** "Thursday 26 Nov, 10:00" where the brokerage is. */
export const day = (instant: string, zone: string): string =>
  new Intl.DateTimeFormat('en-GB', { timeZone: zone, weekday: 'long', day: 'numeric', month: 'short', hour: '2-digit', minute: '2-digit', hourCycle: 'h23' })
    .format(new Date(instant))
    .replace(' at ', ', ');
