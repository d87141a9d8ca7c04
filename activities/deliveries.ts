import { activityInfo } from '@temporalio/activity';
import { changeSubject } from '../db/events.ts';
import { type AskedDigests, askForDigests } from '../db/queries/digests.ts';
import { type Attempt, endedAs, inDelivery, type OfDelivery, refuse } from './deliveries/context.ts';
import { pushToCrm } from './deliveries/crm.ts';
import { sendDigest } from './deliveries/digest.ts';
import { sendNotice } from './deliveries/notice.ts';
import { sendPersonalMessage } from './deliveries/personal.ts';
import type { Deps } from './deps.ts';
import { businessNow } from './time.ts';

/** What goes to the brokerage's own people and systems, and what its people write themselves. */
export function createDeliveryActivities(deps: Deps) {
  return {
    pushToCrm: (args: OfDelivery) => pushToCrm(deps, args),
    sendNotice: (args: OfDelivery) => sendNotice(deps, args),
    sendDigest: (args: OfDelivery) => sendDigest(deps, args),
    sendPersonalMessage: (args: OfDelivery) => sendPersonalMessage(deps, args),
    /** Asks for the digests of the day that are due, and says when the next are. */
    async askForDigests({ brokerageId }: { brokerageId: string }): Promise<AskedDigests> {
      const run = activityInfo().workflowExecution?.workflowId ?? 'unknown';
      const subject = { kind: 'brokerage', id: brokerageId } as const;
      const options = {
        brokerageId,
        subject,
        actor: { kind: 'workflow', id: run } as const,
        source: 'worker',
        correlationId: run,
        at: await businessNow(deps),
      };
      return changeSubject(deps.db, options, (change) => askForDigests(change, {}));
    },
    /** Tried for days in vain: left to a person. */
    giveUpDelivery: async ({ why, ...args }: OfDelivery & { why: string }): Promise<Attempt> =>
      inDelivery(deps, args, await businessNow(deps), async (change, row) => (row.status === 'queued' ? refuse(change, row, why) : endedAs(row))),
  };
}
