import { keyField, keyOf, readEnvelope } from '../../../domain/closing/connect.read.ts';
import { ProviderFault } from '../faults.ts';
import type { EnvelopeSnapshot, SignatureRequest } from '../ports.ts';
import type { DocusignEnvelope } from './schemas.ts';

const anchored = (anchor: string): object => ({
  anchorString: anchor,
  anchorUnits: 'pixels',
  anchorXOffset: '0',
  anchorYOffset: '0',
  anchorCaseSensitive: 'true',
});
const tabLists = { signature: 'signHereTabs', initials: 'initialHereTabs', date: 'dateSignedTabs' } as const;

/** Our request as DocuSign's `envelopeDefinition`, sent at once. Numbers and truths are text there. */
export function toDefinition({ key, subject, message, documents, signers, statusCallback }: SignatureRequest): object {
  return {
    // Their subject holds 100 characters.
    emailSubject: subject.slice(0, 100),
    ...(message !== null && { emailBlurb: message }),
    status: 'sent',
    customFields: { textCustomFields: [{ name: keyField, value: key, required: 'false', show: 'false' }] },
    documents: documents.map(({ name, bytes }, at) => ({
      documentId: String(at + 1),
      order: String(at + 1),
      name,
      fileExtension: 'pdf',
      documentBase64: Buffer.from(bytes).toString('base64'),
    })),
    recipients: {
      signers: signers.map(({ recipientId, name, email, routingOrder, tabs }) => ({
        recipientId,
        name,
        email,
        routingOrder: String(routingOrder),
        tabs: Object.fromEntries(
          Object.entries(tabLists)
            .map(([kind, list]) => [list, tabs.filter((tab) => tab.kind === kind).map(({ anchor }) => anchored(anchor))] as const)
            .filter(([, list]) => list.length > 0),
        ),
      })),
    },
    ...(statusCallback !== null && { eventNotification: notification(statusCallback) }),
  };
}

/** Connect for this one envelope: signed, acknowledged (so repeated until taken), with recipients but without documents. */
const notification = (url: string): object => ({
  url,
  includeHMAC: 'true',
  loggingEnabled: 'true',
  requireAcknowledgment: 'true',
  includeDocuments: 'false',
  envelopeEvents: ['Sent', 'Delivered', 'Completed', 'Declined', 'Voided'].map((envelopeEventStatusCode) => ({ envelopeEventStatusCode })),
  recipientEvents: ['Sent', 'Delivered', 'Completed', 'Declined'].map((recipientEventStatusCode) => ({ recipientEventStatusCode })),
  eventData: { version: 'restv2.1', format: 'json', includeData: ['recipients', 'custom_fields'] },
});

export function toSnapshot(envelope: DocusignEnvelope, now: Date): EnvelopeSnapshot {
  return { ...readEnvelope(envelope, now.toISOString()), key: keyOf(envelope) };
}

const meanings: Partial<Record<string, string>> = {
  INVALID_EMAIL_ADDRESS_FOR_RECIPIENT: 'the e-mail address of a signer is not one',
  ANCHOR_TAB_STRING_NOT_FOUND: 'the words that mark a place to sign are not in the document',
  UNABLE_TO_CONVERT_DOCUMENT: 'a document could not be read as a PDF',
  UNABLE_TO_LOAD_DOCUMENT: 'a document could not be read as a PDF',
  PDF_VALIDATION_FAILED: 'a document could not be read as a PDF',
  ENVELOPE_CANNOT_VOID_INVALID_STATE: 'the envelope is not out for signature',
  ENVELOPE_INVALID_STATUS: 'the envelope is not out for signature any more',
  ENVELOPE_DOES_NOT_EXIST: 'there is no such envelope',
};
/** Of our account or of what it may do: nothing about this envelope. */
const ofAccount =
  /^(USER_AUTHENTICATION_FAILED|PARTNER_AUTHENTICATION_FAILED|AUTHORIZATION_INVALID_TOKEN|(ACCOUNT|USER)_LACKS_PERMISSIONS|ACCOUNT_HAS_BEEN_SUSPENDED|ENVELOPE_ALLOWANCE_EXCEEDED|USER_DOES_NOT_EXIST_IN_SYSTEM|USER_NOT_ENABLED_FOR_API)$/;

/** What a refusal by code means: about this envelope a definite outcome, about our account a fault that waits to be mended. */
export function mapDocusignRefusal(fault: ProviderFault): { kind: 'refused'; code: string; message: string } | ProviderFault {
  if (fault.kind !== 'refused') return fault;
  if (ofAccount.test(fault.code)) return new ProviderFault('unauthorised', fault.code);
  return { kind: 'refused', code: fault.code, message: meanings[fault.code] ?? 'the signature provider refused it; look the code up in its list of errors' };
}
