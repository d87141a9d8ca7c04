import { defaultLetter } from '../domain/offers/default-letter.ts';
import { defaultRuleSet } from '../domain/sourcing/qualification.default.ts';
import type { OperationIds } from '../test/operation-ids.ts';

export type OperationSample = {
  /** Values of the path's parameters: rows of brokerage B, so that B may call it and A must not see it. */
  params?: Record<string, string | number>;
  query?: Record<string, string>;
  body?: unknown;
  /** For uploads, in place of `body`: raw bytes as text with their content type. */
  upload?: { raw: string; headers: Record<string, string> };
  /** What B itself gets; 200 when left out. */
  status?: number;
  /** What a session of B gets, where it differs. */
  sessionStatus?: number;
  /** A call that names no row: A calls it for itself, and nothing of B may show. */
  ownOnly?: true;
};

/** A list of one property, as a form. */
const sampleUpload = (() => {
  const part = (name: string, value: string, file = '') => `--sample\r\nContent-Disposition: form-data; name="${name}"${file}\r\n\r\n${value}\r\n`;
  const raw = `${part('list', 'Sample list')}${part('file', 'APN,County,State\n1-2,Davidson,TN\n', '; filename="list.csv"')}--sample--\r\n`;
  return { raw, headers: { 'content-type': 'multipart/form-data; boundary=sample', 'content-length': String(Buffer.byteLength(raw)) } };
})();

/** The smallest PDF that is whole, as a form. */
const sampleDocument = (() => {
  const raw = '--sample\r\nContent-Disposition: form-data; name="file"; filename="OP-H.pdf"\r\n\r\n%PDF-1.4\n%%EOF\n\r\n--sample--\r\n';
  return { raw, headers: { 'content-type': 'multipart/form-data; boundary=sample', 'content-length': String(Buffer.byteLength(raw)) } };
})();

/** Open to everybody, on purpose. */
export const openOperations = ['GET /healthz', 'GET /readyz', 'POST /v1/session'];

/** A living call of every operation. The access test fails for an operation without one. */
export const operationSamples: Record<string, (ids: OperationIds) => OperationSample> = {
  'GET /v1/calculators': () => ({ ownOnly: true }),
  'POST /v1/calculators/{formula}': () => ({
    params: { formula: 'mao-percent' },
    body: { arvCents: 30_000_000, ruleBps: 7000, repairsCents: 4_000_000 },
    ownOnly: true,
  }),
  'GET /v1/calculators/deadline': () => ({ ownOnly: true }),
  'POST /v1/calculators/deadline': () => ({
    body: { regime: 'tx-trec-resale', formVersion: '20-18', clock: 'earnest-money-due', zone: 'America/Chicago', inputs: { effectiveDate: '2026-11-19' } },
    ownOnly: true,
  }),
  'GET /v1/clock': () => ({ ownOnly: true }),
  // The samples' own move may be under way already: one at a time.
  'GET /v1/clock/happened': () => ({ ownOnly: true }),
  'POST /v1/clock/forward': () => ({ body: { until: '2020-01-01T00:00:00Z' }, status: 422, ownOnly: true }),
  'GET /v1/deals/board': () => ({ ownOnly: true }),
  'GET /v1/deals': () => ({ ownOnly: true }),
  'POST /v1/deals': ({ leadNo }) => ({ body: { leadNo, side: 'listing' }, status: 201 }),
  'GET /v1/deals/{no}': ({ dealNo }) => ({ params: { no: dealNo } }),
  'GET /v1/deals/{no}/automation': ({ dealNo }) => ({ params: { no: dealNo } }),
  'GET /v1/deals/{no}/timeline': ({ dealNo }) => ({ params: { no: dealNo } }),
  'GET /v1/deals/{no}/as-of': ({ dealNo }) => ({ params: { no: dealNo }, query: { asOf: '2026-11-10' } }),
  'GET /v1/deals/{no}/explain': ({ dealNo }) => ({ params: { no: dealNo } }),
  'POST /v1/deals/{no}/wishes': ({ dealNo }) => ({ params: { no: dealNo }, body: { terms: 'cash' } }),
  'GET /v1/deals/{no}/health': ({ dealNo }) => ({ params: { no: dealNo } }),
  'GET /v1/deals/{no}/contract': ({ dealNo }) => ({ params: { no: dealNo } }),
  // The sample deal is under contract.
  'POST /v1/deals/{no}/contract': ({ dealNo }) => ({
    params: { no: dealNo },
    body: {
      form: 'tx-trec-resale',
      effectiveOn: '2026-01-06',
      priceCents: 20_000_000,
      periods: { optionDays: 7 },
      dates: { closingDate: '2026-02-06' },
      state: 'TX',
      zone: 'America/Chicago',
    },
    status: 409,
  }),
  'POST /v1/deals/{no}/changes': ({ dealNo }) => ({
    params: { no: dealNo },
    query: { dryRun: 'true' },
    body: { reason: 'repairs', dates: { closingDate: '2026-02-12' } },
  }),
  'GET /v1/deals/{no}/assignment': ({ dealNo }) => ({ params: { no: dealNo } }),
  // The sample deal has a draft.
  'POST /v1/deals/{no}/assignment': ({ dealNo, assigneeId }) => ({
    params: { no: dealNo },
    body: { assigneePartyId: assigneeId, feeCents: 1_000_000, effectiveOn: '2026-01-21' },
  }),
  // The assignee has not had the disclosure.
  'POST /v1/deals/{no}/assignment/effective': ({ dealNo }) => ({ params: { no: dealNo }, body: {}, status: 409 }),
  'POST /v1/deals/{no}/assignment/cancel': ({ dealNo }) => ({ params: { no: dealNo }, body: { reason: 'the assignee is gone' } }),
  // Texas gives the seller no such right.
  'POST /v1/deals/{no}/seller-cancellation': ({ dealNo }) => ({ params: { no: dealNo }, body: { earnestMoney: 'to-buyer' }, status: 409 }),
  'POST /v1/deals/{no}/fall-through': ({ dealNo }) => ({ params: { no: dealNo }, body: { reason: 'financing denied', earnestMoney: 'to-buyer' } }),
  'POST /v1/deals/{no}/reopen': ({ dealNo }) => ({ params: { no: dealNo }, body: { reason: 'the buyer is back' }, status: 409 }),
  'GET /v1/deals/{no}/deadlines': ({ dealNo }) => ({ params: { no: dealNo } }),
  'POST /v1/deals/{no}/deadlines': ({ dealNo }) => ({
    params: { no: dealNo },
    body: { title: 'Roof certificate', actor: 'seller', count: { days: 5, from: 'effectiveDate' }, reason: 'addendum 2' },
    status: 201,
  }),
  'GET /v1/deals/{no}/deadlines/{clock}': ({ dealNo }) => ({ params: { no: dealNo, clock: 'option' } }),
  'POST /v1/deals/{no}/deadlines/{clock}': ({ dealNo }) => ({ params: { no: dealNo, clock: 'option' }, body: { act: 'waive', reason: 'agreed in writing' } }),
  'GET /v1/deals/{no}/facts': ({ dealNo }) => ({ params: { no: dealNo } }),
  'POST /v1/deals/{no}/facts': ({ dealNo }) => ({
    params: { no: dealNo },
    body: { fact: 'EarnestMoney.Received', effectiveOn: '2026-01-06', amountCents: 500_000 },
  }),
  // The session finds it taken back by the key.
  'POST /v1/deals/{no}/facts/{factId}/take-back': ({ dealNo, factId }) => ({
    params: { no: dealNo, factId },
    body: { reason: 'of another deal' },
  }),
  'GET /v1/deals/{no}/listing-agreement': ({ listingNo }) => ({ params: { no: listingNo } }),
  // The sample listing has an agreement in force.
  'POST /v1/deals/{no}/listing-agreement': ({ listingNo }) => ({
    params: { no: listingNo },
    body: { fromOn: '2026-01-06', toOn: '2100-07-06', commissionBps: 300, exclusivity: 'open', evidence: { note: 'signed' } },
    status: 409,
  }),
  'POST /v1/deals/{no}/listing-agreement/changes': ({ listingNo }) => ({ params: { no: listingNo }, body: { reason: 'longer', toOn: '2100-07-06' } }),
  'POST /v1/deals/{no}/listing-agreement/end': ({ listingNo }) => ({ params: { no: listingNo }, body: { reason: 'the seller moves in' } }),
  'GET /v1/deals/{no}/showings': ({ listingNo }) => ({ params: { no: listingNo } }),
  'POST /v1/deals/{no}/showings': ({ listingNo }) => ({ params: { no: listingNo }, body: { at: '2100-01-07T14:00', visitor: 'a couple' }, status: 201 }),
  'POST /v1/deals/{no}/showings/{showingNo}': ({ listingNo }) => ({ params: { no: listingNo, showingNo: 1 }, body: { status: 'cancelled', reason: 'ill' } }),
  'GET /v1/deals/{no}/offers-received': ({ listingNo }) => ({ params: { no: listingNo } }),
  'GET /v1/deals/{no}/offers-received/{offerNo}': ({ listingNo }) => ({ params: { no: listingNo, offerNo: 1 } }),
  'POST /v1/deals/{no}/offers-received': ({ listingNo }) => ({
    params: { no: listingNo },
    body: { buyer: { name: 'Sample Buyer' }, priceCents: 30_000_000, financing: 'cash' },
    status: 201,
  }),
  'POST /v1/deals/{no}/offers-received/{offerNo}/counter': ({ listingNo }) => ({ params: { no: listingNo, offerNo: 1 }, body: { priceCents: 31_000_000 } }),
  'POST /v1/deals/{no}/offers-received/{offerNo}/accept': ({ listingNo }) => ({ params: { no: listingNo, offerNo: 1 }, body: {} }),
  'POST /v1/deals/{no}/offers-received/{offerNo}/decline': ({ listingNo }) => ({ params: { no: listingNo, offerNo: 1 }, body: { reason: 'price' } }),
  'POST /v1/deals/{no}/offers-received/{offerNo}/withdraw': ({ listingNo }) => ({ params: { no: listingNo, offerNo: 1 }, body: {} }),
  // Nothing is accepted that the sample offer could stand behind.
  'POST /v1/deals/{no}/offers-received/{offerNo}/backup': ({ listingNo }) => ({ params: { no: listingNo, offerNo: 1 }, body: {}, status: 409 }),
  'POST /v1/deals/{no}/offers-received/{offerNo}/promote': ({ listingNo }) => ({ params: { no: listingNo, offerNo: 2 } }),
  // The sample deal has no run behind it.
  'POST /v1/deals/{no}/approve': ({ dealNo }) => ({ params: { no: dealNo }, status: 409 }),
  'POST /v1/deals/{no}/accept': ({ dealNo }) => ({ params: { no: dealNo }, status: 409 }),
  'POST /v1/deals/{no}/decline': ({ dealNo }) => ({ params: { no: dealNo }, body: { reason: 'price' }, status: 409 }),
  'POST /v1/deals/{no}/dead': ({ dealNo }) => ({ params: { no: dealNo }, body: { reason: 'sold' }, status: 409 }),
  'GET /v1/deals/{no}/documents': ({ dealNo }) => ({ params: { no: dealNo } }),
  'POST /v1/deals/{no}/documents': ({ dealNo }) => ({ params: { no: dealNo }, upload: sampleDocument, status: 201 }),
  'GET /v1/documents': () => ({ ownOnly: true }),
  'GET /v1/documents/{id}': ({ documentId }) => ({ params: { id: documentId } }),
  // Version 2 is not there; the file of version 1 is a row without bytes.
  'GET /v1/documents/{id}/versions/{version}/file': ({ documentId }) => ({ params: { id: documentId, version: 2 }, status: 404 }),
  'POST /v1/documents/{id}/versions/{version}/take': ({ documentId }) => ({ params: { id: documentId, version: 1 } }),
  'POST /v1/documents/{id}/match': ({ documentId }) => ({ params: { id: documentId }, body: { kind: 'TX-SDN', formVersion: '55-0' } }),
  'POST /v1/documents/{id}/review': ({ documentId }) => ({ params: { id: documentId }, body: { decision: 'reject', reason: 'missing-pages', note: 'page 2' } }),
  'GET /v1/deals/{no}/checklist': ({ dealNo }) => ({ params: { no: dealNo } }),
  'POST /v1/deals/{no}/law-facts': ({ dealNo }) => ({ params: { no: dealNo }, body: { hasHoa: true } }),
  'POST /v1/deals/{no}/checklist/{document}/override': ({ dealNo }) => ({ params: { no: dealNo, document: 'TX-SDN' }, body: { reason: 'exempt' } }),
  'POST /v1/deals/{no}/checklist/{document}/restore': ({ dealNo }) => ({ params: { no: dealNo, document: 'TX-SDN' }, body: { reason: 'not exempt' } }),
  'POST /v1/checklists/reevaluate': () => ({ query: { dryRun: 'true' }, ownOnly: true }),
  'GET /v1/deals/{no}/parties': ({ dealNo }) => ({ params: { no: dealNo } }),
  'POST /v1/deals/{no}/parties': ({ dealNo }) => ({ params: { no: dealNo }, body: { role: 'title', name: 'Sample Title' }, status: 201 }),
  'GET /v1/parties/{id}': ({ partyId }) => ({ params: { id: partyId } }),
  'POST /v1/parties/{id}/leave': ({ partyId }) => ({ params: { id: partyId } }),
  'GET /v1/conversations': () => ({ ownOnly: true }),
  'GET /v1/contacts/{id}': ({ contactId }) => ({ params: { id: contactId } }),
  'GET /v1/contacts/{id}/thread': ({ contactId }) => ({ params: { id: contactId } }),
  'POST /v1/contacts/{id}/messages': ({ contactId }) => ({
    params: { id: contactId },
    body: { channel: 'email', subject: 'Sample', body: 'Sample' },
    status: 201,
  }),
  'POST /v1/personal-messages/{id}/withdraw': ({ personalId }) => ({ params: { id: personalId } }),
  'GET /v1/contacts': ({ marker }) => ({ query: { q: marker }, ownOnly: true }),
  'GET /v1/inbound/unmatched': () => ({ ownOnly: true }),
  'POST /v1/inbound/{id}/contact': ({ strangerId, contactId }) => ({ params: { id: strangerId }, body: { contactId } }),
  'POST /v1/inbound/{id}/class': ({ inboundId }) => ({ params: { id: inboundId }, body: { class: 'auto-reply' } }),
  'POST /v1/contacts/{id}': ({ contactId }) => ({ params: { id: contactId }, body: { name: 'Renamed' } }),
  'GET /v1/deals/{no}/messages': ({ dealNo }) => ({ params: { no: dealNo } }),
  'GET /v1/party-messages/{id}/explain': ({ messageId }) => ({ params: { id: messageId } }),
  'GET /v1/personal-messages/{id}/explain': ({ personalId }) => ({ params: { id: personalId } }),
  'GET /v1/deliveries/{id}/explain': ({ deliveryId }) => ({ params: { id: deliveryId } }),
  'GET /v1/imports/{no}/explain': ({ importNo }) => ({ params: { no: importNo } }),
  'GET /v1/lead-jobs': () => ({ ownOnly: true }),
  'POST /v1/party-messages/{id}/release': ({ messageId }) => ({ params: { id: messageId } }),
  'POST /v1/party-messages/{id}/skip': ({ messageId }) => ({ params: { id: messageId }, body: { reason: 'told by phone' } }),
  'POST /v1/party-messages/{id}/edit': ({ messageId }) => ({ params: { id: messageId }, body: { subject: 'Sample' } }),
  'GET /v1/needs-me': () => ({ ownOnly: true }),
  'POST /v1/tasks/{id}/snooze': ({ taskId }) => ({ params: { id: taskId }, body: { until: '2100-01-01T00:00:00Z', reason: 'sample' } }),
  'POST /v1/tasks/{id}/hand-over': ({ taskId, personId }) => ({ params: { id: taskId }, body: { personId, reason: 'sample' } }),
  'GET /v1/deals/{no}/envelopes': ({ dealNo }) => ({ params: { no: dealNo } }),
  'POST /v1/deals/{no}/envelopes': ({ dealNo, documentId, partyId }) => ({
    params: { no: dealNo },
    body: { documentId, subject: 'Sample contract', signers: [{ partyId, routingOrder: 1 }] },
    status: 202,
  }),
  'GET /v1/envelopes/{id}': ({ envelopeId }) => ({ params: { id: envelopeId } }),
  'POST /v1/envelopes/{id}/void': ({ envelopeId }) => ({ params: { id: envelopeId }, body: { reason: 'Wrong price' }, status: 202 }),
  // The sample envelope waits for its signer.
  'GET /v1/envelopes/{id}/signed': ({ envelopeId }) => ({ params: { id: envelopeId }, status: 409 }),
  'GET /v1/enrolments': () => ({ ownOnly: true }),
  'GET /v1/enrolments/{id}': ({ enrolmentId }) => ({ params: { id: enrolmentId } }),
  'GET /v1/enrolments/{id}/timeline': ({ enrolmentId }) => ({ params: { id: enrolmentId } }),
  'GET /v1/enrolments/{id}/explain': ({ enrolmentId }) => ({ params: { id: enrolmentId } }),
  'POST /v1/enrolments/{id}/pause': ({ enrolmentId }) => ({ params: { id: enrolmentId } }),
  'POST /v1/enrolments/{id}/resume': ({ enrolmentId }) => ({ params: { id: enrolmentId } }),
  'POST /v1/enrolments/{id}/stop': ({ enrolmentId }) => ({ params: { id: enrolmentId }, body: {} }),
  // The sample enrolment has no run behind it.
  'POST /v1/enrolments/{id}/skip': ({ enrolmentId }) => ({ params: { id: enrolmentId }, body: { step: 'end' }, status: 409 }),
  'POST /v1/consents': ({ contactId, phone }) => ({ body: { contactId, channel: 'sms', address: phone, form: 'written', evidence: 'web form' } }),
  'GET /v1/events': () => ({ ownOnly: true }),
  'GET /v1/imports': () => ({ ownOnly: true }),
  'POST /v1/imports': () => ({ upload: sampleUpload, status: 202, ownOnly: true }),
  'POST /v1/imports/preview': () => ({ upload: sampleUpload, ownOnly: true }),
  'GET /v1/imports/{no}': ({ importNo }) => ({ params: { no: importNo } }),
  'GET /v1/imports/{no}/rejects': ({ importNo }) => ({ params: { no: importNo } }),
  'POST /v1/imports/{no}/rejects/mend': ({ importNo }) => ({
    params: { no: importNo },
    body: { rows: [{ line: 2, cells: ['1-2', 'Davidson'] }] },
    status: 202,
  }),
  'GET /v1/imports/{no}/rejects.csv': ({ importNo }) => ({ params: { no: importNo } }),
  'GET /v1/import-mappings': () => ({ ownOnly: true }),
  'PUT /v1/import-mappings/{name}': () => ({ params: { name: 'county list' }, body: { preset: 'generic' }, ownOnly: true }),
  'GET /v1/jobs/{id}': ({ importNo }) => ({ params: { id: `import.${importNo}` } }),
  'GET /v1/keys': () => ({ ownOnly: true }),
  'POST /v1/keys': ({ personId }) => ({ body: { name: 'sample', personId, scopes: ['closing:read'] }, status: 201 }),
  'GET /v1/keys/{id}': ({ keyId }) => ({ params: { id: keyId } }),
  'DELETE /v1/keys/{id}': ({ keyId }) => ({ params: { id: keyId }, status: 204 }),
  'GET /v1/deals/{no}/offers': ({ dealNo }) => ({ params: { no: dealNo } }),
  // The sample deal's property has no value on record.
  'POST /v1/deals/{no}/offers': ({ dealNo }) => ({ params: { no: dealNo }, body: {}, status: 422 }),
  'GET /v1/leads': () => ({ ownOnly: true }),
  'GET /v1/leads/counts': () => ({ ownOnly: true }),
  'GET /v1/leads/{no}': ({ leadNo }) => ({ params: { no: leadNo } }),
  'POST /v1/leads/decide': ({ leadNo }) => ({ body: { select: { leadNos: [leadNo] }, outcome: 'rejected', reason: 'sample' }, ownOnly: true }),
  'POST /v1/leads/enrich': ({ leadNo }) => ({ body: { select: { leadNos: [leadNo] } }, status: 202 }),
  'GET /v1/lookups/costs': () => ({ ownOnly: true }),
  'GET /v1/lookups/{id}': ({ lookupId }) => ({ params: { id: lookupId } }),
  'POST /v1/lookups/{id}/settle': ({ lookupId }) => ({ params: { id: lookupId }, body: { outcome: 'leave' } }),
  'GET /v1/rule-sets': () => ({ ownOnly: true }),
  'GET /v1/rule-sets/{version}': () => ({ params: { version: 7 } }),
  'POST /v1/rule-sets/check': () => ({ body: { definition: {} }, ownOnly: true }),
  'POST /v1/rule-sets': () => ({
    body: { name: 'Sample', definition: { clauses: defaultRuleSet.clauses, score: defaultRuleSet.score, hot: defaultRuleSet.hot } },
    status: 201,
    ownOnly: true,
  }),
  'POST /v1/rule-sets/{version}/test': () => ({ params: { version: 7 }, status: 202 }),
  // The sample's rule set is published.
  'POST /v1/rule-sets/{version}/publish': () => ({ params: { version: 7 }, status: 409 }),
  'GET /v1/offers': () => ({ ownOnly: true }),
  'GET /v1/offers/{id}': ({ offerId }) => ({ params: { id: offerId } }),
  'GET /v1/offers/{id}/pdf': ({ offerId }) => ({ params: { id: offerId }, status: 409 }),
  'GET /v1/offer-templates': () => ({ ownOnly: true }),
  'GET /v1/offer-templates/{slug}': () => ({ params: { slug: 'letter-of-intent' }, status: 404 }),
  'POST /v1/offer-templates': () => ({ body: { slug: 'sample-letter', definition: defaultLetter }, status: 201, ownOnly: true }),
  'GET /v1/parked': () => ({ ownOnly: true }),
  'POST /v1/parked/{id}/retry': ({ parkedId }) => ({ params: { id: parkedId } }),
  'POST /v1/parked/{id}/discard': ({ parkedId }) => ({ params: { id: parkedId }, body: { reason: 'test' } }),
  'GET /v1/people': () => ({ ownOnly: true }),
  'POST /v1/people': ({ personId }) => ({ body: { name: 'Sample Person', email: 'sample@example.com', role: 'agent', standInId: personId }, status: 201 }),
  'POST /v1/people/{id}/sign-in-links': ({ personId }) => ({ params: { id: personId }, status: 201 }),
  'GET /v1/me': () => ({ ownOnly: true }),
  'DELETE /v1/session': () => ({ status: 204, ownOnly: true }),
  // Keys have no sessions.
  'GET /v1/sessions': () => ({ status: 409, sessionStatus: 200, ownOnly: true }),
  'DELETE /v1/sessions': () => ({ status: 409, sessionStatus: 200, ownOnly: true }),
  'DELETE /v1/sessions/{id}': () => ({ params: { id: 'nobody-has-it' }, status: 409, sessionStatus: 404 }),
  'GET /v1/people/{id}/sessions': ({ personId }) => ({ params: { id: personId } }),
  'DELETE /v1/people/{id}/sessions': ({ personId }) => ({ params: { id: personId } }),
  'POST /v1/session/password': () => ({ body: { newPassword: 'a walk in the park' }, status: 409, sessionStatus: 204, ownOnly: true }),
  'GET /v1/people/{id}': ({ personId }) => ({ params: { id: personId } }),
  'PATCH /v1/people/{id}': ({ personId }) => ({ params: { id: personId }, body: { name: 'Renamed' } }),
  'GET /v1/sends': () => ({ ownOnly: true }),
  'GET /v1/sends/{id}': ({ sendId }) => ({ params: { id: sendId } }),
  'POST /v1/sends/{id}/settle': ({ sendId }) => ({ params: { id: sendId }, body: { outcome: 'sent' } }),
  'GET /v1/sequences': () => ({ ownOnly: true }),
  'GET /v1/sequences/{id}': ({ sequenceSlug }) => ({ params: { id: sequenceSlug } }),
  'POST /v1/sequences/check': () => ({ body: { definition: { start: 'end', steps: [{ id: 'end', kind: 'archive' }] } }, ownOnly: true }),
  'POST /v1/sequences': () => ({
    body: { slug: 'sample', name: 'Sample', definition: { start: 'end', steps: [{ id: 'end', kind: 'archive' }] } },
    status: 201,
    ownOnly: true,
  }),
  // The sample lead is in it already.
  'POST /v1/sequences/{id}/enrolments': ({ sequenceSlug, leadNo }) => ({ params: { id: sequenceSlug }, body: { leadNo } }),
  'GET /v1/settings': () => ({ ownOnly: true }),
  'GET /v1/settings/history': () => ({ ownOnly: true }),
  'PATCH /v1/settings': () => ({ body: { dealsPerDay: 3 }, ownOnly: true }),
  'POST /v1/settings/crm': () => ({ body: { url: 'https://crm.example.com/hooks' }, ownOnly: true }),
  'GET /v1/deliveries': () => ({ ownOnly: true }),
  'POST /v1/deliveries/{id}/retry': ({ deliveryId }) => ({ params: { id: deliveryId } }),
  'POST /v1/settings/stop-sending': () => ({ body: { reason: 'test' }, ownOnly: true }),
  'POST /v1/settings/resume-sending': () => ({ body: { reason: 'test' }, ownOnly: true }),
  'GET /v1/stream': () => ({ query: { after: '0', follow: 'false' }, ownOnly: true }),
  'GET /v1/system': () => ({ ownOnly: true }),
  'GET /v1/tasks': () => ({ ownOnly: true }),
  'GET /v1/tasks/{id}': ({ taskId }) => ({ params: { id: taskId } }),
  'POST /v1/tasks/{id}/claim': ({ taskId }) => ({ params: { id: taskId }, body: {} }),
  'POST /v1/tasks/{id}/done': ({ taskId }) => ({ params: { id: taskId }, body: { outcome: 'called' } }),
  'GET /v1/templates': () => ({ ownOnly: true }),
  'GET /v1/templates/{slug}': ({ marker }) => ({ params: { slug: marker } }),
  'POST /v1/templates': () => ({ body: { channel: 'text', slug: 'sample', source: 'Hello {{ brokerage.name }}' }, status: 201, ownOnly: true }),
  'GET /v1/me/calendar': () => ({ ownOnly: true }),
  'POST /v1/me/calendar': () => ({ body: { what: 'closings' }, status: 409, sessionStatus: 201, ownOnly: true }),
  'GET /v1/me/digest': () => ({ ownOnly: true }),
  'PATCH /v1/me/digest': () => ({ body: { on: true }, ownOnly: true }),
  'DELETE /v1/me/calendar': () => ({ status: 204, ownOnly: true }),
  'GET /v1/views': () => ({ ownOnly: true }),
  'POST /v1/views': () => ({ body: { name: 'Sample', screen: 'deals', filters: { health: 'blocked' } }, status: 201, ownOnly: true }),
  'PATCH /v1/views/{id}': ({ viewId }) => ({ params: { id: viewId }, body: { name: 'Renamed' } }),
  'DELETE /v1/views/{id}': ({ viewId }) => ({ params: { id: viewId }, status: 204 }),
};

/** The address of a sample call. */
export const addressOf = (path: string, { params = {}, query = {} }: OperationSample): string => {
  const filled = path.replaceAll(/\{(\w+)\}/g, (_, name: string) => encodeURIComponent(String(params[name])));
  const search = new URLSearchParams(query).toString();
  return search ? `${filled}?${search}` : filled;
};
