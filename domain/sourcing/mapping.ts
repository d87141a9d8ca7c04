import { DomainError } from '../errors.ts';
import { type Field, genericField, headerKey, isField } from './columns.ts';
import { type DateOrder, dateOrderOf } from './dates.ts';
import type { NameOrder } from './names.ts';
import { type Defaults, presetFor, presetNamed } from './presets.ts';

/** How the columns of one file are read. Stored with the import, so that a resumed run reads as it began. */
export type Mapping = {
  preset: string;
  /** By position: the field, or null for a column that is kept as it is. */
  fields: (Field | null)[];
  /** Headers of the columns kept in `extra`, in their order. */
  extra: string[];
  dateOrder: DateOrder;
  nameOrder: NameOrder;
  defaults: Defaults;
};

export type MappingChoice = {
  preset?: string | undefined;
  /** Header → field, or null to keep the column as it is. Headers match as leniently as everywhere. */
  columns?: Record<string, string | null> | undefined;
  defaults?: Defaults | undefined;
  dateOrder?: DateOrder | undefined;
  nameOrder?: NameOrder | undefined;
};

/** The mapping a file suggests, with what a person chose on top. Of two columns for one field the first counts. */
export function proposeMapping(headers: readonly string[], samples: readonly string[][], choice: MappingChoice = {}): Mapping {
  const preset = choice.preset ? presetNamed(choice.preset) : presetFor(headers);
  if (!preset)
    throw new DomainError('unknown-preset', `There is no preset ${choice.preset}`, {
      nextStep: 'Leave the preset out, or choose one of those listed by the preview',
    });
  const chosen = chosenColumns(headers, choice.columns ?? {});
  const taken = new Set<Field>(chosen.values().filter((field) => field !== null));
  const fields = headers.map((header, index): Field | null => {
    const own = chosen.get(index);
    if (own !== undefined) return own;
    const known = preset.columns[headerKey(header)];
    const field = known === undefined ? genericField(header) : known;
    if (field === null || taken.has(field)) return null;
    taken.add(field);
    return field;
  });
  asFullAddress(fields, samples, chosen, 'address', 'fullAddress', 'city');
  asFullAddress(fields, samples, chosen, 'mailingAddress', 'fullMailing', 'mailingCity');
  const dates = fields.flatMap((field, index) => (field !== null && dateFields.has(field) ? samples.map((row) => row[index] ?? '') : []));
  return {
    preset: preset.name,
    fields,
    extra: headers.flatMap((header, index) => (fields[index] === null ? [header.trim() || `column ${index + 1}`] : [])),
    dateOrder: choice.dateOrder ?? dateOrderOf(dates),
    nameOrder: choice.nameOrder ?? preset.nameOrder,
    defaults: { ...preset.defaults, ...choice.defaults },
  };
}

const dateFields: ReadonlySet<string> = new Set('saleDate listedOn addedOn filedOn preForeclosureOn auctionOn lienOn bankruptcyOn divorceOn'.split(' '));

function chosenColumns(headers: readonly string[], columns: Record<string, string | null>): Map<number, Field | null> {
  const chosen = new Map<number, Field | null>();
  for (const [header, field] of Object.entries(columns)) {
    const exact = headers.indexOf(header);
    const index = exact >= 0 ? exact : headers.findIndex((other) => headerKey(other) !== '' && headerKey(other) === headerKey(header));
    if (index < 0)
      throw new DomainError('unknown-column', `The file has no column ${JSON.stringify(header)}`, {
        nextStep: 'Use the headers the preview shows',
        details: { headers },
      });
    if (field !== null && !isField(field))
      throw new DomainError('unknown-field', `${JSON.stringify(field)} is no field a column can be mapped to`, {
        nextStep: 'Use the fields the preview lists',
      });
    if (field !== null && [...chosen.values()].includes(field))
      throw new DomainError('field-twice', `Two columns are mapped to ${field}`, { nextStep: 'Map one of them to null' });
    chosen.set(index, field);
  }
  return chosen;
}

/** "1808 FOX CHASE DR, GOODLETTSVILLE" in a list without a city column is a whole address. */
function asFullAddress(
  fields: (Field | null)[],
  samples: readonly string[][],
  chosen: Map<number, Field | null>,
  street: Field,
  full: Field,
  city: Field,
): void {
  const index = fields.indexOf(street);
  if (index < 0 || chosen.has(index) || fields.includes(city) || fields.includes(full)) return;
  const filled = samples.map((row) => row[index]?.trim() ?? '').filter((text) => text !== '');
  const withPlace = filled.filter((text) => /,\s*(?:[A-Za-z][A-Za-z .'-]{2,}|[A-Z]{2}(?:\s+\d{5}(?:-\d{4})?)?)$/.test(text));
  if (filled.length > 0 && withPlace.length >= filled.length * 0.6) fields[index] = full;
}

/** Whether the columns name a property. */
export function namesProperty({ fields }: Pick<Mapping, 'fields'>): boolean {
  const has = (...names: Field[]) => names.some((name) => fields.includes(name));
  return has('parcelNumber', 'address', 'fullAddress') || (has('block') && has('lot'));
}

/** A file is of use when its lines can be told apart as properties. */
export function requireIdentity(mapping: Pick<Mapping, 'fields'>, headers: readonly string[]): void {
  if (namesProperty(mapping)) return;
  throw new DomainError('no-usable-column', 'No column of this file can be read as a parcel number or an address', {
    nextStep: 'Map one of its columns to parcelNumber, address or fullAddress',
    details: { headers: headers.slice(0, 100) },
  });
}
