import { and, eq } from 'drizzle-orm';
import { lawFactsOf, mergedFacts } from '../../domain/compliance/checklists/deal.ts';
import { type Checklist, requiredDocuments } from '../../domain/compliance/checklists/required.ts';
import { DealFacts } from '../../domain/compliance/checklists/schemas.ts';
import { statedClosing } from '../../domain/compliance/file.ts';
import { DomainError } from '../../domain/errors.ts';
import { localDate } from '../../domain/time/zoned.ts';
import type { Tx } from '../client.ts';
import type { Change } from '../events.ts';
import { brokerages, deals, leads } from '../schema/index.ts';
import { type Deal, type DealSide, findDeal } from './closing.ts';
import { lastContract } from './contracts.ts';
import { factsOfContract } from './deal-facts.ts';

export type DealLaw = { deal: Deal; stated: DealFacts; facts: DealFacts; on: string; checklist: Checklist };

/** The facts the law is asked with: those the file knows and those that people stated (or `stated` instead of them), and the day it is at the property. */
export async function lawFacts(
  tx: Tx,
  { dealId, at, stated }: { dealId: string; at: Date; stated?: DealFacts | undefined },
): Promise<Omit<DealLaw, 'checklist'>> {
  const deal = await findDeal(tx, { dealId });
  if (!deal) throw new DomainError('no-such-deal', 'There is no such deal.', { nextStep: 'List the deals and take the number of one.' });
  const [lead] = await tx
    .select({ state: leads.state, yearBuilt: leads.yearBuilt, units: leads.units })
    .from(leads)
    .where(and(eq(leads.brokerageId, tx.brokerageId), eq(leads.id, deal.leadId)));
  const [brokerage] = await tx.select({ zone: brokerages.zone }).from(brokerages).where(eq(brokerages.id, tx.brokerageId));
  const closed = (await factsOfContract(tx, { dealId })).find(({ fact }) => fact === 'Closing.Completed');
  const last = await lastContract(tx, { dealId });
  const contract = last?.status === 'in-force' || last?.status === 'closed' ? last : undefined;
  const dates = (contract?.dates ?? {}) as Record<string, unknown>;
  const closing = statedClosing(dates);
  const given = stated ?? (deal.lawFacts as DealFacts);
  const facts = lawFactsOf({
    side: deal.side as DealSide,
    lead: lead ?? { state: null, yearBuilt: null, units: null },
    contract: contract
      ? {
          state: contract.state,
          effectiveOn: contract.effectiveOn,
          closingDate: typeof closing === 'string' ? closing : null,
          financed: typeof dates.financed === 'boolean' ? dates.financed : null,
        }
      : null,
    closedOn: closed?.effectiveOn ?? null,
    stated: given,
  });
  const on = localDate(at, contract?.zone ?? brokerage?.zone ?? 'UTC');
  return { deal, stated: given, facts, on };
}

/** What the law asks of a deal on a day: the facts and the documents they ask for. */
export async function dealLaw(tx: Tx, asked: { dealId: string; at: Date; stated?: DealFacts | undefined }): Promise<DealLaw> {
  const law = await lawFacts(tx, asked);
  return { ...law, checklist: requiredDocuments(law.facts, law.on) };
}

/** Writes what a person states about property and parties. What is said already changes nothing. */
export async function stateFacts({ tx, event }: Change, { dealId, facts }: { dealId: string; facts: DealFacts }): Promise<DealFacts> {
  const deal = await findDeal(tx, { dealId });
  if (!deal) throw new DomainError('no-such-deal', 'There is no such deal.', { nextStep: 'List the deals and take the number of one.' });
  const prior = deal.lawFacts as Record<string, unknown>;
  const next = mergedFacts(prior, DealFacts.parse(facts)) as Record<string, unknown>;
  const names = [...new Set([...Object.keys(prior), ...Object.keys(next)])].filter((name) => prior[name] !== next[name]);
  if (names.length === 0) return next;
  await tx
    .update(deals)
    .set({ lawFacts: next })
    .where(and(eq(deals.brokerageId, tx.brokerageId), eq(deals.id, dealId)));
  const changes = Object.fromEntries(names.map((name) => [name, { prior: prior[name] ?? null, next: next[name] ?? null }]));
  await event('Deal.FactsChanged', { dealId, dealNo: deal.dealNo, facts: changes });
  return next;
}
