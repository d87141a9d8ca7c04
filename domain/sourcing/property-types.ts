import { memo } from './address.ts';

export type PropertyType =
  | 'single-family'
  | 'townhouse'
  | 'condominium'
  | 'cooperative'
  | 'duplex'
  | 'triplex'
  | 'quadplex'
  | 'apartment'
  | 'mobile-home'
  | 'land'
  | 'commercial'
  | 'industrial'
  | 'agricultural'
  | 'mixed-use'
  | 'public'
  | 'other';

/** From the most telling word down: "CONDO" before "RESIDENTIAL", "VACANT" before "COMMERCIAL". */
const words: readonly [RegExp, PropertyType][] = [
  [/\bCONDO COOPS?\b|\bCO-?OPS?\b|COOPERATIVE/, 'cooperative'],
  [/CONDO/, 'condominium'],
  [/VACANT|\bLAND\b|\bLOT\b(?! LINE)|GREENBELT|PARCEL/, 'land'],
  [/TOWN ?(?:HOUSE|HOME)|ROW ?HOUSE/, 'townhouse'],
  [/DUPLEX|TWO.FAMILY|2.FAMILY|\(2 UNITS/, 'duplex'],
  [/TRIPLEX|THREE.FAMILY|3.FAMILY/, 'triplex'],
  [/QUAD|FOUR.?PLEX|FOUR.FAMILY|4.FAMILY/, 'quadplex'],
  [/MOBILE|MANUFACTURED|TRAILER/, 'mobile-home'],
  [/SINGLE.FAM|\bSFR\b|\bSFH\b|ONE FAMILY|1 FAMILY|ZERO LOT LINE|RESIDENTIAL\/?$|^RESIDENTIAL$|DWELLING/, 'single-family'],
  [/APARTMENT|MULTI.?FAMILY|RENTALS|WALKUP|ELEVATOR|\bUNITS\b/, 'apartment'],
  [/MIXED|COMBO/, 'mixed-use'],
  [/WAREHOUSE|FACTOR|INDUSTRIAL|TERMINAL/, 'industrial'],
  [/FARM|AGRICULT|TIMBER|FOREST/, 'agricultural'],
  [/CHURCH|SCHOOL|GOVERN|PUBLIC|HOSPITAL|EDUCATION|RELIGIOUS|METRO|CEMETERY|PARK\b|UTILITY/, 'public'],
  [/OFFICE|STORE|RETAIL|COMMERCIAL|HOTEL|RESTAURANT|GARAGE|SHOP|MARKET|BANK|THEAT|CAFETERIA|PARKING|NIGHTCLUB|DAY ?CARE|MORTUARY|STRIP/, 'commercial'],
];

/** Our word for a list's land use; `other` where the list says something that we have no word for. */
export const propertyTypeOf = memo((text: string): PropertyType => {
  const upper = text.toUpperCase();
  return words.find(([pattern]) => pattern.test(upper))?.[1] ?? 'other';
});
