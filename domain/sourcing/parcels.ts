import { isEmptyMark, quoted, type Read, unreadable } from './numbers.ts';
import { plainText } from './street.unit.ts';

/** The form in which two lists write one parcel alike: letters and digits only. Leading zeros count. */
export function readParcel(text: string): Read<string> {
  const trimmed = text.trim();
  if (trimmed === '') return null;
  if (isEmptyMark(trimmed)) return unreadable(`${quoted(text)} stands for nothing`);
  // A spreadsheet that took the number for a figure has lost digits for good.
  if (trimmed.length < 16 && /^\d(?:\.\d+)?e\+?\d+$/i.test(trimmed)) return unreadable(`${quoted(trimmed)} has lost its digits in a spreadsheet`);
  const parcel = lettersAndDigits(trimmed.toUpperCase());
  if (parcel === '' || (parcel.charCodeAt(0) === 48 && /^0+$/.test(parcel))) return unreadable(`${quoted(trimmed)} is no parcel number`);
  return { value: parcel };
}

/** As `replace(/[^A-Z0-9]/g, '')`, a run at a time. */
function lettersAndDigits(text: string): string {
  let kept = '';
  let from = 0;
  for (let at = 0; at <= text.length; at++) {
    const code = at < text.length ? text.charCodeAt(at) : 0;
    if ((code >= 48 && code <= 57) || (code >= 65 && code <= 90)) continue;
    if (at > from) kept += text.slice(from, at);
    from = at + 1;
  }
  return kept;
}

/** "Davidson County" and "DAVIDSON" are one. */
export function normaliseCounty(text: string): string | null {
  const county = plainText(text).replace(/ (?:COUNTY|CNTY|CO|PARISH|BOROUGH)$/, '');
  return county === '' ? null : county;
}

/** New York City numbers its boroughs; each is a county of its own. */
export const boroughs: Record<string, { county: string; city: string }> = {
  1: { county: 'NEW YORK', city: 'NEW YORK' },
  2: { county: 'BRONX', city: 'BRONX' },
  3: { county: 'KINGS', city: 'BROOKLYN' },
  4: { county: 'QUEENS', city: 'QUEENS' },
  5: { county: 'RICHMOND', city: 'STATEN ISLAND' },
};

/** Borough, block and lot as the city joins them: 1-00392-0006. */
export function boroughBlockLot(borough: string, block: string, lot: string): Read<string> {
  if (block.trim() === '' && lot.trim() === '') return null;
  const [place, row, plot] = [borough, block, lot].map((part) => part.trim());
  if (!/^[1-5]$/.test(place!) || !/^\d{1,5}$/.test(row!) || !/^\d{1,4}$/.test(plot!) || Number(row) === 0 || Number(plot) === 0)
    return unreadable(`${quoted(`${borough}/${block}/${lot}`)} is no borough, block and lot`);
  return { value: `${place}${row!.padStart(5, '0')}${plot!.padStart(4, '0')}` };
}

/** The 67 counties of Florida in the order of their numbers on the state's roll, which begins at 11. */
const florida =
  'ALACHUA,BAKER,BAY,BRADFORD,BREVARD,BROWARD,CALHOUN,CHARLOTTE,CITRUS,CLAY,COLLIER,COLUMBIA,MIAMI-DADE,DESOTO,DIXIE,DUVAL,ESCAMBIA,FLAGLER,FRANKLIN,GADSDEN,GILCHRIST,GLADES,GULF,HAMILTON,HARDEE,HENDRY,HERNANDO,HIGHLANDS,HILLSBOROUGH,HOLMES,INDIAN RIVER,JACKSON,JEFFERSON,LAFAYETTE,LAKE,LEE,LEON,LEVY,LIBERTY,MADISON,MANATEE,MARION,MARTIN,MONROE,NASSAU,OKALOOSA,OKEECHOBEE,ORANGE,OSCEOLA,PALM BEACH,PASCO,PINELLAS,POLK,PUTNAM,ST JOHNS,ST LUCIE,SANTA ROSA,SARASOTA,SEMINOLE,SUMTER,SUWANNEE,TAYLOR,UNION,VOLUSIA,WAKULLA,WALTON,WASHINGTON'.split(
    ',',
  );
export const floridaCounty = (number: string): string | null => florida[Number(number) - 11] ?? null;
