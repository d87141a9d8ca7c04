import type { EnvelopeState, SignerState, Step } from './envelopes.ts';

/** DocuSign writes seven digits of a second. */
export const stamp = (iso: string): string => iso.replace('Z', '0000Z');
const stamps = (names: Record<string, string | undefined>): object =>
  Object.fromEntries(Object.entries(names).flatMap(([name, iso]) => (iso === undefined ? [] : [[name, stamp(iso)]])));

/** An envelope as DocuSign's public specification describes it. */
export function envelopeResource(
  { envelopeId, at, subject, message, fields, signers, status, stamps: at_, changedAt, reason }: EnvelopeState,
  include: string[],
): object {
  const uri = `/envelopes/${envelopeId}`;
  return {
    envelopeId,
    status,
    emailSubject: subject,
    ...(message !== null && { emailBlurb: message }),
    envelopeUri: uri,
    documentsUri: `${uri}/documents`,
    documentsCombinedUri: `${uri}/documents/combined`,
    recipientsUri: `${uri}/recipients`,
    customFieldsUri: `${uri}/custom_fields`,
    purgeState: 'unpurged',
    ...stamps({
      createdDateTime: at,
      lastModifiedDateTime: changedAt,
      statusChangedDateTime: changedAt,
      sentDateTime: at_.sent,
      deliveredDateTime: at_.delivered,
      completedDateTime: at_.completed,
      declinedDateTime: at_.declined,
      voidedDateTime: at_.voided,
    }),
    ...(status === 'voided' && { voidedReason: reason ?? '' }),
    ...(include.includes('custom_fields') && { customFields: { textCustomFields: fields.map(fieldResource), listCustomFields: [] } }),
    ...(include.includes('recipients') && { recipients: recipientsResource(signers) }),
  };
}

const fieldResource = ({ name, value }: { name: string; value: string }, at: number): object => ({
  fieldId: String(10_000_000 + at),
  name,
  show: 'false',
  required: 'false',
  value,
});

export function recipientsResource(signers: SignerState[]): object {
  const open = signers.filter(({ status }) => status !== 'completed').map(({ routingOrder }) => routingOrder);
  return {
    signers: signers.map(({ recipientId, guid, name, email, routingOrder, status, stamps: at, reason }) => ({
      recipientId,
      recipientIdGuid: guid,
      recipientType: 'signer',
      name,
      email,
      routingOrder: String(routingOrder),
      status,
      ...stamps({ sentDateTime: at.sent, deliveredDateTime: at.delivered, signedDateTime: at.completed, declinedDateTime: at.declined }),
      ...(status === 'declined' && { declinedReason: reason ?? '' }),
    })),
    recipientCount: String(signers.length),
    currentRoutingOrder: String(Math.min(...(open.length > 0 ? open : signers.map(({ routingOrder }) => routingOrder)))),
  };
}

/** One page of a list; a list without a result has no `envelopes`. */
export function envelopesPage(all: EnvelopeState[], start: number, count: number, include: string[]): object {
  const shown = all.slice(start, start + count);
  return {
    resultSetSize: String(shown.length),
    totalSetSize: String(all.length),
    startPosition: String(start),
    endPosition: String(start + Math.max(shown.length - 1, 0)),
    ...(shown.length > 0 && { envelopes: shown.map((envelope) => envelopeResource(envelope, include)) }),
  };
}

/** A message of Connect in its JSON SIM form. */
export function connectMessage(accountId: string, envelope: EnvelopeState, { recipientId, status }: Step): string {
  const { envelopeId } = envelope;
  return JSON.stringify({
    event: `${recipientId === null ? 'envelope' : 'recipient'}-${status}`,
    apiVersion: 'v2.1',
    uri: `/restapi/v2.1/accounts/${accountId}/envelopes/${envelopeId}`,
    retryCount: 0,
    configurationId: 10_000_001,
    generatedDateTime: stamp(new Date().toISOString()),
    data: {
      accountId,
      envelopeId,
      ...(recipientId !== null && { recipientId }),
      envelopeSummary: envelopeResource(envelope, ['custom_fields', 'recipients']),
    },
  });
}

const words: Record<string, string> = {
  INVALID_REQUEST_BODY: 'The request body is missing or improperly formatted.',
  INVALID_REQUEST_PARAMETER: 'The request contained at least one invalid parameter.',
  ENVELOPE_IS_INCOMPLETE: 'The Envelope is not Complete. A Complete Envelope Requires Documents, Recipients, Tabs, and a Subject Line.',
  UNABLE_TO_CONVERT_DOCUMENT: 'System was unable to convert this document to a PDF.',
  INVALID_EMAIL_ADDRESS_FOR_RECIPIENT: 'The email address for the recipient is invalid.',
  ANCHOR_TAB_STRING_NOT_FOUND: 'At least one tab was specified with an anchor string that was not found.',
  ENVELOPE_INVALID_STATUS: 'Envelope status is not one of: Created, Sent, Delivered, Correct.',
  RECIPIENT_UPDATE_FAILED: 'The recipient could not be updated. Recipient not in state that allows correction.',
  INVALID_RECIPIENT_ID: 'Invalid recipient ID.',
  SUCCESS: '',
  ENVELOPE_DOES_NOT_EXIST: 'The envelope specified either does not exist or you have no rights to it.',
  ENVELOPE_CANNOT_VOID_INVALID_STATE: "Only envelopes in the 'Sent' or 'Delivered' states may be voided.",
  AUTHORIZATION_INVALID_TOKEN: 'The access token provided is expired, revoked or malformed.',
  BURST_APIINVOCATION_LIMIT_EXCEEDED: 'The maximum number of burst API invocations has been exceeded.',
  INTERNAL_SERVER_ERROR: 'Internal Server Error',
};
export const docusignProblem = (errorCode: string): object => ({ errorCode, message: words[errorCode] ?? errorCode });
