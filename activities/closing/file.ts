import { contingencyOf } from '../../db/deadline-rows.ts';
import type { Change } from '../../db/events.ts';
import { standingAssignment } from '../../db/queries/assignments.ts';
import { findDeal, projectDeal } from '../../db/queries/closing.ts';
import { endContract, lastContract } from '../../db/queries/contracts.ts';
import { endDeadlines } from '../../db/queries/deadlines.settle.ts';
import { listDeadlines } from '../../db/queries/deadlines.ts';
import { factsOfContract } from '../../db/queries/deal-facts.ts';
import { awaitedSignatures } from '../../db/queries/envelopes.ts';
import { closingGate } from '../../db/queries/file-gate.ts';
import { acceptedOffer, markOfferAccepted, openOffer } from '../../db/queries/offers.ts';
import { acceptedOfferReceived } from '../../db/queries/offers-received.ts';
import { closeTasks, openTask } from '../../db/queries/tasks.ts';
import { type DealStage, fileStages } from '../../domain/closing/course.ts';
import { fileState } from '../../domain/closing/file-state.ts';
import { isCustomClock, withOwnTitles } from '../../domain/compliance/custom.ts';
import { advanceListing } from './listing.ts';

export type AdvancedFile =
  | { outcome: 'closed' | 'fell-through' | 'dead'; reason: string | null; stage: null; waitingFor: null }
  | { outcome: null; reason: null; stage: DealStage; waitingFor: string }
  | { outcome: null; reason: null; stage: null; waitingFor: null };

const nothing: AdvancedFile = { outcome: null, reason: null, stage: null, waitingFor: null };
const dayMs = 86_400_000;

/** Under the deal's lock: reads the facts, projects the row, and ends the contract when the deal has closed. */
export async function advanceFile(change: Change, dealId: string): Promise<AdvancedFile> {
  const { tx, now } = change;
  const deal = await findDeal(tx, { dealId });
  if (!deal || deal.closedAt) return { outcome: 'dead', reason: deal?.closedReason ?? null, stage: null, waitingFor: null };
  const last = await lastContract(tx, { dealId });
  const contract = last?.status === 'set-aside' ? undefined : last;
  if (contract?.status === 'in-force') await acceptWhatWasSent(change, dealId);
  const offer = contract ? undefined : ((await acceptedOffer(tx, { dealId })) ?? (await acceptedOfferReceived(tx, { dealId })));
  // A listing with an offer of our own was opened when listings still got one: that goes on.
  if (deal.side === 'listing' && !contract && !offer && !(await openOffer(tx, { dealId }))) return advanceListing(change, deal);
  if (!contract && !offer && !fileStages.includes(deal.stage as DealStage)) return nothing;

  const clocks = contract ? (await listDeadlines(tx, { dealId })).filter(({ watched }) => watched) : [];
  const state = fileState({
    contract: contract ? (contract.status as 'in-force' | 'terminated' | 'closed') : 'none',
    endedReason: contract?.endedReason ?? null,
    clocks: clocks.map((row) => {
      const { clock, title, evidence, status, date, flaggedAt } = row;
      // What a person wrote stays out of the log and out of the run.
      return { clock, title: isCustomClock(clock) ? clock : title, evidence, status, date, flagged: flaggedAt !== null, contingency: contingencyOf(row) };
    }),
    happened: (await factsOfContract(tx, { dealId })).map(({ fact }) => fact),
    ...(await closingGate(tx, { dealId })),
    assignment: deal.side === 'wholesale' && contract ? await assignmentState(change, contract.id) : null,
    signatures: await awaitedSignatures(tx, { dealId }),
  });
  if (state.stage === 'closed' || state.stage === 'fell-through') {
    const { reason } = state;
    if (state.stage === 'closed') await endContract(change, { dealId, status: 'closed', reason, earnestMoney: null });
    await endDeadlines(change, { deal, reason: `the deal is ${state.stage}`, by: 'run', closed: state.stage === 'closed' });
    return { outcome: state.stage, reason, stage: null, waitingFor: null };
  }
  const titles = new Map(clocks.map(({ clock, title }) => [clock, title]));
  await projectDeal(change, { dealId, stage: state.stage, waitingFor: withOwnTitles(state.waitingFor, titles), dueAt: null, reason: state.waitingFor });
  if (state.stage === 'accepted')
    await openTask(change, {
      kind: 'record-contract',
      key: `record-contract/${dealId}/${last?.id ?? 'first'}`,
      subject: { kind: 'deal', id: dealId },
      dealId,
      leadId: deal.leadId,
      title: `Record the contract of deal ${deal.dealNo}`,
      reason: 'The seller accepted; the deadlines begin with the signed contract',
      role: 'coordinator',
      dueAt: new Date(now.getTime() + dayMs),
    });
  else
    for (const keyPrefix of [`record-contract/${dealId}`, `make-offer/${dealId}`])
      await closeTasks(change, { keyPrefix, outcome: 'the contract is recorded', by: 'run' });
  return { outcome: null, reason: null, stage: state.stage, waitingFor: state.waitingFor };
}

/** A contract says that our offer was accepted, even when nobody said so before. */
async function acceptWhatWasSent(change: Change, dealId: string): Promise<void> {
  const offer = await openOffer(change.tx, { dealId });
  if (offer?.status === 'sent') await markOfferAccepted(change, { offerId: offer.id });
}

const assignmentState = async ({ tx }: Change, contractId: string) =>
  ((await standingAssignment(tx, { contractId }))?.state ?? 'none') as 'none' | 'drafted' | 'disclosed' | 'effective';
