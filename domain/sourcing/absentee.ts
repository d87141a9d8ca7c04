import { directionalOf, suffixOf } from './street.tables.ts';
import { mailbox, normaliseCity, normaliseStreetLine, normaliseUnit, stateCode, zip5 } from './street.ts';

export interface PostalAddress {
  line: string | null;
  unit: string | null;
  city: string | null;
  state: string | null;
  zip: string | null;
}

export interface AbsenteeAnswer {
  absentee: 'yes' | 'no' | 'unproven';
  /** Proven only: both states are known and differ. */
  outOfState: boolean;
  reason: string;
}

/**
 * Does the owner live elsewhere? Both addresses are normalised (unit, suffix, ZIP5) before they are compared. A PO box in the same city
 * proves nothing, nor does a part that one side leaves out. Source: domain rules, section 6.2.
 */
export function absentee(situs: PostalAddress | null, mailing: PostalAddress | null): AbsenteeAnswer {
  const home = comparable(situs);
  const mail = comparable(mailing);
  if (home.state !== null && mail.state !== null && home.state !== mail.state)
    return { absentee: 'yes', outOfState: true, reason: `mail goes to ${mail.state}` };
  const [answer, reason] = withinState(home, mail);
  return { absentee: answer, outOfState: false, reason };
}

/** An address whose parts are normalised already. */
export interface Comparable {
  line: string;
  unit: string | null;
  isBox: boolean;
  city: string | null;
  state: string | null;
  zip: string | null;
}

/** The answer alone, for bulk work on addresses that are normalised already. */
export function absenteeOf(home: Comparable, mail: Comparable): AbsenteeAnswer['absentee'] {
  return home.state !== null && mail.state !== null && home.state !== mail.state ? 'yes' : withinState(home, mail)[0];
}

function comparable(address: PostalAddress | null): Comparable {
  const { line, unit } = normaliseStreetLine(address?.line ?? '');
  const givenUnit = normaliseUnit(address?.unit);
  // Some lists put the box into the unit and leave the line empty.
  const box = line === '' ? mailbox(address?.unit ?? '') : mailbox(line);
  return {
    line: box ?? line,
    unit: box ? null : (givenUnit ?? unit),
    isBox: box !== null || /\bPMB\b/.test(givenUnit ?? unit ?? ''),
    city: normaliseCity(address?.city),
    state: stateCode(address?.state),
    zip: zip5(address?.zip),
  };
}

function withinState(home: Comparable, mail: Comparable): [AbsenteeAnswer['absentee'], string] {
  const place = samePlace(home, mail);
  if (mail.line === '') return ['unproven', 'no mailing address'];
  if (home.line === '' || home.isBox) return ['unproven', 'no street address of the property'];
  if (mail.isBox)
    return samePlaceForBox(home, mail) === false ? ['yes', 'mail goes to a box in another city'] : ['unproven', 'a box in the same city proves nothing'];
  if (home.line !== mail.line)
    return onlyLeavesOut(home.line, mail.line) && place !== false
      ? ['unproven', 'one street line is incomplete']
      : ['yes', 'mail goes to another street address'];
  if (home.unit !== mail.unit)
    return home.unit === null || mail.unit === null ? ['unproven', 'only one address names the unit'] : ['yes', 'mail goes to another unit'];
  if (place === null) return ['unproven', 'neither ZIP nor city can be compared'];
  return place ? ['no', 'mail goes to the property'] : ['yes', 'mail goes to another place'];
}

/** ZIP5 decides where both have one: one delivery area has several accepted city names. */
function samePlace(home: Comparable, mail: Comparable): boolean | null {
  if (home.zip !== null && mail.zip !== null) return home.zip === mail.zip;
  return home.city !== null && mail.city !== null ? home.city === mail.city : null;
}

/** Post offices give boxes a ZIP of their own, so the city decides and an equal ZIP only confirms. */
function samePlaceForBox(home: Comparable, mail: Comparable): boolean | null {
  if (home.zip !== null && home.zip === mail.zip) return true;
  return home.city !== null && mail.city !== null ? home.city === mail.city : null;
}

/** "12 MAIN" and "12 N MAIN ST" may be one house; "12 MAIN ST" and "12 MAIN AVE" are not. */
function onlyLeavesOut(a: string, b: string): boolean {
  const [shorter, longer] = a.length < b.length ? [a.split(' '), b.split(' ')] : [b.split(' '), a.split(' ')];
  const rest = [...shorter];
  const extra = longer.filter((word) => (word === rest[0] ? rest.shift() === undefined : true));
  const isPart = (word: string) => suffixOf.has(word) || directionalOf.has(word) || word === longer[0];
  return rest.length === 0 && extra.length > 0 && extra.every(isPart);
}
