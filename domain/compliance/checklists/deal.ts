import type { DealFacts } from './schemas.ts';

/** What the file itself knows, before anybody is asked. */
export interface FileKnowledge {
  side: 'listing' | 'buyer' | 'wholesale';
  lead: { state: string | null; yearBuilt: number | null; units: number | null };
  contract: { state: string; effectiveOn: string; closingDate: string | null; financed: boolean | null } | null;
  /** The date of closing once it has happened. */
  closedOn: string | null;
  stated: DealFacts;
}

/** A wholesaler works for neither party: whom the brokerage represents is then a person's answer. */
const sides = { listing: 'seller', buyer: 'buyer', wholesale: null } as const;

/** The facts the law is asked with. People's answers stand above what lists say about the property, and the contract above both. */
export function lawFactsOf({ side, lead, contract, closedOn, stated }: FileKnowledge): DealFacts {
  return {
    ...known({ side: sides[side], isWholesale: side === 'wholesale', propertyState: lead.state, yearBuilt: lead.yearBuilt, units: lead.units }),
    ...known(stated),
    ...known({
      propertyState: contract?.state,
      contractDate: contract?.effectiveOn,
      closingDate: closedOn ?? contract?.closingDate,
      financed: contract?.financed,
    }),
  };
}

/** Facts stated so far with some of them changed; null takes one back. */
export const mergedFacts = (stated: DealFacts, given: DealFacts): DealFacts => known({ ...stated, ...given });

const known = (facts: DealFacts): DealFacts => Object.fromEntries(Object.entries(facts).filter(([, value]) => value !== null && value !== undefined));
