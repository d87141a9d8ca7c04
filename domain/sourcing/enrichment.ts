import type { LeadFacts, Signal } from './lead-facts.ts';

/** What a data provider told about a property and its people; null where it does not know. */
export interface ProviderAnswer {
  sandbox: boolean;
  property: {
    livingSqft: number | null;
    yearBuilt: number | null;
    bedrooms: number | null;
    valueCents: number | null;
    liensCents: number | null;
    repairsCents: number | null;
    listPriceCents: number | null;
    originalListPriceCents: number | null;
    listedOn: string | null;
    signals: Signal[];
  } | null;
  people: { name: string; phones: { number: string; lineType: 'mobile' | 'landline' | 'voip' | null }[]; emails: string[] }[];
}

/** Days for which an answer about a property and a person is asked for once. */
export const answerDays = 30;

/** One record: a property and the person asked about. */
export const recordKey = (propertyKey: string, ownerId: string | null): string => `record/${propertyKey}/${ownerId ?? 'no-owner'}`;

const gaps = [
  'livingSqft',
  'yearBuilt',
  'bedrooms',
  'valueCents',
  'liensCents',
  'repairsCents',
  'listPriceCents',
  'originalListPriceCents',
  'listedOn',
] as const;

export type Gaps = Pick<LeadFacts, (typeof gaps)[number] | 'signals'>;

/** What an answer adds to a lead. It fills gaps and adds signals; what a list said stays. */
export function filledGaps(lead: Gaps, { property }: ProviderAnswer): Partial<Gaps> {
  if (property === null) return {};
  // The parts of a listing belong together: half of ours and half of theirs would make a price cut that never was.
  const hasListing = lead.listPriceCents !== null || lead.originalListPriceCents !== null || lead.listedOn !== null;
  const listing = new Set<string>(['listPriceCents', 'originalListPriceCents', 'listedOn']);
  const open = gaps.filter((name) => lead[name] === null && property[name] !== null && !(hasListing && listing.has(name)));
  const signals = mergeSignals(lead.signals, property.signals);
  return {
    ...Object.fromEntries(open.map((name) => [name, property[name]])),
    ...(JSON.stringify(signals) === JSON.stringify(lead.signals) ? {} : { signals }),
  };
}

/** One entry per kind, with the newest date that anybody knows. */
function mergeSignals(known: Signal[] | null, added: readonly Signal[]): Signal[] {
  const merged = new Map((known ?? []).map((signal) => [signal.kind, signal]));
  for (const signal of added) {
    const other = merged.get(signal.kind);
    if (!other || (signal.on !== null && (other.on === null || signal.on > other.on))) merged.set(signal.kind, { kind: signal.kind, on: signal.on });
  }
  return [...merged.values()];
}

export interface OwnerRef {
  id: string;
  kind: string;
  firstName: string | null;
  lastName: string | null;
  displayName: string;
}

/**
 * The owner a person in an answer is, or null. Names must agree in last name and first letter; behind a company or trust
 * stands whoever the provider names. A stranger's number is worse than none.
 */
export function ownerFor(person: { name: string }, owners: readonly OwnerRef[]): OwnerRef | null {
  const words = wordsOf(person.name);
  const same = owners.find(({ firstName, lastName, displayName }) => {
    const last = wordsOf(lastName ?? displayName).at(-1);
    const first = wordsOf(firstName ?? '')[0];
    return last !== undefined && words.at(-1) === last && (first === undefined || words[0]?.[0] === first[0]);
  });
  return same ?? owners.find(({ kind }) => kind !== 'person') ?? null;
}

const wordsOf = (name: string): string[] =>
  name
    .normalize('NFD')
    .toUpperCase()
    .replace(/[^A-Z ]+/g, '')
    .split(' ')
    .filter((word) => word !== '' && !/^(JR|SR|II|III|IV)$/.test(word));
