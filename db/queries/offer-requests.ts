import { randomUUID } from 'node:crypto';
import { and, desc, eq, isNotNull, isNull } from 'drizzle-orm';
import { type DealStage, fileStages } from '../../domain/closing/course.ts';
import { dealEnded } from '../../domain/closing/ended.ts';
import { DomainError } from '../../domain/errors.ts';
import { dayIn, lastMoment } from '../../domain/offers/expiry.ts';
import type { OfferInputs } from '../../domain/offers/letter.ts';
import { OfferFormula, Wishes } from '../../domain/offers/schemas.ts';
import { type OfferFacts, proposeTerms, type TermsProposal } from '../../domain/offers/terms.ts';
import type { Tx } from '../client.ts';
import type { Change } from '../events.ts';
import { hashOf } from '../hash.ts';
import { brokerages, deals, decisions, leadContacts, leads, offers, people, settings } from '../schema/index.ts';
import { drawNumber } from './numbers.ts';
import { newestOfferTemplate } from './offer-templates.ts';
import { markOfferSuperseded, type Offer, offerByRequest, openOffer } from './offers.ts';
import { closeTasks } from './tasks.ts';

/** The letter that is written unless a request names another. */
export const standardLetter = 'letter-of-intent';

export type OfferRequest = {
  dealId: string;
  /** Asked again with the same key, the same offer comes back. */
  requestKey: string;
  requestedBy: string;
  /** For this offer only, over the deal's own wishes. */
  wishes?: Record<string, unknown> | undefined;
  template?: string | undefined;
};
export type RequestedOffer = { kind: 'requested'; offer: Offer; isNew: boolean } | { kind: 'none'; code: string; reason: string; missing: string[] };

type NoOffer = { kind: 'none'; code: string; reason: string; missing: string[] };

/** Makes the offer of a deal by the brokerage's formula and the seller's wishes, or says why there is none. Call it under the deal's lock. */
export async function requestOffer(
  change: Change,
  { dealId, requestKey, requestedBy, wishes = {}, template = standardLetter }: OfferRequest,
): Promise<RequestedOffer> {
  const { tx, now } = change;
  const known = await offerByRequest(tx, { dealId, requestKey });
  if (known) return { kind: 'requested', offer: known, isNew: false };
  const basis = await offerBasis(tx, { dealId });
  if (basis.closed) throw dealEnded(basis);
  if (fileStages.includes(basis.stage))
    throw new DomainError('seller-accepted', `The seller has accepted: deal ${basis.dealNo} is at "${basis.stage}"`, {
      nextStep: 'Amend the contract instead, or record that it fell through.',
    });
  if (basis.pinned.side === 'listing') return no('own-listing', 'Offers on a listing come from buyers; none is made to its seller by us');
  const letter = await newestOfferTemplate(tx, { slug: template });
  if (!letter) return no('no-template', `There is no letter template "${template}"`);
  const proposal = propose(basis, { ...basis.wishes, ...wishes });
  if (proposal.kind === 'none') return proposal;
  const inputs: OfferInputs = {
    ...basis.pinned,
    ...proposal.pinned,
    template: { slug: letter.slug, version: letter.version },
    date: dayIn(now, basis.pinned.zone),
    expiresAt: lastMoment(now, basis.pinned.offerDays, basis.pinned.zone).toISOString(),
  };
  return { kind: 'requested', offer: await createOffer(change, { dealId, requestKey, requestedBy, inputs }), isNew: true };
}

/** Stores an offer with its pinned inputs. The open one of the deal is superseded by name in the same transaction. */
export async function createOffer(
  change: Change,
  { dealId, requestKey, requestedBy, inputs }: { dealId: string; requestKey: string; requestedBy: string; inputs: OfferInputs },
): Promise<Offer> {
  const { tx, now } = change;
  const known = await offerByRequest(tx, { dealId, requestKey });
  if (known) return known;
  const offerId = randomUUID();
  const superseded = await openOffer(tx, { dealId });
  if (superseded) {
    await markOfferSuperseded(change, { offerId: superseded.id, by: offerId });
    await closeTasks(change, { keyPrefix: `approve-offer/${superseded.id}`, outcome: 'a newer offer was requested', by: requestedBy });
  }
  const [offer] = await tx
    .insert(offers)
    .values({
      brokerageId: tx.brokerageId,
      id: offerId,
      offerNo: await drawNumber(tx, { kind: 'offer' }),
      dealId,
      requestKey,
      terms: inputs.terms,
      inputs,
      inputsHash: hashOf(inputs),
      amountCents: inputs.figures.priceCents,
      templateSlug: inputs.template.slug,
      templateVersion: inputs.template.version,
      status: 'requested',
      requestedBy,
      requestedAt: now,
      expiresAt: new Date(inputs.expiresAt),
    })
    .returning();
  const { offerNo, terms, amountCents } = offer!;
  await change.event('Offer.Requested', { offerId, offerNo, dealId, terms, amountCents, supersedes: superseded?.id ?? null }, { kind: 'deal', id: dealId });
  return offer!;
}

type Basis = {
  dealNo: number;
  stage: DealStage;
  closed: boolean;
  wishes: Record<string, unknown>;
  formula: unknown;
  facts: OfferFacts;
  pinned: Pick<OfferInputs, 'dealNo' | 'leadId' | 'side' | 'facts' | 'property' | 'sellerIds' | 'signerId' | 'offerDays' | 'zone'>;
};

/** What is known for the offer of a deal: the property, its ARV from the newest decision with comparable sales, the people by id. */
export async function offerBasis(tx: Tx, { dealId }: { dealId: string }): Promise<Basis> {
  const mine = tx.brokerageId;
  const [row] = await tx
    .select({ deal: deals, lead: leads, formula: settings.offerFormula, offerDays: settings.offerDays, zone: brokerages.zone })
    .from(deals)
    .innerJoin(leads, and(eq(leads.brokerageId, mine), eq(leads.id, deals.leadId)))
    .innerJoin(settings, eq(settings.brokerageId, mine))
    .innerJoin(brokerages, eq(brokerages.id, mine))
    .where(and(eq(deals.brokerageId, mine), eq(deals.id, dealId)));
  if (!row) throw new DomainError('no-such-deal', 'There is no such deal', { nextStep: 'List the deals and take the number of one.' });
  const { deal, lead, formula, offerDays, zone } = row;
  const sellers = await tx
    .select({ id: leadContacts.contactId })
    .from(leadContacts)
    .where(and(eq(leadContacts.brokerageId, mine), eq(leadContacts.leadId, lead.id)))
    .orderBy(leadContacts.position, leadContacts.contactId);
  const [signer] = await tx
    .select({ id: people.id })
    .from(people)
    .where(and(eq(people.brokerageId, mine), eq(people.role, 'broker'), isNull(people.disabledAt)))
    .orderBy(people.name, people.id)
    .limit(1);
  const side = deal.side as OfferInputs['side'];
  const facts: OfferFacts = { side, ...(await arvOf(tx, lead)), repairsCents: lead.repairsCents, liensCents: lead.liensCents };
  const { line, unit, city, state, zip, county, parcelNumber, propertyType } = lead;
  return {
    dealNo: deal.dealNo,
    stage: deal.stage as DealStage,
    closed: deal.closedAt !== null,
    wishes: deal.wishes as Record<string, unknown>,
    formula,
    facts,
    pinned: {
      dealNo: deal.dealNo,
      leadId: lead.id,
      side,
      facts,
      property: { line, unit, city, state, zip, county, parcelNumber, propertyType },
      sellerIds: sellers.map(({ id }) => id),
      signerId: signer?.id ?? null,
      offerDays,
      zone,
    },
  };
}

async function arvOf(tx: Tx, lead: { id: string; valueCents: number | null }): Promise<Pick<OfferFacts, 'arvCents' | 'arvBasis'>> {
  const [newest] = await tx
    .select({ comps: decisions.comps })
    .from(decisions)
    .where(and(eq(decisions.brokerageId, tx.brokerageId), eq(decisions.leadId, lead.id), isNotNull(decisions.comps)))
    .orderBy(desc(decisions.decidedAt))
    .limit(1);
  const arvCents = (newest?.comps as { arvCents?: number | null } | undefined)?.arvCents ?? null;
  if (arvCents !== null) return { arvCents, arvBasis: 'comps' };
  return lead.valueCents !== null && lead.valueCents > 0 ? { arvCents: lead.valueCents, arvBasis: 'value' } : { arvCents: null, arvBasis: null };
}

const no = (code: string, reason: string, missing: string[] = []): NoOffer => ({ kind: 'none', code, reason, missing });

type Proposed = { kind: 'pinned'; pinned: Pick<OfferInputs, 'terms' | 'figures' | 'formula' | 'wishes' | 'working' | 'notes'> };

function propose({ formula, facts }: Basis, wanted: Record<string, unknown>): Proposed | NoOffer {
  const parsed = OfferFormula.safeParse(formula);
  if (!parsed.success) return no('bad-formula', `The brokerage's offer formula is not usable: ${firstFault(parsed.error)}`);
  const wishes = Wishes.safeParse(wanted);
  if (!wishes.success) return no('bad-wishes', `The seller's wishes are not usable: ${firstFault(wishes.error)}`);
  const proposal: TermsProposal = proposeTerms(parsed.data, facts, wishes.data);
  if (proposal.kind === 'none') return no(proposal.code, proposal.reason, proposal.missing);
  const { terms, figures, working, notes } = proposal;
  return { kind: 'pinned', pinned: { terms, figures, formula: parsed.data, wishes: wishes.data, working, notes } };
}

const firstFault = ({ issues }: { issues: { path: PropertyKey[]; message: string }[] }) => `${issues[0]?.path.join('.') || 'all of it'}: ${issues[0]?.message}`;
