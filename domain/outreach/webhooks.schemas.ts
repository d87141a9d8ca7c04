import { z } from 'zod';
import { envelopeReport } from '../closing/report.schemas.ts';
import { type TextStatus, textStatuses } from './text-status.ts';

/** E.164, or a short code. */
const number = z.string().regex(/^\+?[1-9][0-9]{2,14}$/);
/** Addresses are kept in lower case: they are compared with contact points and suppressions. */
const mailbox = z
  .string()
  .trim()
  .toLowerCase()
  .max(320)
  .regex(/^[^\s@<>]+@[^\s@<>]+$/);
/** What people wrote is cut rather than refused, and rid of what PostgreSQL cannot hold: an opt-out must not get lost over its form. */
const words = (most: number) => z.string().overwrite((text) => text.replaceAll('\u0000', '').slice(0, most).toWellFormed());
const messageId = z.string().min(3).max(998);

/** A seller wrote a text to one of our numbers. */
export const inboundText = z.object({
  kind: z.literal('inbound-text'),
  messageSid: z.string().min(1).max(64),
  from: number,
  to: number,
  body: words(16_000),
  /** What the provider's own opt-out list made of it, when it says so. */
  optOutType: z.enum(['STOP', 'START', 'HELP']).nullable(),
});

/** A text of ours moved on at the provider. Reports arrive in any order: keep the later by `laterTextStatus`. */
export const textStatusReport = z.object({
  kind: z.literal('text-status'),
  messageSid: z.string().min(1).max(64),
  from: number.nullable(),
  to: number,
  status: z.enum(textStatuses) satisfies z.ZodType<TextStatus>,
  /** The provider's error code, for `classifyTextError`. */
  errorCode: z.string().max(16).nullable(),
});

/** A seller wrote an e-mail to one of our mailboxes. */
export const inboundEmail = z.object({
  kind: z.literal('inbound-email'),
  emailId: z.string().min(1).max(200),
  /** Our mailbox it arrived at. */
  mailbox,
  from: mailbox,
  to: mailbox,
  subject: words(2000),
  body: words(200_000),
  /** Its own Message-ID without angle brackets, for the answer to name; a strange one is left out. */
  messageId: z
    .string()
    .regex(/^[^\s<>]{3,998}$/)
    .nullable()
    .catch(null)
    .default(null),
  /** Message-IDs without angle brackets, as kept in `sends.provider_id`. */
  inReplyTo: messageId.nullable(),
  references: z.array(messageId).max(100),
  /** An out-of-office or another machine wrote it (RFC 3834). */
  autoReply: z.boolean(),
});

/** An e-mail of ours came back after it had been taken (`hard`, `soft`), or its reader reported it (`complaint`). */
export const emailBounce = z.object({
  kind: z.literal('email-bounce'),
  emailId: z.string().min(1).max(200),
  mailbox,
  /** The address it was for. */
  to: mailbox,
  /** Message-ID of our e-mail without angle brackets, when the report names it. */
  messageId: messageId.nullable(),
  bounce: z.enum(['hard', 'soft', 'complaint']),
  /** Enhanced status code (RFC 3463) such as `5.1.1`, or the SMTP code. */
  code: z.string().max(32),
});

/** What `inbound_webhooks.payload` holds, whichever provider it came from. */
export const webhookPayload = z.discriminatedUnion('kind', [inboundText, textStatusReport, inboundEmail, emailBounce, envelopeReport]);
export type WebhookPayload = z.output<typeof webhookPayload>;
export type InboundText = z.output<typeof inboundText>;
export type TextStatusReport = z.output<typeof textStatusReport>;
export type InboundEmail = z.output<typeof inboundEmail>;
export type EmailBounce = z.output<typeof emailBounce>;
