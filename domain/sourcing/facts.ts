/** The facts a rule may name. Adding one means adding its derivation in `facts.derive.ts`. */
export interface FactDefinition {
  type: 'number' | 'boolean' | 'text' | 'texts';
  unit?: 'cents' | 'bps' | 'days' | 'years' | 'sqft';
  title: string;
}

export const factCatalogue = {
  state: { type: 'text', title: 'State of the property' },
  county: { type: 'text', title: 'County of the property' },
  zip: { type: 'text', title: 'ZIP of the property, five digits' },
  propertyType: { type: 'text', title: 'Property type' },
  livingAreaSqft: { type: 'number', unit: 'sqft', title: 'Living area' },
  yearBuilt: { type: 'number', title: 'Year built' },
  bedrooms: { type: 'number', title: 'Bedrooms' },
  valueCents: { type: 'number', unit: 'cents', title: 'Market value today' },
  liensCents: { type: 'number', unit: 'cents', title: 'Sum of all open liens' },
  ltvBps: { type: 'number', unit: 'bps', title: 'Loan to value' },
  equityCents: { type: 'number', unit: 'cents', title: 'Equity' },
  equityBps: { type: 'number', unit: 'bps', title: 'Equity share of the value' },
  freeAndClear: { type: 'boolean', title: 'No open lien' },
  yearsOwned: { type: 'number', unit: 'years', title: 'Full years owned' },
  absentee: { type: 'boolean', title: 'Owner lives elsewhere' },
  outOfState: { type: 'boolean', title: 'Owner lives in another state' },
  signals: { type: 'texts', title: 'Distress signals on record' },
  newestFilingAgeDays: { type: 'number', unit: 'days', title: 'Age of the newest filing' },
  daysOnMarket: { type: 'number', unit: 'days', title: 'Days on market' },
  listPriceCents: { type: 'number', unit: 'cents', title: 'List price' },
  priceCutBps: { type: 'number', unit: 'bps', title: 'Cut from the original list price' },
  arvCents: { type: 'number', unit: 'cents', title: 'Value after repair' },
  repairsCents: { type: 'number', unit: 'cents', title: 'Repairs' },
} as const satisfies Record<string, FactDefinition>;

export type FactName = keyof typeof factCatalogue;

type FactValue<D extends FactDefinition> = D['type'] extends 'number'
  ? number
  : D['type'] extends 'boolean'
    ? boolean
    : D['type'] extends 'text'
      ? string
      : readonly string[];

/** Every fact is there; null means that nobody knows, never no or zero. */
export type PropertyFacts = { readonly [N in FactName]: FactValue<(typeof factCatalogue)[N]> | null };

export const factNamesKnown = Object.keys(factCatalogue) as FactName[];
