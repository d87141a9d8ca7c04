import { ActivityFailure, isCancellation, proxyActivities } from '@temporalio/workflow';
import type { Activities } from '../../activities/index.ts';
import { mainQueue, sendsQueue } from '../queues.ts';
import * as messages from './delivery.messages.ts';
import { sendUntilOver } from './send-until-over.ts';

// An outage of days is waited for; the id a push carries, and the claim of an e-mail, make a further attempt harmless.
const { pushToCrm, sendNotice, sendDigest, sendPersonalMessage } = proxyActivities<
  Pick<Activities, 'pushToCrm' | 'sendNotice' | 'sendDigest' | 'sendPersonalMessage'>
>({
  taskQueue: sendsQueue,
  startToCloseTimeout: '1 minute',
  scheduleToCloseTimeout: '7 days',
  retry: { initialInterval: '30 seconds', maximumInterval: '6 hours' },
});
// One row; tried for as long as it takes.
const { giveUpDelivery } = proxyActivities<Pick<Activities, 'giveUpDelivery'>>({
  taskQueue: mainQueue,
  startToCloseTimeout: '30 seconds',
  retry: { maximumInterval: '1 minute' },
});

/** One delivery to the brokerage's own people or systems, or of a person's own words: at most one effect, tried for days, then a person's. */
export function deliveryWorkflow(input: messages.DeliveryInput): Promise<messages.DeliveryResult> {
  return sendUntilOver({
    told: messages,
    begin: 'delivering',
    asked: 'asked for',
    title: `Delivery ${input.deliveryNo} (${input.kind})`,
    explain: messages.explainDelivery,
    attempt: () => deliver(input),
  });
}

/** What finally fails ends as refused, with its reason and a task. */
async function deliver({ brokerageId, deliveryId, deliveryNo, kind }: messages.DeliveryInput): Promise<messages.DeliveryAttempt> {
  const ids = { brokerageId, deliveryId };
  try {
    if (kind === 'crm') return await pushToCrm.executeWithOptions({ summary: `Push to the CRM (delivery ${deliveryNo})` }, [ids]);
    if (kind === 'personal') return await sendPersonalMessage.executeWithOptions({ summary: `Send a person's message (delivery ${deliveryNo})` }, [ids]);
    if (kind === 'digest') return await sendDigest.executeWithOptions({ summary: `Send the digest of the day (delivery ${deliveryNo})` }, [ids]);
    return await sendNotice.executeWithOptions({ summary: `Tell the agent (delivery ${deliveryNo})` }, [ids]);
  } catch (error) {
    if (!(error instanceof ActivityFailure) || isCancellation(error)) throw error;
    const why = error.cause?.message ?? error.message;
    return giveUpDelivery.executeWithOptions({ summary: `Leave delivery ${deliveryNo} to a person` }, [{ ...ids, why }]);
  }
}
