import { type Attempt, endedAs, inDelivery, type OfDelivery, refuse } from './deliveries/context.ts';
import { pushToCrm } from './deliveries/crm.ts';
import { sendNotice } from './deliveries/notice.ts';
import { sendPersonalMessage } from './deliveries/personal.ts';
import type { Deps } from './deps.ts';
import { businessNow } from './time.ts';

/** What goes to the brokerage's own people and systems, and what its people write themselves. */
export function createDeliveryActivities(deps: Deps) {
  return {
    pushToCrm: (args: OfDelivery) => pushToCrm(deps, args),
    sendNotice: (args: OfDelivery) => sendNotice(deps, args),
    sendPersonalMessage: (args: OfDelivery) => sendPersonalMessage(deps, args),
    /** Tried for days in vain: left to a person. */
    giveUpDelivery: async ({ why, ...args }: OfDelivery & { why: string }): Promise<Attempt> =>
      inDelivery(deps, args, await businessNow(deps), async (change, row) => (row.status === 'queued' ? refuse(change, row, why) : endedAs(row))),
  };
}
