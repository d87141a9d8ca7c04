import { DomainError } from '../errors.ts';
import type { Field } from './columns.ts';
import { type PropertyLine, rejectReasons } from './line.ts';
import { compileNormaliser } from './normalise.ts';
import type { PropertyInput } from './property.schemas.ts';
import { RecordScanner } from './scan.ts';

/** A property that a person entered, through the same reading as a line of a list: one property has one key, however it came. */
export function readProperty(input: PropertyInput, today: string): PropertyLine {
  const cells = Object.entries(cellsOf(input)).filter((cell): cell is [Field, string] => cell[1] !== undefined);
  const fields = cells.map(([field]) => field);
  const mapping = { preset: 'generic', fields, extra: [], dateOrder: 'mdy', nameOrder: 'first-last', defaults: {} } as const;
  const normalise = compileNormaliser({ ...mapping, fields, extra: [] }, fields, today);
  const text = cells.map(([, value]) => `"${value.replaceAll('"', '""')}"`).join(',');
  let read: ReturnType<typeof normalise> | undefined;
  new RecordScanner({ delimiter: ',', newline: 'lf' }).read(`${text}\n`, true, (record) => {
    read = normalise(record);
  });
  if (!read || 'reason' in read)
    throw new DomainError('property-unclear', read ? `${rejectReasons[read.reason]}.` : 'The property cannot be read.', {
      nextStep: 'Give the street address with city and state, or the parcel number with county and state.',
    });
  return read;
}

const dollars = (cents: number | undefined): string | undefined => (cents === undefined ? undefined : (cents / 100).toFixed(2));
const digits = (value: number | undefined): string | undefined => value?.toString();

const cellsOf = (input: PropertyInput): Partial<Record<Field, string | undefined>> => ({
  address: input.address,
  unit: input.unit,
  city: input.city,
  state: input.state,
  zip: input.zip,
  county: input.county,
  parcelNumber: input.parcelNumber,
  propertyType: input.propertyType,
  bedrooms: digits(input.bedrooms),
  bathrooms: digits(input.bathrooms),
  livingSqft: digits(input.livingSqft),
  yearBuilt: digits(input.yearBuilt),
  value: dollars(input.valueCents),
  loanBalance: dollars(input.liensCents),
  repairs: dollars(input.repairsCents),
  listPrice: dollars(input.listPriceCents),
  ownerName: input.owner,
  'phone.1': input.phone,
  'email.1': input.email,
});
