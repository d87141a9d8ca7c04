import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import type { Envelope } from './envelopes.ts';

const text = z.string().max(1000);
const tab = z.looseObject({ anchorString: text.min(1) });
const tabs = z.array(tab).max(200).default([]);
/** The part of `envelopeDefinition` we use. */
const definition = z.looseObject({
  status: z.literal('sent'),
  emailSubject: z.string().min(1).max(100),
  emailBlurb: z.string().max(10_000).optional(),
  customFields: z.looseObject({ textCustomFields: z.array(z.looseObject({ name: text, value: text })).default([]) }).optional(),
  documents: z
    .array(z.looseObject({ documentId: z.string().regex(/^\d{1,9}$/), name: text.min(1), documentBase64: z.base64() }))
    .max(50)
    .default([]),
  recipients: z
    .looseObject({
      signers: z
        .array(
          z.looseObject({
            recipientId: z.string().regex(/^[1-9]\d{0,8}$/),
            name: z.string().min(1).max(100),
            email: z.string().max(320),
            routingOrder: z
              .string()
              .regex(/^[1-9]\d{0,3}$/)
              .default('1'),
            tabs: z.looseObject({ signHereTabs: tabs, initialHereTabs: tabs, dateSignedTabs: tabs }).optional(),
          }),
        )
        .max(50)
        .default([]),
    })
    .optional(),
  eventNotification: z.looseObject({ url: z.url({ protocol: /^https?$/ }) }).optional(),
});
type Definition = z.output<typeof definition>;

export const isAddress = (email: string): boolean => /^[^\s@<>]+@[^\s@<>]+\.[^\s@<>]+$/.test(email);

/** An envelope with its documents, or DocuSign's error code for one it would not take. */
export function judgeEnvelope(body: unknown): { envelope: Envelope; files: Buffer[] } | { errorCode: string } {
  const parsed = definition.safeParse(body);
  if (!parsed.success) return { errorCode: typeof body === 'object' && body !== null ? 'INVALID_REQUEST_PARAMETER' : 'INVALID_REQUEST_BODY' };
  const { documents, recipients } = parsed.data;
  const signers = recipients?.signers ?? [];
  if (documents.length === 0 || signers.length === 0) return { errorCode: 'ENVELOPE_IS_INCOMPLETE' };
  const files = documents.map(({ documentBase64 }) => Buffer.from(documentBase64, 'base64'));
  if (files.some((bytes) => bytes.subarray(0, 5).toString('latin1') !== '%PDF-')) return { errorCode: 'UNABLE_TO_CONVERT_DOCUMENT' };
  if (signers.some(({ email }) => !isAddress(email))) return { errorCode: 'INVALID_EMAIL_ADDRESS_FOR_RECIPIENT' };
  if (new Set(signers.map(({ recipientId }) => recipientId)).size < signers.length) return { errorCode: 'INVALID_REQUEST_PARAMETER' };
  const envelope = toEnvelope(parsed.data, signers);
  // We do not read documents: an anchor can say that it is in none.
  if (envelope.signers.some((signer) => signer.tabs.some(({ anchor }) => anchor === '/nowhere/'))) return { errorCode: 'ANCHOR_TAB_STRING_NOT_FOUND' };
  return { envelope, files };
}

type GivenSigner = NonNullable<Definition['recipients']>['signers'][number];

const toEnvelope = ({ emailSubject, emailBlurb, customFields, documents, eventNotification }: Definition, signers: GivenSigner[]): Envelope => ({
  envelopeId: randomUUID(),
  at: new Date().toISOString(),
  subject: emailSubject,
  message: emailBlurb ?? null,
  fields: (customFields?.textCustomFields ?? []).map(({ name, value }) => ({ name, value })),
  documents: documents.map(({ documentId, name }) => ({ documentId, name })),
  signers: signers.map(({ recipientId, name, email, routingOrder, tabs: given }) => ({
    recipientId,
    guid: randomUUID(),
    token: randomUUID(),
    name,
    email,
    routingOrder: Number(routingOrder),
    tabs: [
      ...(given?.signHereTabs ?? []).map(({ anchorString }) => ({ kind: 'signature', anchor: anchorString })),
      ...(given?.initialHereTabs ?? []).map(({ anchorString }) => ({ kind: 'initials', anchor: anchorString })),
      ...(given?.dateSignedTabs ?? []).map(({ anchorString }) => ({ kind: 'date', anchor: anchorString })),
    ],
  })),
  callback: eventNotification?.url ?? null,
});
