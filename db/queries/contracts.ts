import { and, desc, eq, sql } from 'drizzle-orm';
import { dealEnded } from '../../domain/closing/ended.ts';
import type { ContractTerms } from '../../domain/compliance/file.ts';
import { DomainError } from '../../domain/errors.ts';
import type { Tx } from '../client.ts';
import type { Change } from '../events.ts';
import { fileStillEnding } from '../file-still-ending.ts';
import { amendments, contracts, deals } from '../schema/index.ts';
import { type Deal, findDeal } from './closing.ts';
import { releaseAccepted } from './offers-received.ts';

export type Contract = typeof contracts.$inferSelect;

/** The contract in force, if there is one. */
export async function findContract(tx: Tx, { dealId }: { dealId: string }): Promise<Contract | undefined> {
  const [row] = await tx
    .select()
    .from(contracts)
    .where(and(eq(contracts.brokerageId, tx.brokerageId), eq(contracts.dealId, dealId), eq(contracts.status, 'in-force')));
  return row;
}

/** The contract in force, or the one that ended last. */
export async function lastContract(tx: Tx, { dealId }: { dealId: string }): Promise<Contract | undefined> {
  const [row] = await tx
    .select()
    .from(contracts)
    .where(and(eq(contracts.brokerageId, tx.brokerageId), eq(contracts.dealId, dealId)))
    .orderBy(desc(contracts.recordedAt), desc(contracts.id))
    .limit(1);
  return row;
}

/** The contract a deal's papers are of now, from 1, as SQL over `deals`: those that fell through count once the deal is opened again. */
export const contractNoNow = sql<number>`(1 + (
  select count(*)::int from contracts c where c.brokerage_id = deals.brokerage_id and c.deal_id = deals.id and c.status = 'set-aside'))`;

export async function contractNoOf(tx: Tx, { dealId }: { dealId: string }): Promise<number> {
  const [row] = await tx
    .select({ no: contractNoNow })
    .from(deals)
    .where(and(eq(deals.brokerageId, tx.brokerageId), eq(deals.id, dealId)));
  return row?.no ?? 1;
}

/** The deal and its contract; refuses where there is none to act on. */
export async function fileOf(tx: Tx, { dealId }: { dealId: string }): Promise<{ deal: Deal; contract: Contract }> {
  const [deal, contract] = [await findDeal(tx, { dealId }), await findContract(tx, { dealId })];
  if (!deal) throw new DomainError('no-such-deal', 'There is no such deal', { nextStep: 'List the deals and take the number of one' });
  if (!contract)
    throw new DomainError('no-contract', `Deal ${deal.dealNo} is under no contract.`, { nextStep: `Record one with POST /v1/deals/${deal.dealNo}/contract.` });
  return { deal, contract };
}

/** The deal and its contract in force, or the one it was closed under: some clocks live on after the closing. */
export async function standingFile(tx: Tx, { dealId }: { dealId: string }): Promise<{ deal: Deal; contract: Contract }> {
  const [deal, last] = [await findDeal(tx, { dealId }), await lastContract(tx, { dealId })];
  return deal && last?.status === 'closed' ? { deal, contract: last } : fileOf(tx, { dealId });
}

export type NewContract = ContractTerms & { state: string; effectiveTime: string; by: string };

/** Puts a deal under contract. The event carries the deal's run on; whoever records it again is told of the one in force. */
export async function recordContract({ tx, now, event }: Change, { dealId, by, ...terms }: NewContract & { dealId: string }): Promise<Contract> {
  const deal = await findDeal(tx, { dealId });
  if (!deal) throw new DomainError('no-such-deal', 'There is no such deal', { nextStep: 'List the deals and take the number of one' });
  if (deal.closedAt) throw dealEnded(deal);
  if (await findContract(tx, { dealId }))
    throw new DomainError('contract-in-force', `Deal ${deal.dealNo} is under contract already.`, {
      nextStep: `Change it with POST /v1/deals/${deal.dealNo}/changes, or end it with POST /v1/deals/${deal.dealNo}/fall-through.`,
    });
  // The run that ends the deal has still to settle the clocks of the last one.
  if ((await lastContract(tx, { dealId }))?.status === 'terminated') throw fileStillEnding(deal.dealNo);
  const [contract] = await tx
    .insert(contracts)
    .values({ brokerageId: tx.brokerageId, dealId, ...terms, recordedAt: now, recordedBy: by })
    .returning();
  const { id: contractId, form, formVersion, effectiveOn, priceCents } = contract!;
  await event('Contract.Recorded', { dealId, dealNo: deal.dealNo, contractId, form, formVersion, effectiveOn, priceCents });
  return contract!;
}

export type Amendment = typeof amendments.$inferSelect;

/** Writes an amendment and the contract as it stands after it. What it moves is written by the caller, in the same transaction. */
export async function amendContract(
  { tx, now, event }: Change,
  {
    deal,
    contract,
    next,
    changes,
    ripple,
    reason,
    by,
  }: {
    deal: Deal;
    contract: Contract;
    next: ContractTerms;
    changes: Record<string, { prior: unknown; next: unknown }>;
    ripple: unknown;
    reason: string;
    by: string;
  },
): Promise<Amendment> {
  const amendmentNo = contract.revision;
  const [amendment] = await tx
    .insert(amendments)
    .values({ brokerageId: tx.brokerageId, dealId: deal.id, contractId: contract.id, amendmentNo, reason, changes, ripple, at: now, by })
    .returning();
  const { priceCents, effectiveOn, periods, dates } = next;
  await tx
    .update(contracts)
    .set({ priceCents, effectiveOn, periods, dates, revision: contract.revision + 1 })
    .where(and(eq(contracts.brokerageId, tx.brokerageId), eq(contracts.id, contract.id)));
  await event('Contract.Amended', { dealId: deal.id, dealNo: deal.dealNo, contractId: contract.id, amendmentId: amendment!.id, amendmentNo, changes });
  return amendment!;
}

export function listAmendments(tx: Tx, { dealId }: { dealId: string }): Promise<Amendment[]> {
  return tx
    .select()
    .from(amendments)
    .where(and(eq(amendments.brokerageId, tx.brokerageId), eq(amendments.dealId, dealId)))
    .orderBy(amendments.at);
}

/** Ends the contract in force: it fell through, or the deal is closed. A repeat finds it ended. */
export async function endContract(
  change: Change,
  { dealId, status, reason, earnestMoney }: { dealId: string; status: 'terminated' | 'closed'; reason: string | null; earnestMoney: string | null },
): Promise<void> {
  const { tx, now, event } = change;
  const contract = await findContract(tx, { dealId });
  if (!contract) return;
  const deal = (await findDeal(tx, { dealId }))!;
  await tx
    .update(contracts)
    .set({ status, endedAt: now, endedReason: reason })
    .where(and(eq(contracts.brokerageId, tx.brokerageId), eq(contracts.id, contract.id)));
  await event('Contract.Ended', { dealId, dealNo: deal.dealNo, contractId: contract.id, status, reason, earnestMoney });
  if (status === 'terminated') await releaseAccepted(change, { dealId, reason, by: 'contract' });
}
