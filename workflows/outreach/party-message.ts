import { ActivityFailure, isCancellation, proxyActivities } from '@temporalio/workflow';
import type { OutreachActivities } from '../../activities/outreach.ts';
import { mainQueue, sendsQueue } from '../queues.ts';
import * as messages from './party-message.messages.ts';
import { sendUntilOver } from './send-until-over.ts';

// One message. Bounded by total time: an outage is retried, the claim in the ledger makes a second attempt after an unclear one harmless.
const { sendPartyMessage } = proxyActivities<Pick<OutreachActivities, 'sendPartyMessage'>>({
  taskQueue: sendsQueue,
  startToCloseTimeout: '2 minutes',
  heartbeatTimeout: '20 seconds',
  scheduleToCloseTimeout: '30 days',
  retry: { initialInterval: '10 seconds', maximumInterval: '15 minutes' },
});
// One row; tried for as long as it takes.
const { refusePartyMessage } = proxyActivities<Pick<OutreachActivities, 'refusePartyMessage'>>({
  taskQueue: mainQueue,
  startToCloseTimeout: '30 seconds',
  retry: { maximumInterval: '1 minute' },
});

/** Sends one released message to a party of a deal: at most once, held while sending is stopped. */
export function partyMessageWorkflow(input: messages.PartyMessageInput): Promise<messages.PartyMessageResult> {
  return sendUntilOver({
    told: messages,
    begin: 'sending',
    asked: 'released',
    title: `Deal ${input.dealNo}, message ${input.messageNo}`,
    explain: messages.explainMessage,
    attempt: () => send(input),
  });
}

/** What finally fails ends as refused, with its reason, and a person is asked to reach the party. */
async function send({ brokerageId, messageId, messageNo, template }: messages.PartyMessageInput): Promise<messages.MessageAttempt> {
  try {
    return await sendPartyMessage.executeWithOptions({ summary: `Send message ${messageNo} (${template})` }, [{ brokerageId, messageId }]);
  } catch (error) {
    if (!(error instanceof ActivityFailure) || isCancellation(error)) throw error;
    const why = error.cause?.message ?? error.message;
    await refusePartyMessage.executeWithOptions({ summary: `Leave message ${messageNo} to a person` }, [{ brokerageId, messageId, why }]);
    return { kind: 'refused', why };
  }
}
