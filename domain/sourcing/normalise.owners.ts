import { cityOf, memo, type Place, readFullAddress, readStreet, stateOf, zipOf } from './address.ts';
import type { Point } from './line.ts';
import type { Mapping } from './mapping.ts';
import { type Owner, ownerFromParts, readOwners } from './names.ts';
import type { CellReader } from './normalise.ts';
import { quoted } from './numbers.ts';
import { readEmail, readLineType, readPhone } from './phones.ts';

export type Ownership = { owners: Owner[]; mailing: Place; points: Point[] };

const nowhere: Place = { line: null, unit: null, city: null, state: null, zip: null };

/** Owners, where mail reaches them, and the phones and e-mails of the first of them. */
export function compileOwners(reader: CellReader, { fields, nameOrder }: Mapping): (situs: Place) => Ownership {
  const { at } = reader;
  const [name, first1, last1, name2, first2, last2] = [
    at('ownerName'),
    at('owner1First'),
    at('owner1Last'),
    at('owner2Name'),
    at('owner2First'),
    at('owner2Last'),
  ];
  const numbered = (kind: string) =>
    fields.flatMap((field, index) =>
      field?.startsWith(`${kind}.`)
        ? [{ index, type: fields.indexOf(`phoneType.${Number(field.slice(6))}`), dnc: fields.indexOf(`phoneDnc.${Number(field.slice(6))}`) }]
        : [],
    );
  const phones = numbered('phone');
  const emails = numbered('email');
  const mailing = compileMailing(reader);

  const points = (): Point[] => {
    const found: Point[] = [];
    const add = (kind: Point['kind'], value: string, lineType: Point['lineType'], doNotCall: boolean) => {
      if (!found.some((point) => point.value === value)) found.push({ kind, value, lineType, doNotCall });
    };
    for (const { index, type, dnc } of phones) {
      const read = isEmptyCell(reader, index) ? null : readPhone(reader.text(index));
      if (read?.value)
        add('phone', read.value, type < 0 ? null : readLineType(reader.text(type)), dnc >= 0 && /^(?:y|yes|true|1|dnc)$/i.test(reader.text(dnc)));
      else if (read?.reason) reader.note('phone', read.reason);
    }
    for (const { index } of emails) {
      const read = isEmptyCell(reader, index) ? null : readEmail(reader.text(index));
      if (read?.value) add('email', read.value, null, false);
      else if (read?.reason) reader.note('email', read.reason);
    }
    return found;
  };

  return (situs) => {
    const owners: Owner[] = [];
    const add = (owner: Owner | null) => {
      if (owner && owner.name !== '' && !owners.some((other) => other.name === owner.name)) owners.push(owner);
    };
    if (name >= 0) for (const owner of readOwners(reader.text(name), nameOrder)) add(owner);
    if (first1 >= 0 || last1 >= 0) add(ownerFromParts(reader.text(first1), reader.text(last1)));
    if (name2 >= 0) for (const owner of readOwners(reader.text(name2), nameOrder)) add(owner);
    if (first2 >= 0 || last2 >= 0) add(ownerFromParts(reader.text(first2), reader.text(last2)));
    return { owners, mailing: mailing(situs), points: phones.length + emails.length === 0 ? [] : points() };
  };
}

const isEmptyCell = ({ cells }: CellReader, index: number): boolean => cells.starts[index] === cells.ends[index];

function compileMailing(reader: CellReader): (situs: Place) => Place {
  const { at } = reader;
  const [street, full, unit, city, state, zip] = [
    at('mailingAddress'),
    at('fullMailing'),
    at('mailingUnit'),
    at('mailingCity'),
    at('mailingState'),
    at('mailingZip'),
  ];
  if (street < 0 && full < 0) return () => nowhere;
  // Cells of the mailing address beside those of the property; where a list has both, two owners in three live there.
  const pairs = [
    [street, at('address')],
    [unit, at('unit')],
    [city, at('city')],
    [state, at('state')],
    [zip, at('zip')],
  ] as const;
  const mayBeSame = full < 0 && pairs.every(([mail, home]) => mail >= 0 && home >= 0);
  const unitOf = memo((text: string): string | null => readStreet(`1 X ST ${/^(?:#|[A-Z]+\.? )/i.test(text) ? text : `# ${text}`}`).unit);
  return (situs) => {
    if (mayBeSame && !isEmptyCell(reader, street) && !isEmptyCell(reader, city) && pairs.every(([mail, home]) => reader.cells.same(mail, home))) return situs;
    const text = reader.text(full >= 0 ? full : street);
    if (text === '') return nowhere;
    const whole = full >= 0 ? readFullAddress(text) : null;
    const line = readStreet(whole === null ? text : whole.street);
    const [unitText, cityText, stateText, zipText] = [reader.text(unit), reader.text(city), reader.text(state), reader.text(zip)];
    const foundState = stateText === '' ? (whole?.state ?? null) : stateOf(stateText);
    if (stateText !== '' && foundState === null) reader.note('mailingState', `${quoted(stateText)} is no state`);
    const foundZip = zipText === '' ? (whole?.zip ?? null) : zipOf(zipText);
    if (zipText !== '' && foundZip === null) reader.note('mailingZip', `${quoted(zipText)} is no ZIP`);
    return {
      line: line.line === '' ? null : line.line,
      unit: line.unit ?? (unitText === '' ? null : unitOf(unitText)),
      city: cityText === '' ? (whole?.city ?? null) : cityOf(cityText),
      state: foundState,
      zip: foundZip,
    };
  };
}
