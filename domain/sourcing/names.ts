import { longFingerprint, seedOf } from './hash.ts';

export type ContactKind = 'person' | 'company' | 'trust';
/** An owner as letters address it: first and last names of persons, the whole name otherwise. */
export type Owner = { kind: ContactKind; first: string | null; last: string | null; name: string };
/** How a list writes a person in one cell: "UPTON, JUNE ELLA & PAUL", "UPTON JUNE ELLA", "June Ella Upton". */
export type NameOrder = 'last-comma-first' | 'last-first' | 'first-last';

const companyWords =
  /\b(?:LLC|L\.? ?L\.? ?C\.?|INC|INCORPORATED|CORP|CORPORATION|COMPANY|CO\.?$|LP|L\.P\.|LLP|LLLP|LTD|PLLC|P\.C\.|G\.P\.|BANK|ASSOCIATION|ASSOCIATES|ASSN|HOA|CHURCH|MINISTR(?:Y|IES)|CITY|COUNTY|METRO(?:POLITAN)?|GOVERNMENT|UNITED STATES|AUTHORITY|DEPARTMENT|DEPT|AGENCY|SECRETARY|COMMISSION|PROPERTIES|HOMES|HOLDINGS?|INVESTMENTS?|INVESTORS|VENTURES?|PARTNERS|PARTNERSHIP|GROUP|ENTERPRISES?|DEVELOPMENTS?|DEVELOPERS|BUILDERS?|CONSTRUCTION|CONTRACTORS|REALTY|REAL ESTATE|RENTALS?|MANAGEMENT|CAPITAL|EQUIT(?:Y|IES)|FUND|FOUNDATION|SCHOOLS?|UNIVERSITY|COLLEGE|HOSPITAL|SERVICES?|SOLUTIONS|SYSTEMS|MORTGAGE|SAVINGS|LOAN|FEDERAL|NATIONAL|HABITAT|CONDOMINIUMS?|O\.?I\.?C\.?|TOWNHOMES|APARTMENTS|VILLAGE|CLUB|SOCIETY|LODGE|SERIES)\b/;
const trustWords = /\b(?:TRUST|TRUSTEES?|TRS?|REVOCABLE|IRREVOCABLE|LIVING|REV)\b/;
/** Words that say something about the others, not a name: "ET AL", "ET UX", life estate. */
const riders = /[\s,]+(?:ET ?AL\.?|ET ?UX\.?|ET ?VIR\.?|H\/W|W\/H|JTWROS|\(LE\)|L\/E)\s*$/;
const generation = /^(?:JR|SR|II|III|IV|V)\.?$/;

/** The owners named in one cell, in its order; a company or trust is one, whatever signs its name holds. */
export function readOwners(text: string, order: NameOrder): Owner[] {
  const plain = text.replace(/\s+/g, ' ').trim();
  if (plain === '') return [];
  const upper = plain.toUpperCase();
  const kind = kindOf(upper);
  if (kind !== 'person') return [whole(kind, plain)];
  const bare = riders.test(upper) ? plain.slice(0, upper.replace(riders, '').length).trim() : plain;
  // In a list that puts a comma behind each last name, one without is no person's name.
  if (order === 'last-comma-first' && !bare.includes(',')) return [whole('company', plain)];
  const owners: Owner[] = [];
  let last: string | null = null;
  for (const part of bare.split(/\s*(?:&|\+| AND )\s*/i)) {
    const person = readPerson(part, order, last);
    if (!person) continue;
    last = person.last;
    owners.push(person);
  }
  return owners;
}

/** `shared` is the last name of the person before: the spouse in "UPTON, JUNE & PAUL" has it, too. */
function readPerson(text: string, order: NameOrder, shared: string | null): Owner | null {
  const part = text.replace(/^[\s,]+|[\s,]+$/g, '');
  if (part === '') return null;
  const comma = part.indexOf(',');
  if (comma > 0) {
    const after = part.slice(comma + 1).trim();
    // "UPTON, JUNE ELLA, JR." and "PAUL E., JR." after another person.
    if (shared !== null && generation.test(after.toUpperCase())) return person(`${part.slice(0, comma)} ${after}`, shared);
    return person(after.replaceAll(',', ' '), part.slice(0, comma));
  }
  if (shared !== null && order !== 'first-last') return person(part, shared);
  const words = part.split(' ');
  if (words.length === 1) return person(shared === null ? '' : part, shared ?? part);
  if (order === 'last-first') return person(words.slice(1).join(' '), words[0]!);
  const final = generation.test(words.at(-1)!.toUpperCase()) && words.length > 2 ? -2 : -1;
  return person([...words.slice(0, final), ...(final === -2 ? [words.at(-1)!] : [])].join(' '), words.at(final)!);
}

/** Persons whose names stand in two cells; a company stands in the last-name cell alone. */
export function ownerFromParts(first: string, last: string): Owner | null {
  const [given, family] = [first.trim(), last.trim()];
  if (given === '' && family === '') return null;
  if (given === '') {
    const kind = kindOf(family.toUpperCase());
    return kind === 'person' && !family.includes(' ') ? person('', family) : whole(kind === 'person' ? 'company' : kind, family);
  }
  return person(given, family);
}

function kindOf(upper: string): ContactKind {
  if (companyWords.test(upper)) return 'company';
  if (trustWords.test(upper)) return 'trust';
  // A street number or a year is part of a company's name, not of a person's.
  return /\d/.test(upper) ? 'company' : 'person';
}

const whole = (kind: ContactKind, name: string): Owner => ({ kind, first: null, last: null, name: titleCase(name) });

function person(first: string, last: string): Owner {
  const [given, family] = [titleCase(first.trim()), titleCase(last.trim())];
  return { kind: 'person', first: given || null, last: family || null, name: given && family ? `${given} ${family}` : given || family };
}

const titled = new Map<string, string>();
const staysUpper = /^(?:LLC|LP|LLP|LLLP|LTD|II|III|IV|USA|US|TN|PC|PLLC|HOA|GP|[A-Z]\.?|(?:[A-Z]\.){2,})$/;

/** Names in capitals become readable; names written with care stay as they are. */
export function titleCase(name: string): string {
  if (/[a-z]/.test(name)) return name;
  const known = titled.get(name);
  if (known !== undefined) return known;
  const result = name
    .split(' ')
    .map((word) => (staysUpper.test(word.replace(/,$/, '')) ? word : titleWord(word)))
    .join(' ');
  // Bounded: owners of a whole county are hundreds of thousands of names, their words are few.
  if (titled.size > 10_000) titled.clear();
  titled.set(`${name} `.slice(0, -1), result);
  return result;
}

function titleWord(word: string): string {
  const lower = word.toLowerCase().replace(/(^|[-'/.(])([a-z])/g, (_, mark: string, letter: string) => mark + letter.toUpperCase());
  return lower.replace(/^Mc([a-z])/, (_, letter: string) => `Mc${letter.toUpperCase()}`);
}

/** The form in which two records of one owner are equal. */
export function ownerKey({ kind, first, last, name }: Owner): string {
  const text = (kind === 'person' && last !== null ? `${last},${first ?? ''}` : name).toUpperCase();
  return isPlainKey.test(text) ? text : text.replace(/[^A-Z0-9,]+/g, ' ').trim();
}
const isPlainKey = /^[A-Z0-9,]+(?: [A-Z0-9,]+)*$/;

/**
 * The id of a contact, made of what makes it this contact: normalised name and address. Equal owners get equal ids without asking the database.
 * @param address the mailing address as `addressKey` gives it, or the property where there is none
 */
export function contactId(brokerageId: string, owner: Owner, address: string): string {
  const hex = contactHex(brokerageId, owner, address);
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`;
}

/** Version 8 of a UUID (made by its user), as 32 digits. */
export function contactHex(brokerageId: string, owner: Owner, address: string): string {
  if (brokerageId !== seededFor) {
    seededFor = brokerageId;
    seed = seedOf(brokerageId);
  }
  const hex = longFingerprint(`${ownerKey(owner)}\n${address}`, seed);
  return `${hex.slice(0, 12)}8${hex.slice(13, 16)}a${hex.slice(17)}`;
}

/** The brokerage of the last call: an import makes a hundred thousand of them for one. */
let seededFor = '';
let seed = 0;
