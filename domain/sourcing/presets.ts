import { type Field, headerKey } from './columns.ts';
import type { NameOrder } from './names.ts';

/** Values that stand in for what a list leaves out because it is the same for all its rows. */
export type Defaults = { county?: string; state?: string; city?: string; zip?: string };

/** A known kind of list: how to recognise it and what its headers mean where that differs from other lists. */
export type Preset = {
  name: string;
  title: string;
  /** Headers that together mark this kind, as `headerKey` gives them. */
  marks: readonly string[];
  /** `headerKey` → field; null for a column that looks like a field and is none. */
  columns: Readonly<Record<string, Field | null>>;
  defaults?: Defaults;
  nameOrder: NameOrder;
};

/** DealMachine numbers its contacts and their phones: contact_2_phone3 is the twelfth number at three a contact. */
const dealMachineContacts: Record<string, Field> = Object.fromEntries(
  Array.from({ length: 14 }, (_, person) => person + 1).flatMap((person) =>
    [1, 2, 3].flatMap((n) => {
      const at = (person - 1) * 3 + n;
      return [
        [`contact${person}phone${n}`, `phone.${at}`],
        [`contact${person}phone${n}type`, `phoneType.${at}`],
        [`contact${person}email${n}`, `email.${at}`],
      ] as [string, Field][];
    }),
  ),
);

export const presets: readonly Preset[] = [
  {
    name: 'propstream',
    title: 'PropStream export',
    marks: ['estremainingbalanceofopenloans', 'owner1lastname', 'marketinglists'],
    // `Marketing Lists` is a count, `Est. Equity` an amount that follows from value and loans.
    columns: { marketinglists: null, estequity: null, prefcunpaidbalance: null, mlsagentphone: null, mlsagentemail: null },
    nameOrder: 'first-last',
  },
  {
    name: 'dealmachine',
    title: 'DealMachine export',
    marks: ['propertyid', 'addressline1', 'propertyflags'],
    columns: {
      propertyaddressfull: 'fullAddress',
      addressline1: 'address',
      owner1name: 'ownerName',
      mailingaddressline1: 'mailingAddress',
      ...dealMachineContacts,
    },
    nameOrder: 'first-last',
  },
  {
    name: 'batchleads',
    title: 'BatchLeads export',
    marks: ['propertyaddress', 'mailingaddress', 'batchrank'],
    columns: { firstname: 'owner1First', lastname: 'owner1Last', propertystate: 'state' },
    nameOrder: 'first-last',
  },
  {
    name: 'davidson-tn',
    title: 'Davidson County, Tennessee: sales with assessor fields',
    marks: ['parcelid', 'landuse', 'legalreference', 'soldasvacant'],
    columns: { propertyaddress: 'fullAddress', owneraddress: 'fullMailing', uniqueid: null, totalvalue: 'assessed' },
    defaults: { county: 'DAVIDSON', state: 'TN' },
    nameOrder: 'last-comma-first',
  },
  {
    name: 'nyc-rolling-sales',
    title: 'New York City rolling sales',
    marks: ['borough', 'block', 'lot', 'buildingclasscategory'],
    columns: { borough: 'borough', block: 'block', lot: 'lot', apartmentnumber: 'unit', totalunits: 'units', address: 'address' },
    defaults: { state: 'NY' },
    nameOrder: 'last-first',
  },
  {
    name: 'king-wa',
    title: 'King County, Washington, sales',
    marks: ['sqftliving', 'sqftlot', 'yrbuilt', 'zipcode', 'waterfront'],
    columns: { id: 'parcelNumber', date: 'saleDate', price: 'salePrice', view: null, condition: null },
    defaults: { county: 'KING', state: 'WA' },
    nameOrder: 'last-first',
  },
  {
    name: 'florida-nal',
    title: 'Florida Department of Revenue, statewide roll (NAL)',
    marks: ['cono', 'parcelid', 'doruc', 'jv', 'ownname'],
    columns: { cono: 'countyNumber', jv: 'value', ownname: 'ownerName', doruc: null },
    defaults: { state: 'FL' },
    nameOrder: 'last-first',
  },
  { name: 'generic', title: 'Any other list', marks: [], columns: {}, nameOrder: 'first-last' },
];

export const presetNames = presets.map(({ name }) => name);
export const presetNamed = (name: string): Preset | undefined => presets.find((preset) => preset.name === name);

/** The preset whose marks all stand in the header; the most telling one first. */
export function presetFor(headers: readonly string[]): Preset {
  const keys = new Set(headers.map(headerKey));
  const fitting = presets.filter(({ marks }) => marks.length > 0 && marks.every((mark) => keys.has(mark)));
  return fitting.sort((a, b) => b.marks.length - a.marks.length)[0] ?? presets.at(-1)!;
}
