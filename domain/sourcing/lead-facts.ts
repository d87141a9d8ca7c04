import { type DerivedFacts, deriveFacts } from './facts.derive.ts';

/** A filing or state that tells of motivation, as a lead keeps it. */
export interface Signal {
  kind: string;
  on: string | null;
}

/** What a lead's row says about its property. */
export interface LeadFacts {
  county: string | null;
  line: string | null;
  unit: string | null;
  city: string | null;
  state: string | null;
  zip: string | null;
  propertyType: string | null;
  livingSqft: number | null;
  yearBuilt: number | null;
  bedrooms: number | null;
  valueCents: number | null;
  liensCents: number | null;
  listedEquityBps: number | null;
  lastSaleDate: string | null;
  listPriceCents: number | null;
  originalListPriceCents: number | null;
  listedOn: string | null;
  repairsCents: number | null;
  ownerOccupied: boolean | null;
  mailingLine: string | null;
  mailingUnit: string | null;
  mailingCity: string | null;
  mailingState: string | null;
  mailingZip: string | null;
  /** Null where no list or provider was asked. */
  signals: Signal[] | null;
}

/** The facts a rule set judges, as of a day; the ARV comes from comparable sales, so it is given beside the row. */
export function factsOfLead(lead: LeadFacts, asOf: string, arvCents: number | null): DerivedFacts {
  const { line, unit, city, state, zip } = lead;
  return deriveFacts(
    {
      situs: { line, unit, city, state, zip },
      mailing: { line: lead.mailingLine, unit: lead.mailingUnit, city: lead.mailingCity, state: lead.mailingState, zip: lead.mailingZip },
      county: lead.county,
      propertyType: lead.propertyType,
      livingAreaSqft: lead.livingSqft,
      yearBuilt: lead.yearBuilt,
      bedrooms: lead.bedrooms,
      valueCents: lead.valueCents,
      liensCents: lead.liensCents,
      equityBps: lead.listedEquityBps,
      ownerOccupied: lead.ownerOccupied,
      ownedSince: lead.lastSaleDate,
      listedOn: lead.listedOn,
      listPriceCents: lead.listPriceCents,
      originalListPriceCents: lead.originalListPriceCents,
      arvCents,
      repairsCents: lead.repairsCents,
    },
    lead.signals?.map(({ kind, on }) => ({ signal: kind, filedOn: on })) ?? null,
    asOf,
  );
}
