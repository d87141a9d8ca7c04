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
  /** A call that names no row: A calls it for itself, and nothing of B may show. */
  ownOnly?: true;
};

/** Open to everybody, on purpose. */
export const openOperations = ['GET /healthz', 'GET /readyz'];

/** A living call of every operation. The access test fails for an operation without one. */
export const operationSamples: Record<string, (ids: OperationIds) => OperationSample> = {
  'GET /v1/calculators': () => ({ ownOnly: true }),
  'POST /v1/calculators/{formula}': () => ({
    params: { formula: 'mao-percent' },
    body: { arvCents: 30_000_000, ruleBps: 7000, repairsCents: 4_000_000 },
    ownOnly: true,
  }),
  'GET /v1/deals': () => ({ ownOnly: true }),
  'POST /v1/deals': ({ leadNo }) => ({ body: { leadNo, side: 'listing' }, status: 201 }),
  'GET /v1/deals/{no}': ({ dealNo }) => ({ params: { no: dealNo } }),
  'GET /v1/deals/{no}/timeline': ({ dealNo }) => ({ params: { no: dealNo } }),
  'GET /v1/deals/{no}/explain': ({ dealNo }) => ({ params: { no: dealNo } }),
  'POST /v1/deals/{no}/wishes': ({ dealNo }) => ({ params: { no: dealNo }, body: { terms: 'cash' } }),
  // The sample deal has no run behind it.
  'POST /v1/deals/{no}/approve': ({ dealNo }) => ({ params: { no: dealNo }, status: 409 }),
  'POST /v1/deals/{no}/accept': ({ dealNo }) => ({ params: { no: dealNo }, status: 409 }),
  'POST /v1/deals/{no}/decline': ({ dealNo }) => ({ params: { no: dealNo }, body: { reason: 'price' }, status: 409 }),
  'POST /v1/deals/{no}/dead': ({ dealNo }) => ({ params: { no: dealNo }, body: { reason: 'sold' }, status: 409 }),
  'GET /v1/events': () => ({ ownOnly: true }),
  'GET /v1/jobs/{id}': ({ importNo }) => ({ params: { id: `import.${importNo}` } }),
  'GET /v1/keys': () => ({ ownOnly: true }),
  'POST /v1/keys': ({ personId }) => ({ body: { name: 'sample', personId, scopes: ['closing:read'] }, status: 201 }),
  'GET /v1/keys/{id}': ({ keyId }) => ({ params: { id: keyId } }),
  'DELETE /v1/keys/{id}': ({ keyId }) => ({ params: { id: keyId }, status: 204 }),
  'GET /v1/deals/{no}/offers': ({ dealNo }) => ({ params: { no: dealNo } }),
  // The sample deal's property has no value on record.
  'POST /v1/deals/{no}/offers': ({ dealNo }) => ({ params: { no: dealNo }, body: {}, status: 422 }),
  'GET /v1/leads': () => ({ ownOnly: true }),
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
  'POST /v1/parked/{id}/discard': ({ parkedId }) => ({ params: { id: parkedId } }),
  'GET /v1/people': () => ({ ownOnly: true }),
  'POST /v1/people': ({ personId }) => ({ body: { name: 'Sample Person', email: 'sample@example.com', role: 'agent', standInId: personId }, status: 201 }),
  'GET /v1/people/{id}': ({ personId }) => ({ params: { id: personId } }),
  'PATCH /v1/people/{id}': ({ personId }) => ({ params: { id: personId }, body: { name: 'Renamed' } }),
  'GET /v1/settings': () => ({ ownOnly: true }),
  'PATCH /v1/settings': () => ({ body: { dealsPerDay: 3 }, ownOnly: true }),
  'POST /v1/settings/stop-sending': () => ({ body: { reason: 'test' }, ownOnly: true }),
  'POST /v1/settings/resume-sending': () => ({ body: { reason: 'test' }, ownOnly: true }),
  'GET /v1/tasks': () => ({ ownOnly: true }),
  'GET /v1/tasks/{id}': ({ taskId }) => ({ params: { id: taskId } }),
  'POST /v1/tasks/{id}/claim': ({ taskId }) => ({ params: { id: taskId }, body: {} }),
  'POST /v1/tasks/{id}/done': ({ taskId }) => ({ params: { id: taskId }, body: { outcome: 'called' } }),
};

/** The address of a sample call. */
export const addressOf = (path: string, { params = {}, query = {} }: OperationSample): string => {
  const filled = path.replaceAll(/\{(\w+)\}/g, (_, name: string) => encodeURIComponent(String(params[name])));
  const search = new URLSearchParams(query).toString();
  return search ? `${filled}?${search}` : filled;
};
