import { livesOnOf } from '../../db/deadline-rows.ts';
import type { Change } from '../../db/events.ts';
import { listChecklist } from '../../db/queries/checklist.ts';
import { findDeal } from '../../db/queries/closing.ts';
import { lastContract } from '../../db/queries/contracts.ts';
import { findDeadline } from '../../db/queries/deadlines.ts';
import { findDocument } from '../../db/queries/documents.ts';
import { draftPartyMessages, setAsideDraftsAbout } from '../../db/queries/party-drafts.ts';
import { releaseHeldMessages, settleMessage, skipMessage } from '../../db/queries/party-messages.ts';
import { findPartyMessage, listPartyMessages } from '../../db/queries/party-messages.view.ts';
import { type RejectReason, rejectReasons } from '../../domain/closing/documents.ts';
import { partiesOfActor, partiesOfSource } from '../../domain/closing/parties.ts';
import { messageWords } from '../../domain/time/zoned.ts';
import type { PartyMessageInput } from '../../workflows/outreach/party-message.messages.ts';
import { dealId as dealAttribute, stage, tenantId } from '../../workflows/search-attributes.ts';
import { acts, type Consumer, type EventOf, writes } from './types.ts';

/** Tells the parties: a deadline of theirs comes near or has moved, a document of theirs is complete or has to come again. */
const partyDrafts = writes({
  name: 'party-messages',
  on: ['Deadline.Reminded', 'Deadline.Moved', 'Deadline.Settled', 'Deadline.Breached', 'Document.Reviewed', 'Deal.Closed'],
  async write(change, event) {
    switch (event.type) {
      case 'Deal.Closed':
        return setAsideDrafts(change, event.payload);
      case 'Document.Reviewed':
        return aboutDocument(change, event);
      case 'Deadline.Settled': {
        const { dealId, clock, status } = event.payload;
        // Resumed, it is due as before.
        return status.next === 'pending' ? undefined : setAsideDraftsAbout(change, { dealId, clock, reason: `the deadline is ${status.next}` });
      }
      case 'Deadline.Breached':
        return setAsideDraftsAbout(change, { ...event.payload, reason: 'the deadline has passed' });
      case 'Deadline.Moved':
        // Also what has been met, or has no date any more: the old one is said to nobody.
        await setAsideDraftsAbout(change, { ...event.payload, reason: 'the deadline has moved' });
        return aboutDeadline(change, event);
      default:
        return aboutDeadline(change, event);
    }
  },
});

/** What nobody has released when the deal ends is not said any more. */
async function setAsideDrafts(change: Change, { dealId, outcome }: { dealId: string; outcome: string }): Promise<void> {
  const drafts = await listPartyMessages(change.tx, { dealId, status: 'draft', limit: 1000 });
  for (const { id } of drafts) await skipMessage(change, { messageId: id, reason: `the deal is ${outcome}`, by: 'rule' });
}

async function aboutDeadline(change: Change, event: EventOf<'Deadline.Reminded' | 'Deadline.Moved'>): Promise<void> {
  const { dealId, deadlineId, clock } = event.payload;
  const [deal, row, contract] = [
    await findDeal(change.tx, { dealId }),
    await findDeadline(change.tx, { deadlineId }),
    await lastContract(change.tx, { dealId }),
  ];
  const roles = partiesOfActor[row?.actor ?? ''] ?? [];
  // What has been met, or has moved on since, is told nobody; a right is nothing that is due from its holder.
  if (row?.lapses) return;
  // What goes on after the closing is due from its party as before.
  const over = !deal || (deal.closedAt !== null && !(deal.stage === 'closed' && row && livesOnOf(row)));
  if (over || !row?.dueAt || contract?.id !== row.contractId || row.status !== 'pending' || row.dueAt.toISOString() !== event.payload.dueAt) return;
  const before = event.type === 'Deadline.Moved' ? event.payload.due.prior : null;
  if (event.type === 'Deadline.Moved' && before === null) return;
  const words = (at: Date) => messageWords(at, contract.zone);
  const deadline = { title: row.title, when: words(row.dueAt), ...(before ? { before: words(new Date(before)) } : {}) };
  const template = event.type === 'Deadline.Moved' ? 'deadline-moved' : 'deadline-reminder';
  await draftPartyMessages(change, { deal, template, cause: event.eventId, roles, about: { clock }, variables: { deadline } });
}

async function aboutDocument(change: Change, { eventId, payload }: EventOf<'Document.Reviewed'>): Promise<void> {
  const { dealId, documentId, kind, status, reason } = payload;
  const [deal, document] = [await findDeal(change.tx, { dealId }), await findDocument(change.tx, { documentId })];
  // Accepted again, now that it is signed, it is as complete as it was.
  const again = status.prior === 'accepted' && status.next === 'accepted';
  if (!deal || deal.closedAt || !document || !kind || document.status !== status.next || again) return;
  const item = (await listChecklist(change.tx, { dealId })).find((one) => one.document === kind);
  const roles = partiesOfSource[(item?.why as { from?: string } | undefined)?.from ?? ''] ?? [];
  const template = status.next === 'accepted' ? 'document-accepted' : 'document-rejected';
  const about = { title: item?.title ?? document.title, ...(reason ? { reason: rejectReasons[reason as RejectReason] } : {}) };
  await draftPartyMessages(change, { deal, template, cause: eventId, roles, about: { document: kind }, variables: { document: about } });
}

/** Starts the run that sends a released message, and wakes one that is held. */
const messageRuns = acts({
  name: 'party-message-run',
  on: ['PartyMessage.Released'],
  async act(tx, { brokerageId, brokerage, eventId, payload }) {
    const { messageId, dealNo, messageNo, workflowId, template } = payload;
    const message = await findPartyMessage(tx, { messageId });
    if (message?.status !== 'released') return null;
    const input: PartyMessageInput = { brokerageId, messageId, dealNo, messageNo, template };
    return {
      kind: 'signal-with-start',
      workflow: 'partyMessageWorkflow',
      workflowId,
      input,
      signal: 'lookAgain',
      signalInput: { eventId },
      summary: `Deal ${dealNo}: message ${messageNo} (${template})`,
      details: `Sends one message to a party, at most once.\n\n- Brokerage **${brokerage}**\n- Deal **${dealNo}**\n- Template **${template}**\n- API \`/v1/deals/${dealNo}/messages\``,
      page: `/deals/${dealNo}/messages`,
      attributes: [
        { key: tenantId, value: brokerage },
        { key: dealAttribute, value: String(dealNo) },
        { key: stage, value: 'sending' },
      ],
      memo: { dealNo, messageNo, template },
    };
  },
});

/** Sending goes on: messages that were held for it look again. */
const messagesGoOn = writes({
  name: 'party-messages-after-sending-stop',
  on: ['Sending.Resumed'],
  write: (change) => releaseHeldMessages(change, { by: 'sending goes on' }),
});

/** A person, or the provider, late, says what became of a message whose outcome was unknown. */
const messagesSettled = writes({
  name: 'party-messages-settled',
  on: ['Message.Settled'],
  write: (change, { payload }) => settleMessage(change, { sendId: payload.sendId, sent: payload.status.next === 'sent' }),
});

export const partyMessageConsumers: Consumer[] = [partyDrafts, messageRuns, messagesGoOn, messagesSettled];
