import { and, eq, isNull } from 'drizzle-orm';
import { dealEnded } from '../../domain/closing/ended.ts';
import { contractFactNames } from '../../domain/compliance/checklists/facts.ts';
import { DomainError } from '../../domain/errors.ts';
import type { Change } from '../events.ts';
import { contracts, deals, leads } from '../schema/index.ts';
import { type Deal, findDeal } from './closing.ts';
import { stateFacts } from './deal-law.ts';

/** Opens a deal whose run has ended once more; its run begins again, waiting for a contract. */
export async function reopenDeal(change: Change, { dealId, reason }: { dealId: string; reason: string }): Promise<Deal> {
  const { tx, now, event } = change;
  const deal = await findDeal(tx, { dealId });
  if (!deal) throw new DomainError('no-such-deal', 'There is no such deal', { nextStep: 'List the deals and take the number of one' });
  if (!deal.closedAt) throw new DomainError('deal-open', `Deal ${deal.dealNo} is open.`, { nextStep: 'Nothing is left to do; go on with it.' });
  if (deal.stage === 'closed') throw dealEnded(deal);
  const [open] = await tx
    .select({ dealNo: deals.dealNo })
    .from(deals)
    .where(and(eq(deals.brokerageId, tx.brokerageId), eq(deals.leadId, deal.leadId), eq(deals.side, deal.side), isNull(deals.closedAt)));
  if (open) throw new DomainError('deal-open', `Deal ${open.dealNo} is open for this property and side.`, { nextStep: `Go on with deal ${open.dealNo}.` });
  const [row] = await tx
    .update(deals)
    .set({ stage: 'accepted', closedAt: null, closedReason: null, waitingFor: 'the contract', waitingSince: now })
    .where(and(eq(deals.brokerageId, tx.brokerageId), eq(deals.id, dealId)))
    .returning();
  await tx
    .update(leads)
    .set({ status: 'in-deal', updatedAt: now })
    .where(and(eq(leads.brokerageId, tx.brokerageId), eq(leads.id, deal.leadId)));
  // What had ended it no longer says where the deal stands.
  const ended = await tx
    .update(contracts)
    .set({ status: 'set-aside' })
    .where(and(eq(contracts.brokerageId, tx.brokerageId), eq(contracts.dealId, dealId), eq(contracts.status, 'terminated')))
    .returning({ id: contracts.id });
  await event('Deal.Reopened', { dealId, dealNo: deal.dealNo, leadId: deal.leadId, side: deal.side, workflowId: deal.workflowId, reason });
  // The next buyer is another one, with another loan: the law is asked about them anew.
  if (ended.length > 0) await stateFacts(change, { dealId, facts: Object.fromEntries(contractFactNames.map((name) => [name, null])) });
  return row!;
}
