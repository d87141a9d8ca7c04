import { addDays, instantOf, localDate, minutesOf } from '../time/zoned.ts';

/** A place the called person may be in. `state` is for the tables of the states. */
export type Candidate = { state: string | null; zone: string };
export type WindowAnswer = { allowed: boolean /** Equal to the instant asked about when allowed. */; nextAllowedAt: Date };

/** 47 CFR 64.1200(c)(1): not before 8:00, not after 21:00 where the called person is; half-open, 21:00:00 is too late. */
const federal = { opens: '08:00', closes: '21:00' };

/** Hours of one place on one of its dates. */
const hoursOn = (_candidate: Candidate, _date: string): { opens: string; closes: string } => federal;

/** May a text or call go out now? Every place the person may be in must allow it. */
export function callingWindow(at: Date, candidates: readonly Candidate[]): WindowAnswer {
  if (candidates.length === 0) throw new Error('a calling window needs at least one place');
  let next = at;
  // Each round moves on to the opening of a place that is closed; it ends where all are open.
  for (let rounds = 0; rounds < 400; rounds++) {
    const later = candidates.map((candidate) => opening(next, candidate)).reduce((a, b) => (a > b ? a : b));
    if (later.getTime() === next.getTime()) return { allowed: next.getTime() === at.getTime(), nextAllowedAt: next };
    next = later;
  }
  throw new Error(`no common calling window for ${candidates.map(({ zone }) => zone).join(', ')}`);
}

/** The instant itself when the place is open then, else its next opening. */
function opening(at: Date, candidate: Candidate): Date {
  for (let days = 0; days <= 14; days++) {
    const span = placeSpan(addDays(localDate(at, candidate.zone), days), candidate);
    if (at < span.closesAt) return at > span.opensAt ? at : span.opensAt;
  }
  throw new Error(`${candidate.zone} does not open within two weeks`);
}

function placeSpan(date: string, candidate: Candidate): { opensAt: Date; closesAt: Date } {
  const { opens, closes } = hoursOn(candidate, date);
  return { opensAt: instantOf(date, minutesOf(opens), candidate.zone), closesAt: instantOf(date, minutesOf(closes), candidate.zone) };
}

/** What all places have in common on one local date, or null. */
export function windowSpan(date: string, candidates: readonly Candidate[]): { opensAt: Date; closesAt: Date } | null {
  const spans = candidates.map((candidate) => placeSpan(date, candidate));
  const opensAt = new Date(Math.max(...spans.map((span) => span.opensAt.getTime())));
  const closesAt = new Date(Math.min(...spans.map((span) => span.closesAt.getTime())));
  return opensAt < closesAt ? { opensAt, closesAt } : null;
}
