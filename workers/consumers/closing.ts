import { and, eq, isNull } from 'drizzle-orm';
import type { Tx } from '../../db/client.ts';
import { findDeal } from '../../db/queries/closing.ts';
import { lastContract } from '../../db/queries/contracts.ts';
import { factsNotTakenIn } from '../../db/queries/file.view.ts';
import { openTask } from '../../db/queries/tasks.ts';
import { deals, enrolments, leads } from '../../db/schema/index.ts';
import { fileEventTypes } from '../../domain/closing/file-events.ts';
import { spoken, wordsOf } from '../../domain/closing/file-timeline.ts';
import { listingWords } from '../../domain/closing/listing-timeline.ts';
import { isMilestone, type Milestone, milestones } from '../../domain/closing/milestones.ts';
import { envelopeWords } from '../../domain/closing/signing.ts';
import type { EventEnvelope } from '../../domain/events/envelope.ts';
import type { DealInput, OpeningInput } from '../../workflows/closing/messages.ts';
import { dealId as dealAttribute, stage, tenantId } from '../../workflows/search-attributes.ts';
import { acts, type Consumer, type EventOf, type RunAction, type StartAction, writes } from './types.ts';

/** What happened in plain words, without anybody's name. */
const fileWords = (type: string, payload: object): string =>
  isMilestone(type)
    ? milestones[type].title
    : type === 'Fact.TakenBack'
      ? `${milestones[(payload as { fact: Milestone }).fact].title} taken back`
      : (listingWords(type, payload) ??
        envelopeWords(type, payload) ??
        (type === 'Checklist.FactGivenUp' ? wordsOf(type, payload) : `${spoken(type)}${'clock' in payload ? ` (${payload.clock})` : ''}`));

const signal = async (tx: Tx, dealId: string | null, name: string, input: unknown): Promise<RunAction | null> => {
  const deal = dealId ? await findDeal(tx, { dealId }) : undefined;
  return deal && !deal.closedAt ? { kind: 'signal', workflowId: deal.workflowId, signal: name, input } : null;
};

/** Starts a deal's run and tells it what happened. */
const dealRuns = acts({
  name: 'deal-run',
  on: [
    ...(['Deal.Opened', 'Deal.Reopened', 'Offer.Requested', 'Reply.Received', 'Message.Sent', 'Message.NotSent', 'Enrolment.Closed'] as const),
    ...(['Deadline.Opened'] as const),
    ...fileEventTypes,
  ],
  async act(tx, event) {
    const { eventId } = event;
    switch (event.type) {
      case 'Deal.Opened':
        return startDeal(tx, event, event.payload.openedBy);
      case 'Deal.Reopened': {
        const again = await startDeal(tx, event, 'person');
        // The row is opened again before its last run need have ended: a run that is still there is told.
        const signalInput = { eventId, position: event.position, what: 'opened again', reopened: true };
        return again && { ...again, kind: 'signal-with-start', signal: 'fileChanged', signalInput };
      }
      case 'Offer.Requested':
        return signal(tx, event.payload.dealId, 'offerRequested', { eventId, offerId: event.payload.offerId, offerNo: event.payload.offerNo });
      case 'Reply.Received':
        return signal(tx, event.payload.dealId, 'sellerReplied', { eventId, class: event.payload.class });
      case 'Message.Sent':
        return signal(tx, event.payload.dealId, 'followUpMoved', {
          eventId,
          what: `${event.payload.channel} sent (${event.payload.step})`,
          next: await nextTouch(tx, event.payload.dealId),
        });
      case 'Message.NotSent':
        return signal(tx, event.payload.dealId, 'followUpMoved', {
          eventId,
          what: `${event.payload.channel} not sent (${event.payload.step}): ${event.payload.reason}`,
          next: await nextTouch(tx, event.payload.dealId),
        });
      case 'Enrolment.Closed':
        return signal(tx, event.payload.dealId, 'followUpMoved', {
          eventId,
          what: `follow-up ${event.payload.status}${event.payload.reason ? ` (${event.payload.reason})` : ''}`,
          next: null,
        });
      case 'Deadline.Opened':
        // Those that a contract sets going are looked at with it.
        if (await openedByContract(tx, event)) return null;
        return signal(tx, event.payload.dealId, 'fileChanged', { eventId, position: event.position, what: fileWords(event.type, event.payload) });
      default:
        // Offers are answered on a deal that fell through, too: a run that is still to be started for it reads them itself.
        if (event.type.startsWith('OfferReceived.') && (await startsLater(tx, event.payload.dealId, event.position))) return null;
        return signal(tx, event.payload.dealId, 'fileChanged', { eventId, position: event.position, what: fileWords(event.type, event.payload) });
    }
  },
});

/** One commit writes both, at one instant. */
const openedByContract = async (tx: Tx, { occurredAt, payload }: EventOf<'Deadline.Opened'>): Promise<boolean> =>
  (await lastContract(tx, { dealId: payload.dealId }))?.recordedAt.toISOString() === occurredAt;

const startsLater = async (tx: Tx, dealId: string, position: number): Promise<boolean> =>
  (await factsNotTakenIn(tx, { dealId, position, types: ['Deal.Reopened'] })).length > 0;

async function startDeal(
  tx: Tx,
  event: EventEnvelope<string, { dealId: string; dealNo: number; side: string; workflowId: string }>,
  openedBy: string,
): Promise<StartAction | null> {
  const { dealId, dealNo, side, workflowId } = event.payload;
  const deal = await findDeal(tx, { dealId });
  if (!deal || deal.closedAt) return null;
  const [lead] = await tx
    .select({ leadNo: leads.leadNo, score: leads.score })
    .from(leads)
    .where(and(eq(leads.brokerageId, tx.brokerageId), eq(leads.id, deal.leadId)));
  const input: DealInput = { brokerageId: event.brokerageId, brokerage: event.brokerage, dealId, dealNo };
  return {
    kind: 'start',
    workflow: 'dealWorkflow',
    workflowId,
    input,
    summary: `Deal ${dealNo} (${side}) for lead ${lead?.leadNo ?? '?'}`,
    details: `From the opening to the closing table.\n\n- Brokerage **${event.brokerage}**\n- Opened by **${openedBy}**\n- Lead **${lead?.leadNo ?? '?'}**, score ${lead?.score == null ? 'none' : lead.score / 10}\n- API \`/v1/deals/${dealNo}\``,
    page: `/deals/${dealNo}`,
    attributes: [
      { key: tenantId, value: event.brokerage },
      { key: dealAttribute, value: String(dealNo) },
      { key: stage, value: 'open' },
    ],
    memo: { dealNo, leadNo: lead?.leadNo ?? null, side },
  };
}

/** What the deal's follow-up does next, as its own row says. */
async function nextTouch(tx: Tx, dealId: string | null): Promise<string | null> {
  if (!dealId) return null;
  const [row] = await tx
    .select({ waitingFor: enrolments.waitingFor })
    .from(enrolments)
    .where(and(eq(enrolments.brokerageId, tx.brokerageId), eq(enrolments.dealId, dealId), eq(enrolments.status, 'open')))
    .limit(1);
  return row?.waitingFor ?? null;
}

/** Wakes the brokerage's opening run whenever leads may have become qualified or the daily number changed. */
const openingRuns = acts({
  name: 'deal-opening',
  on: ['Import.Finished', 'Lead.Decided', 'Leads.Decided', 'Settings.Changed'],
  async act(tx, event) {
    if (event.type === 'Lead.Decided' && event.payload.outcome.next !== 'qualified') return null;
    if (event.type === 'Settings.Changed' && !('dealsPerDay' in event.payload.changes)) return null;
    const [waiting] = await tx
      .select({ id: leads.id })
      .from(leads)
      .where(and(eq(leads.brokerageId, tx.brokerageId), eq(leads.status, 'qualified')))
      .limit(1);
    if (!waiting) return null;
    const input: OpeningInput = { brokerageId: event.brokerageId, brokerage: event.brokerage };
    return {
      kind: 'signal-with-start',
      workflow: 'dealOpeningWorkflow',
      workflowId: `opening/${event.brokerage}`,
      input,
      signal: 'lookAgain',
      signalInput: { eventId: event.eventId },
      summary: `Opens deals for qualified leads of ${event.brokerage}`,
      details: 'Best score first, at most the daily number of the settings; the rest wait for the next day at 8:00.',
      page: '/deals',
      attributes: [{ key: tenantId, value: event.brokerage }],
    };
  },
});

const replies: Partial<Record<string, string>> = {
  reply: 'The seller wrote back',
  unclear: 'The seller wrote, and what it means is unclear',
  help: 'The seller asks for help',
  hold: 'The seller wants to cancel or to wait',
  resume: 'The seller wants to hear from us again',
  'wrong-number': 'Somebody says that we have the wrong person',
};
/** What came, and how, as one says it to a colleague. */
const replyReason = ({ channel, class: found }: { channel: string; class: string }): string =>
  `${replies[found] ?? 'The seller wrote back'} by ${channel === 'email' ? 'e-mail' : 'text'}`;

/** A seller who writes is answered by a person. */
const answerTasks = writes({
  name: 'answer-seller-task',
  on: ['Reply.Received'],
  async write(change, { payload }) {
    if (payload.class === 'auto-reply' || payload.class === 'opt-out') return;
    const { tx, now } = change;
    const [deal] = payload.dealId
      ? await tx
          .select()
          .from(deals)
          .where(and(eq(deals.brokerageId, tx.brokerageId), eq(deals.id, payload.dealId), isNull(deals.closedAt)))
      : [];
    await openTask(change, {
      kind: 'answer-seller',
      key: `answer-seller/${deal?.id ?? payload.leadId}/${payload.messageId}`,
      subject: { kind: 'lead', id: payload.leadId },
      dealId: deal?.id ?? null,
      leadId: payload.leadId,
      title: deal ? `Answer the seller of deal ${deal.dealNo}` : 'Answer a seller',
      reason: replyReason(payload),
      role: 'agent',
      dueAt: new Date(now.getTime() + 4 * 3_600_000),
    });
  },
});

export const closingConsumers: Consumer[] = [dealRuns, openingRuns, answerTasks];
