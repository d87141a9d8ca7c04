import lookUpZone from '@photostructure/tz-lookup';
import { timezones } from 'libphonenumber-geo-carrier';
import { parsePhoneNumberFromString } from 'libphonenumber-js';
import zipcodes from 'zipcodes';
import { isZone, localWords } from '../time/zoned.ts';
import type { Candidate } from './windows.ts';
import { straddlingAreaCodes, unitedStatesZones, zonesOfState, zoneWords } from './zones.tables.ts';

export type Evidence = {
  /** Where the person lives: the mailing address, not the property (unless they live in it). */
  state: string | null;
  zip: string | null;
  /** A zone the person told us. */
  statedZone: string | null;
  /** E.164 */
  phone: string | null;
};

export type Whereabouts = {
  /** What the candidates rest on; `disagree` when the evidence does, `nothing` when there is none. */
  basis: 'address' | 'stated' | 'prefix' | 'disagree' | 'nothing';
  /** All must allow a text or call. */
  candidates: Candidate[];
  /** For planning a local time of day: the first place of the best evidence. */
  zone: string;
  /** In words: `Nashville`, or `Central time`. */
  place: string;
};

/** Where a person may be. Numbers are portable, so a prefix never overrules an address; but when the two disagree, both count. */
export async function whereaboutsOf(evidence: Evidence): Promise<Whereabouts> {
  const address = addressCandidates(evidence);
  const stated = evidence.statedZone && isZone(evidence.statedZone) ? [{ state: null, zone: evidence.statedZone }] : [];
  const prefix = await prefixCandidates(evidence.phone);
  const known = (
    [
      ['address', address],
      ['stated', stated],
      ['prefix', prefix],
    ] as const
  ).filter(([, candidates]) => candidates.length > 0);

  const best = known[0];
  if (!best)
    return {
      basis: 'nothing',
      candidates: unitedStatesZones.map((zone) => ({ state: null, zone })),
      zone: unitedStatesZones[0]!,
      place: zoneWords(unitedStatesZones[0]!),
    };
  const [basis, candidates] = best;
  const zone = candidates[0]!.zone;
  const place = (basis === 'address' && placeOf(evidence.zip)) || zoneWords(zone);
  const agrees = known.every(([, others]) => candidates.some((one) => others.some((other) => sameClock(one.zone, other.zone))));
  return agrees ? { basis, candidates, zone, place } : { basis: 'disagree', candidates: known.flatMap(([, all]) => all), zone, place };
}

/** `Thu 26 Nov 10:00 in Nashville`, `Thu 26 Nov 10:00 Central time`. */
export const whenAndWhere = (at: Date, { zone, place }: { zone: string; place: string }): string =>
  `${localWords(at, zone)} ${place.endsWith(' time') ? place : `in ${place}`}`;

function addressCandidates({ zip, state }: Evidence): Candidate[] {
  const found = zip ? zipcodes.lookup(zip.slice(0, 5)) : undefined;
  // A ZIP of another state than the one written down proves neither.
  if (found?.country !== 'US' || (state && found.state !== state.toUpperCase())) return state ? stateCandidates(state.toUpperCase()) : [];
  // Coordinates near a border may lie across it: only the state's own clocks count.
  const zone = lookUpZone(found.latitude, found.longitude);
  const own = stateCandidates(found.state);
  const fitting = own.filter((candidate) => sameClock(candidate.zone, zone));
  return fitting.length > 0 ? fitting : own;
}

const stateCandidates = (state: string): Candidate[] => zonesOfState(state).map((zone) => ({ state, zone }));

const placeOf = (zip: string | null): string | null => (zip && zipcodes.lookup(zip.slice(0, 5))?.city) || null;

/** Longest known prefix of the number; all zones of its area code where that straddles two. */
async function prefixCandidates(phone: string | null): Promise<Candidate[]> {
  const number = phone ? parsePhoneNumberFromString(phone) : undefined;
  if (!number) return [];
  const area = number.countryCallingCode === '1' ? number.nationalNumber.slice(0, 3) : '';
  const found = (await timezones(number)) ?? [];
  const own = found.filter((zone) => number.countryCallingCode !== '1' || unitedStatesZones.some((known) => sameClock(known, zone)));
  return [...new Set([...(straddlingAreaCodes[area] ?? []), ...own])].map((zone) => ({ state: null, zone }));
}

const clocks = new Map<string, string>();

/** Two names of one clock: the same time in winter and in summer. */
function sameClock(a: string, b: string): boolean {
  return a === b || clock(a) === clock(b);
}
function clock(zone: string): string {
  let words = clocks.get(zone);
  if (words === undefined) {
    words = [Date.UTC(2026, 0, 15), Date.UTC(2026, 6, 15)].map((at) => localWords(new Date(at), zone)).join();
    clocks.set(zone, words);
  }
  return words;
}
