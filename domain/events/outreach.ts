import { z } from 'zod';
import { change, id } from './core.ts';

const enrolment = { enrolmentId: id, workflowId: z.string(), leadId: id, dealId: id.nullable() };

export const outreachEvents = {
  /** Subject: webhook (the inbox row). Raw provider facts, taken in by a consumer. */
  'Webhook.Received': { version: 1, payload: z.object({ webhookId: id, provider: z.string(), kind: z.string() }) },
  /** Subject: lead. Starts the follow-up run. */
  'Enrolment.Opened': { version: 1, payload: z.object({ ...enrolment, sequence: z.string(), sequenceVersion: z.int(), enrolmentNo: z.int() }) },
  /** Subject: lead. The run stops at its next look, which is at once. */
  'Enrolment.StopRequested': { version: 1, payload: z.object({ ...enrolment, reason: z.string(), sourceEventId: z.string() }) },
  'Enrolment.Paused': { version: 1, payload: z.object({ ...enrolment, by: z.string() }) },
  'Enrolment.Resumed': { version: 1, payload: z.object({ ...enrolment, by: z.string() }) },
  /** Subject: lead. What held it is over (sending goes on, a fault is mended): the run looks again. */
  'Enrolment.Released': { version: 1, payload: z.object({ ...enrolment, reason: z.string() }) },
  /** Subject: lead. A person settled a send as not sent and wants it once more. */
  'Enrolment.SendAgain': { version: 1, payload: z.object({ ...enrolment, step: z.string(), by: z.string() }) },
  'Enrolment.Closed': {
    version: 1,
    payload: z.object({ ...enrolment, status: z.string(), reason: z.string().nullable(), counts: z.record(z.string(), z.int()) }),
  },
  /** Subject: lead; without one, the deal or the brokerage. Channel and step only; addresses and bodies stay in the ledger. */
  'Message.Sent': {
    version: 1,
    payload: z.object({
      sendId: id,
      leadId: id.nullable(),
      dealId: id.nullable(),
      channel: z.string(),
      step: z.string(),
      template: z.string(),
      templateVersion: z.int(),
    }),
  },
  'Message.NotSent': {
    version: 1,
    payload: z.object({ leadId: id.nullable(), dealId: id.nullable(), channel: z.string(), step: z.string(), reason: z.string() }),
  },
  'Message.OutcomeUnknown': {
    version: 1,
    payload: z.object({ sendId: id, leadId: id.nullable(), dealId: id.nullable(), channel: z.string(), step: z.string() }),
  },
  /** Subject: lead. A person (or the provider, late) said what became of a send whose outcome was unknown. */
  'Message.Settled': {
    version: 1,
    payload: z.object({ sendId: id, leadId: id.nullable(), dealId: id.nullable(), channel: z.string(), status: change(z.string()), by: z.string() }),
  },
  'Message.Delivered': { version: 1, payload: z.object({ sendId: id, leadId: id.nullable(), channel: z.string() }) },
  'Message.Bounced': { version: 1, payload: z.object({ sendId: id, leadId: id.nullable(), dealId: id.nullable(), channel: z.string(), code: z.string() }) },
  /** Subject: lead. A seller wrote, on any channel, to any message. */
  'Reply.Received': { version: 1, payload: z.object({ messageId: id, leadId: id, dealId: id.nullable(), channel: z.string(), class: z.string() }) },
  /** Subject: contact. The address is suppressed for the whole brokerage. */
  'Contact.OptedOut': { version: 1, payload: z.object({ contactId: id.nullable(), channels: z.array(z.string()), source: z.string() }) },
  /** Subject: contact. The address belongs to somebody else. */
  'Contact.AddressWrong': { version: 1, payload: z.object({ contactId: id, channel: z.string(), source: z.string() }) },
  /** Subject: brokerage. */
  'Sequence.Published': { version: 1, payload: z.object({ sequence: z.string(), version: change(z.int()) }) },
  'Template.Published': { version: 1, payload: z.object({ template: z.string(), channel: z.string(), version: change(z.int()) }) },
  'Consent.Recorded': { version: 1, payload: z.object({ contactId: id, channel: z.string(), form: z.string() }) },
} as const;
