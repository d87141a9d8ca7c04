import { parsePhoneNumberFromString } from 'libphonenumber-js';
import type { PropertyAnswer } from '../ports.ts';
import type { LookUpReply, OwnerRecord, PropertyRecord } from './schemas.ts';

type Property = NonNullable<PropertyAnswer['property']>;
type Person = PropertyAnswer['people'][number];

/** Reads a reply into what we know of a property and its people; null when the provider has no such record. */
export function toAnswer({ results }: LookUpReply, costCents: number): PropertyAnswer | null {
  const { persons, properties, meta } = results;
  const property = properties[0] ?? persons.find((person) => person.property)?.property ?? null;
  const owners = [...persons, ...properties.flatMap(({ owners }) => owners)];
  if (!property && owners.length === 0) return null;
  return { sandbox: meta?.sandbox === true, costCents, property: property ? toProperty(property) : null, people: owners.flatMap(toPerson) };
}

function toProperty({ building, valuation, openLien, condition, listing, filings }: PropertyRecord): Property {
  const onMarket = listing?.status?.toLowerCase() === 'active';
  return {
    livingSqft: whole(building?.livingAreaSquareFeet),
    yearBuilt: whole(building?.yearBuilt),
    bedrooms: whole(building?.bedroomCount),
    valueCents: dollars(valuation?.estimatedValue),
    // A lien sum of 0 is an answer: free and clear.
    liensCents: dollars(openLien?.totalOpenLienBalance),
    repairsCents: dollars(condition?.estimatedRepairCost),
    listPriceCents: onMarket ? dollars(listing?.price) : null,
    originalListPriceCents: onMarket ? dollars(listing?.originalPrice) : null,
    listedOn: onMarket ? day(listing?.listingDate) : null,
    signals: filings.flatMap(({ type, date }) => (signalKinds[key(type)] ? [{ kind: signalKinds[key(type)]!, on: day(date) }] : [])),
  };
}

const key = (type: string): string => type.toLowerCase().replace(/[^a-z]/g, '');
const signalKinds: Partial<Record<string, string>> = {
  foreclosure: 'foreclosure',
  auction: 'foreclosure',
  preforeclosure: 'pre-foreclosure',
  noticeofdefault: 'pre-foreclosure',
  lispendens: 'pre-foreclosure',
  taxlien: 'tax-lien',
  taxdelinquent: 'delinquent-taxes',
  delinquenttaxes: 'delinquent-taxes',
  probate: 'probate',
  vacant: 'vacancy',
  vacancy: 'vacancy',
  codeviolation: 'code-violation',
};

function toPerson({ name, fullName, phoneNumbers, emails }: OwnerRecord): Person[] {
  const shown = (typeof name === 'string' ? name : (name?.full ?? [name?.first, name?.middle, name?.last].filter(Boolean).join(' '))) || fullName || '';
  const phones = phoneNumbers.flatMap((phone) => {
    const [number, type] = typeof phone === 'string' ? [phone, null] : [String(phone.number), phone.type];
    const read = parsePhoneNumberFromString(number, 'US');
    return read?.isPossible() ? [{ number: read.number as string, lineType: lineTypes[key(type ?? '')] ?? null }] : [];
  });
  const addresses = emails
    .map((email) => (typeof email === 'string' ? email : email.email).trim().toLowerCase())
    .filter((email) => /^[^\s@<>]{1,64}@[^\s@<>]+\.[^\s@<>]+$/.test(email));
  if (shown.trim() === '' && phones.length + addresses.length === 0) return [];
  return [{ name: shown.trim(), phones: unique(phones, ({ number }) => number), emails: [...new Set(addresses)] }];
}

const lineTypes: Partial<Record<string, 'mobile' | 'landline' | 'voip'>> = { mobile: 'mobile', wireless: 'mobile', landline: 'landline', voip: 'voip' };

const whole = (value: number | null | undefined): number | null => (value == null || value === 0 ? null : Math.round(value));
const dollars = (value: number | null | undefined): number | null => (value == null ? null : Math.round(value * 100));
const day = (value: string | null | undefined): string | null =>
  value && /^\d{4}-\d{2}-\d{2}/.test(value) && !Number.isNaN(Date.parse(value.slice(0, 10))) ? value.slice(0, 10) : null;
const unique = <T>(items: T[], by: (item: T) => string): T[] => [...new Map(items.map((item) => [by(item), item])).values()];
