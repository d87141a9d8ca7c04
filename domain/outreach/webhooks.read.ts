import { z } from 'zod';
import { readTextStatus } from './text-status.ts';
import { type WebhookPayload, webhookPayload } from './webhooks.schemas.ts';

/** A verified webhook in our words; `eventId` is the same on every copy of it. */
export type ReadWebhook = { eventId: string; payload: WebhookPayload };

/**
 * Reads Twilio's callback; null when it is not one we know. Twilio signs names and values run together, so a genuine
 * signature also fits parameters whose borders were moved: names that come near ours, and values that have swallowed a
 * neighbour, are refused.
 */
export function readTwilio(params: Record<string, string | string[]>, accountSid: string | undefined): ReadWebhook | null {
  if (Object.keys(params).some(isNearMiss)) return null;
  const parsed = twilioParams.safeParse(params);
  if (!parsed.success || (accountSid !== undefined && parsed.data.AccountSid !== accountSid)) return null;
  const { MessageSid: messageSid, From: from, To: to, Body: body, MessageStatus, SmsStatus, ErrorCode, OptOutType } = parsed.data;
  const status = (MessageStatus ?? SmsStatus ?? '').toLowerCase();
  if (status === '') return null;
  if (status === 'received' || status === 'receiving')
    return checked(messageSid, { kind: 'inbound-text', messageSid, from, to, body, optOutType: OptOutType ?? null });
  return checked(`${messageSid}:${status}`, {
    kind: 'text-status',
    messageSid,
    from: from ?? null,
    to,
    status: readTextStatus(status),
    errorCode: ErrorCode ?? null,
  });
}

const digits = z.string().regex(/^\d{1,6}$/);
const twilioParams = z.object({
  AccountSid: z.string(),
  MessageSid: z.string().regex(/^(SM|MM)[0-9a-fA-F]{32}$/),
  From: z.string().optional(),
  To: z.string(),
  Body: z.string().optional(),
  MessageStatus: z.string().max(30).optional(),
  SmsStatus: z.string().max(30).optional(),
  ErrorCode: digits.optional(),
  OptOutType: z.enum(['STOP', 'START', 'HELP']).optional(),
  // Not read, but each stands before one we read.
  ApiVersion: z.iso.date().optional(),
  NumMedia: digits.optional(),
  NumSegments: digits.optional(),
  MessagingServiceSid: z.string().length(34).optional(),
});
const ours = Object.keys(twilioParams.shape);
const alsoTwilios = new Set(['FromCity', 'FromState', 'FromZip', 'FromCountry', 'ToCity', 'ToState', 'ToZip', 'ToCountry', 'ErrorMessage']);
const isNearMiss = (name: string): boolean =>
  !ours.includes(name) && !alsoTwilios.has(name) && ours.some((known) => known.startsWith(name) || name.startsWith(known));

/** Reads an event of a mail service in our own shape: `{ type: 'email.received' | 'email.bounced' | 'email.complained', data }`. */
export function readEmail(rawBody: string, webhookId: string): ReadWebhook | null {
  const parsed = emailEvent.safeParse(json(rawBody));
  if (!parsed.success) return null;
  const { type, data } = parsed.data;
  if (type === 'email.received') {
    const { id, mailbox, from, to, subject, text, messageId, inReplyTo, references, autoSubmitted } = data;
    return checked(webhookId, {
      kind: 'inbound-email',
      emailId: id,
      mailbox,
      from,
      to,
      subject,
      body: text,
      messageId: bare(messageId),
      inReplyTo: bare(inReplyTo),
      references: references.map(bare),
      autoReply: autoSubmitted !== 'no',
    });
  }
  const { id, mailbox, to, messageId, code } = data;
  const bounce = type === 'email.complained' ? 'complaint' : data.bounce;
  return checked(webhookId, { kind: 'email-bounce', emailId: id, mailbox, to, messageId: bare(messageId), bounce, code });
}

const common = { id: z.string(), mailbox: z.string(), to: z.string() };
const emailEvent = z.discriminatedUnion('type', [
  z.object({
    type: z.literal('email.received'),
    data: z.object({
      ...common,
      from: z.string(),
      subject: z.string().default(''),
      text: z.string().default(''),
      messageId: z.string().nullish(),
      inReplyTo: z.string().nullish(),
      references: z.array(z.string()).default([]),
      /** The header Auto-Submitted (RFC 3834): anything but `no` was written by a machine. */
      autoSubmitted: z.string().default('no'),
    }),
  }),
  z.object({
    type: z.literal('email.bounced'),
    data: z.object({ ...common, messageId: z.string().nullish(), bounce: z.enum(['hard', 'soft']), code: z.string().default('') }),
  }),
  z.object({ type: z.literal('email.complained'), data: z.object({ ...common, messageId: z.string().nullish(), code: z.string().default('') }) }),
]);

const bare = <T extends string | null | undefined>(messageId: T): T extends string ? string : string | null =>
  (messageId ? messageId.trim().replace(/^<|>$/g, '') : null) as never;

/** The last word has the schema of what is stored. */
function checked(eventId: string, payload: unknown): ReadWebhook | null {
  const parsed = webhookPayload.safeParse(payload);
  return parsed.success ? { eventId, payload: parsed.data } : null;
}

function json(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
