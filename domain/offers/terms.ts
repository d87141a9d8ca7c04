import type { OfferFormula, Wishes } from './schemas.ts';
import { cashTerms } from './terms.cash.ts';
import { sellerFinanceTerms } from './terms.seller-finance.ts';
import { subjectToTerms } from './terms.subject-to.ts';
import type { OfferFacts, Proposing, TermFigures, TermsProposal } from './working.ts';

export type * from './working.ts';

const byKind = { cash: cashTerms, 'seller-finance': sellerFinanceTerms, 'subject-to': subjectToTerms };

const factTitles = { arvCents: 'value after repair', repairsCents: 'repairs', liensCents: 'open liens' } as const;

/** The offer by the brokerage's formula and the seller's wishes, each number with its formula; or no offer, with the reason. */
export function proposeTerms(formula: OfferFormula, facts: OfferFacts, wishes: Wishes): TermsProposal {
  const terms = wishes.terms ?? formula.defaultTerms;
  const needed = terms === 'subject-to' ? (['arvCents', 'repairsCents', 'liensCents'] as const) : (['arvCents', 'repairsCents'] as const);
  const missing = needed.filter((name) => facts[name] === null);
  if (missing.length > 0)
    return { kind: 'none', terms, code: 'missing-facts', reason: `Not known yet: ${missing.map((name) => factTitles[name]).join(', ')}`, missing, working: [] };

  const proposing: Proposing = { formula, facts: facts as Proposing['facts'], wishes, working: [], notes: [] };
  const { working, notes } = proposing;
  const found = byKind[terms](proposing);
  if ('none' in found) return { kind: 'none', terms, code: found.none, reason: found.reason, missing: [], working };
  const figures: TermFigures = {
    earnestMoneyCents: Math.min(formula.earnestMoneyCents, found.priceCents),
    closeInDays: wishes.closeInDays ?? formula.closeInDays,
    inspectionDays: formula.inspectionDays,
    ...found,
  };
  return { kind: 'offer', terms, amountCents: found.priceCents, figures, formula: formula.id, arvBasis: proposing.facts.arvBasis, working, notes };
}
