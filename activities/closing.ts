import { randomUUID } from 'node:crypto';
import { activityInfo } from '@temporalio/activity';
import { type Change, changeSubject } from '../db/events.ts';
import { closeDeal, dealSettings, findDeal, leadsToOpen, openDeal, projectDeal, saveOpening } from '../db/queries/closing.ts';
import {
  findOffer,
  markOfferAccepted,
  markOfferApproved,
  markOfferDeclined,
  markOfferExpired,
  markOfferSent,
  markOfferWithdrawn,
  openOffer,
} from '../db/queries/offers.ts';
import { enrolLead } from '../db/queries/outreach.ts';
import { closeTasks, openTask } from '../db/queries/tasks.ts';
import { inTenant } from '../db/tenant.ts';
import { type DealStage, fileStages, type Outcome } from '../domain/closing/course.ts';
import { nextOpening, startOfDay } from '../domain/closing/opening.ts';
import type { TermKind } from '../domain/closing/term-watch.ts';
import { DomainError } from '../domain/errors.ts';
import type { WatchLook } from '../workflows/compliance/messages.ts';
import { whileAlive } from './alive.ts';
import { type AdvancedFile, advanceFile } from './closing/file.ts';
import { lookAtTerm } from './closing/listing.ts';
import type { Deps } from './deps.ts';
import { finalRefusals } from './refusals.ts';
import { businessNow } from './time.ts';

type OfDeal = { brokerageId: string; dealId: string };
const dayMs = 86_400_000;

/** Facts of deals. Each is one transaction under the deal's lock; again after a kill, it finds its work done. */
export function createClosingActivities(deps: Deps) {
  const { db } = deps;
  const change = async <T>({ brokerageId, dealId }: OfDeal, fn: (change: Change) => Promise<T>): Promise<T> => {
    const { workflowExecution } = activityInfo();
    const run = workflowExecution?.workflowId ?? 'unknown';
    return finalRefusals(async () =>
      changeSubject(
        db,
        {
          brokerageId,
          subject: { kind: 'deal', id: dealId },
          actor: { kind: 'workflow', id: run },
          source: 'worker',
          correlationId: run,
          at: await businessNow(deps),
        },
        fn,
      ),
    );
  };

  /** A transaction each: killed half way, the rest is found qualified again and opened then. */
  const openEach = async (brokerageId: string, leadIds: string[]): Promise<number> => {
    for (const leadId of leadIds) {
      const dealId = randomUUID();
      await change({ brokerageId, dealId }, (c) => openDeal(c, { dealId, leadId, side: 'wholesale', openedBy: 'rule', wishes: {} }));
    }
    return leadIds.length;
  };

  return {
    /** The first step of a deal's run: goes on only while the row is open. */
    openDeal: (input: OfDeal): Promise<{ open: false } | { open: true; zone: string; offerApproval: boolean; isFile: boolean; side: string }> =>
      change(input, async (c) => {
        const deal = await findDeal(c.tx, input);
        if (!deal || deal.closedAt) return { open: false };
        const { zone, offerApproval } = await dealSettings(c.tx, {});
        if (deal.stage === 'open' && deal.side !== 'listing')
          await projectDeal(c, { ...input, stage: 'drafting', waitingFor: null, dueAt: null, reason: 'opened' });
        // Opened again after a contract that ended: the seller has accepted, and its file says where it stands.
        return { open: true, zone, offerApproval, isFile: fileStages.includes(deal.stage as DealStage), side: deal.side };
      }),

    /** Writes where the run stands and what people must do about it. */
    advanceDeal: (input: OfDeal & { stage: DealStage; waitingFor: string; dueAt: string | null; offerId: string | null }): Promise<void> =>
      change(input, async (c) => {
        const { dealId, stage, waitingFor, dueAt, offerId } = input;
        await projectDeal(c, { dealId, stage, waitingFor, dueAt: dueAt ? new Date(dueAt) : null, reason: waitingFor });
        const deal = await findDeal(c.tx, { dealId });
        const about = { subject: { kind: 'deal', id: dealId } as const, dealId, leadId: deal?.leadId ?? null, dueAt: new Date(c.now.getTime() + dayMs) };
        if (stage === 'approval')
          await openTask(c, {
            ...about,
            kind: 'approve-offer',
            key: `approve-offer/${offerId}`,
            title: `Approve the offer of deal ${deal?.dealNo}`,
            reason: 'Offers of this brokerage wait for an approval before they are sent',
            role: 'broker',
          });
        if (stage === 'open')
          await openTask(c, {
            ...about,
            kind: 'make-offer',
            key: `make-offer/${dealId}`,
            title: `Make an offer for deal ${deal?.dealNo}`,
            reason: `The formula gives none: ${waitingFor}`,
            role: 'agent',
          });
      }),

    approveOffer: (input: OfDeal & { offerId: string; by: string }): Promise<void> =>
      change(input, async (c) => {
        await markOfferApproved(c, { offerId: input.offerId, by: input.by });
        await closeTasks(c, { keyPrefix: `approve-offer/${input.offerId}`, outcome: 'approved', by: input.by });
      }),

    /** The offer is out from here on: its validity runs, and the seller is enrolled in the brokerage's sequence. */
    sendOffer: (input: OfDeal & { offerId: string }): Promise<{ kind: 'withdrawn' } | { kind: 'sent'; expiresAt: string; followUp: string | null }> =>
      change(input, async (c) => {
        const { dealId, offerId } = input;
        const [deal, offer, { offerDays, sequence }] = [await findDeal(c.tx, { dealId }), await findOffer(c.tx, { offerId }), await dealSettings(c.tx, {})];
        if (!deal || deal.closedAt || !offer || !['drafted', 'approved', 'sent'].includes(offer.status)) return { kind: 'withdrawn' };
        const expiresAt = offer.expiresAt ?? new Date(c.now.getTime() + offerDays * dayMs);
        await markOfferSent(c, { offerId, expiresAt });
        await enrolLead(c, { leadId: deal.leadId, sequence, dealId, offerId });
        await projectDeal(c, { dealId, stage: 'following-up', waitingFor: "the seller's reply", dueAt: expiresAt, reason: `offer ${offer.offerNo} sent` });
        await closeTasks(c, { keyPrefix: `make-offer/${dealId}`, outcome: 'an offer was made', by: 'run' });
        return { kind: 'sent', expiresAt: expiresAt.toISOString(), followUp: null };
      }),

    /** Accepts, declines or expires an offer under the deal's lock. `settled` says that another decision came first. */
    recordDecision: (
      input: OfDeal & { offerId: string; decision: 'accepted' | 'declined' | 'expired'; reason: string | null; by: string },
    ): Promise<{ kind: 'recorded' } | { kind: 'settled'; status: string }> =>
      change(input, async (c) => {
        const { offerId, decision, reason } = input;
        const offer = await findOffer(c.tx, { offerId });
        if (!offer) throw new DomainError('no-such-offer', 'This offer is not there any more', { nextStep: 'Look at the offers of the deal' });
        if (offer.status === decision) return { kind: 'recorded' };
        if (offer.status !== 'sent') return { kind: 'settled', status: offer.status };
        if (decision === 'accepted') await markOfferAccepted(c, { offerId });
        else if (decision === 'declined') await markOfferDeclined(c, { offerId, reason });
        else await markOfferExpired(c, { offerId });
        return { kind: 'recorded' };
      }),

    /** Reads the file's facts and writes where they put the deal. `stage` is null before the seller has accepted and without a contract. */
    advanceFile: (input: OfDeal): Promise<AdvancedFile> => change(input, (c) => advanceFile(c, input.dealId)),

    /** Asks people ahead of the end of an offer received or a listing agreement, and ends it by the clock. */
    watchListingTerm: ({ kind, id, ...input }: OfDeal & { kind: TermKind; id: string }): Promise<WatchLook> =>
      change(input, (c) => lookAtTerm(c, { kind, id })),

    /** Closes the row, withdraws what is still open and ends what people had to do. */
    closeDeal: (input: OfDeal & { outcome: Outcome; reason: string | null }): Promise<void> =>
      change(input, async (c) => {
        const open = await openOffer(c.tx, { dealId: input.dealId });
        if (open) await markOfferWithdrawn(c, { offerId: open.id, reason: `the deal is ${input.outcome}` });
        for (const keyPrefix of [
          `make-offer/${input.dealId}`,
          `answer-seller/${input.dealId}/`,
          `record-contract/${input.dealId}`,
          ...(open ? [`approve-offer/${open.id}`] : []),
        ])
          await closeTasks(c, { keyPrefix, outcome: input.outcome, by: 'run' });
        await closeDeal(c, input);
      }),

    /** Opens deals by rule up to the day's number, best score first. Answers when to look again; null when nobody waits. */
    async openDealsByRule({
      brokerageId,
    }: {
      brokerageId: string;
    }): Promise<{ opened: number; waiting: number; nextAt: string | null; waitingFor: string | null }> {
      const now = await businessNow(deps);
      const { dealsPerDay, zone, slug } = await inTenant(db, brokerageId, (tx) => dealSettings(tx, {}));
      const {
        opened: before,
        leadIds,
        waiting,
      } = await inTenant(db, brokerageId, (tx) => leadsToOpen(tx, { since: startOfDay(now, zone), limit: dealsPerDay }));
      const opened = await whileAlive(() => openEach(brokerageId, leadIds.slice(0, Math.max(0, dealsPerDay - before))));
      const left = waiting - opened;
      const nextAt = left > 0 ? nextOpening(now, zone) : null;
      const waitingFor = left > 0 ? `the next day's number: ${left} qualified leads wait` : null;
      await inTenant(db, brokerageId, (tx) => saveOpening(tx, { workflowId: `opening/${slug}`, dueAt: nextAt, waitingFor }));
      return { opened, waiting: left, nextAt: nextAt?.toISOString() ?? null, waitingFor };
    },
  };
}
