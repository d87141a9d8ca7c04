import { z } from 'zod';
import { id } from './core.ts';

const delivery = { deliveryId: id, deliveryNo: z.int(), workflowId: z.string() };

/** What is delivered, and to whom, stays in the rows. */
export const deliveryEvents = {
  /** Subject: contact, or the brokerage for a first word. Starts the run that pushes it. */
  'CrmPush.Requested': { version: 1, payload: z.object({ ...delivery, contactId: id.nullable() }) },
  /** Subject: deal. Starts the run that writes to the deal's agent. */
  'AgentNotice.Requested': { version: 1, payload: z.object({ ...delivery, dealId: id, dealNo: z.int() }) },
  /** Subject: the brokerage. Starts the run that sends a person the digest of a day. */
  'DailyDigest.Requested': { version: 1, payload: z.object({ ...delivery, personId: id }) },
  /** Subject: deal, or the contact. Starts the run that sends what a person wrote. */
  'PersonalMessage.Requested': { version: 1, payload: z.object({ ...delivery, contactId: id, dealId: id.nullable() }) },
  /** Subject: as it was asked for. done, skipped, refused or unknown. */
  'Delivery.Ended': { version: 1, payload: z.object({ ...delivery, kind: z.string(), status: z.string() }) },
} as const;
