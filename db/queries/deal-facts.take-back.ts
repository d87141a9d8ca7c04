import { and, eq } from 'drizzle-orm';
import { standing } from '../../domain/closing/course.ts';
import { type Milestone, type MilestoneKind, milestoneNames, milestones } from '../../domain/closing/milestones.ts';
import { isOver } from '../../domain/compliance/watch.ts';
import { disclosureFacts } from '../../domain/compliance/wholesaling/law.ts';
import { DomainError } from '../../domain/errors.ts';
import type { Tx } from '../client.ts';
import { type DeadlineRow, livesOnOf } from '../deadline-rows.ts';
import type { Change } from '../events.ts';
import { dealFacts } from '../schema/index.ts';
import { standingAssignment } from './assignments.ts';
import type { Deal } from './closing.ts';
import { findContract, lastContract } from './contracts.ts';
import { recomputeDeadlines } from './deadlines.compute.ts';
import { missDeadline } from './deadlines.miss.ts';
import { settleDeadline } from './deadlines.settle.ts';
import { listDeadlines } from './deadlines.ts';
import { type DealFact, factsOfContract } from './deal-facts.ts';
import { lastAgreement } from './listing-agreements.ts';
import { listOffersReceived } from './offers-received.ts';
import { listShowings } from './showings.ts';

type TakingBack = { deal: Deal; factId: string; reason: string; by: string };

/**
 * Takes back what was recorded by mistake: it never happened on this file. The clocks it had settled run again, and what is over by now is missed at
 * once; dates that counted from it go. Its document stays a document.
 */
export async function takeBackFact(change: Change, { deal, factId, reason, by }: TakingBack): Promise<{ fact: DealFact; deadlines: DeadlineRow[] }> {
  const { tx, now, event } = change;
  const prior = await standingFact(tx, deal, factId);
  await refuseRestedOn(tx, deal, prior);
  const [fact] = await tx
    .update(dealFacts)
    .set({ takenBack: { by, reason, at: now.toISOString() } })
    .where(and(eq(dealFacts.brokerageId, tx.brokerageId), eq(dealFacts.id, factId)))
    .returning();
  await event('Fact.TakenBack', {
    ...{ dealId: deal.id, dealNo: deal.dealNo, factId, fact: prior.fact as Milestone },
    effectiveOn: { prior: prior.effectiveOn, next: null },
    value: { prior: prior.value as number | string | null, next: null },
  });
  return { fact: fact!, deadlines: await runAgain(change, { deal, fact: fact! }) };
}

async function standingFact(tx: Tx, deal: Deal, factId: string): Promise<DealFact> {
  const [row] = await tx
    .select()
    .from(dealFacts)
    .where(and(eq(dealFacts.brokerageId, tx.brokerageId), eq(dealFacts.dealId, deal.id), eq(dealFacts.id, factId)));
  if (!row)
    throw new DomainError('no-such-fact', `Deal ${deal.dealNo} has no fact ${factId}.`, { nextStep: 'List the facts of the deal and take the id of one.' });
  const kind: MilestoneKind = milestones[row.fact as Milestone];
  if (row.takenBack)
    throw new DomainError('fact-taken-back', `${kind.title} of ${row.effectiveOn} was taken back already.`, {
      nextStep: 'Record it again if it did happen.',
    });
  if (deal.closedAt && !(deal.stage === 'closed' && (kind.afterClosing || (await endsWhatLivesOn(tx, deal.id, row.fact)))))
    throw new DomainError('deal-closed', `${standing(deal.dealNo, deal.stage)}, and what led to it stays.`, {
      nextStep: 'Open the deal again where it fell through; of a closed one only what may come after the closing is taken back.',
    });
  return row;
}

const endsWhatLivesOn = async (tx: Tx, dealId: string, fact: string): Promise<boolean> =>
  (await listDeadlines(tx, { dealId })).some((row) => row.evidence === fact && livesOnOf(row));

/** A later step must not stand on nothing: it goes first, in its own way. */
async function refuseRestedOn(tx: Tx, deal: Deal, { fact, value }: DealFact): Promise<void> {
  const happened = await factsOfContract(tx, { dealId: deal.id });
  const later = milestoneNames.filter(
    (name) => ((milestones[name] as MilestoneKind).restsOn ?? []).includes(fact) && happened.some((one) => one.fact === name),
  );
  const found = later.length > 0 ? { what: later.map((name) => milestones[name].title).join(', '), nextStep: 'Take that back first.' } : await elsewhere();
  if (!found) return;
  throw new DomainError('fact-rested-on', `${milestones[fact as Milestone].title} cannot be taken back: on it rests ${found.what}.`, {
    nextStep: found.nextStep,
  });

  async function elsewhere(): Promise<{ what: string; nextStep: string } | null> {
    const dealId = deal.id;
    if ((disclosureFacts as readonly string[]).includes(fact)) {
      const contract = await findContract(tx, { dealId });
      const assignment = contract && (await standingAssignment(tx, { contractId: contract.id }));
      return assignment?.state === 'effective'
        ? { what: 'the assignment that took effect', nextStep: 'The assignment ends only with its contract: record that as fallen through.' }
        : null;
    }
    if (fact === 'Showing.Scheduled') {
      const showing = (await listShowings(tx, { dealId })).find(({ showingNo }) => String(value).startsWith(`showing ${showingNo}, `));
      return showing ? { what: `showing ${showing.showingNo}`, nextStep: 'Cancel the showing.' } : null;
    }
    if (fact === 'ListingAgreement.Signed')
      return (await lastAgreement(tx, { dealId })) ? { what: 'the listing agreement', nextStep: 'Correct or end the agreement.' } : null;
    if (fact === 'BackupOffer.Received')
      return (await listOffersReceived(tx, { dealId })).some(({ status, priceCents }) => status === 'backup' && priceCents === value)
        ? { what: 'the back-up offer', nextStep: 'Decline or withdraw the offer.' }
        : null;
    return null;
  }
}

/** What the fact had settled runs again, all is computed anew, and what has passed meanwhile is missed now, not at its watcher's next look. */
async function runAgain(change: Change, { deal, fact }: { deal: Deal; fact: DealFact }): Promise<DeadlineRow[]> {
  const { tx, now } = change;
  const last = await lastContract(tx, { dealId: deal.id });
  if (last?.status !== 'in-force' && last?.status !== 'closed') return [];
  const settled = (await listDeadlines(tx, { dealId: deal.id })).filter(
    (row) => row.status === 'satisfied' && (row.settled as { proof?: string } | null)?.proof === fact.id,
  );
  for (const row of settled)
    await settleDeadline(change, {
      deal,
      row,
      status: 'pending',
      reason: `${fact.fact} was taken back`,
      proof: fact.id,
      by: (fact.takenBack as { by: string }).by,
    });
  const rows = await recomputeDeadlines(change, { dealId: deal.id, cause: { kind: 'fact', id: fact.id } });
  const again = new Set(settled.map(({ id }) => id));
  const over = rows.filter((row) => again.has(row.id) && row.status === 'pending' && row.watched && row.dueAt !== null && isOver(row.dueAt, now));
  for (const row of over) await missDeadline(change, { deal, row });
  return over.length > 0 ? listDeadlines(tx, { dealId: deal.id }) : rows;
}
