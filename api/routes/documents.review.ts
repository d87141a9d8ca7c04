import { z } from '@hono/zod-openapi';
import { matchToChecklist, reviewDocument, takeVersion } from '../../db/queries/documents.ts';
import { rejectReasonNames } from '../../domain/closing/documents.ts';
import { knownForms } from '../../domain/compliance/checklists/forms.ts';
import { router } from '../context.ts';
import { documentOf } from '../document-of.ts';
import { documentSchema, toDocument, versionParam } from '../documents.view.ts';
import { refuse } from '../errors.ts';
import { act } from '../idempotency.ts';
import { json, jsonBody, operation } from '../operation.ts';
import { idParam, words } from '../schemas.ts';

export const documentReviewRoutes = router();

const matchBody = z.strictObject({
  kind: z.string().max(60).nullable().openapi({ description: 'Id of the document on the checklist, such as TX-SDN; null takes the match back' }),
  formVersion: z.string().trim().min(1).max(60).nullish().openapi({ description: 'Edition printed on the form' }),
});

documentReviewRoutes.openapi(
  operation({
    method: 'post',
    path: '/v1/documents/{id}/match',
    summary: 'Say which document of the checklist it is',
    description: 'One that speaks of a contract that fell through is taken for the contract of now by it.',
    tags: ['documents'],
    scope: 'closing:write',
    acts: true,
    request: { params: idParam, body: jsonBody(matchBody) },
    responses: { 200: json(documentSchema, 'The document as it is matched') },
  }),
  async (c) => {
    const document = await documentOf(c, c.req.valid('param').id);
    const { kind, formVersion = null } = c.req.valid('json');
    if (kind !== null && !knownForms.some(({ id }) => id === kind)) throw refuse('unknown-document', `No checklist knows a document "${kind}".`);
    return act(c, { subject: { kind: 'deal', id: document.dealId } }, async (change) =>
      c.json(toDocument(await matchToChecklist(change, { documentId: document.id, kind, formVersion })), 200),
    );
  },
);

documentReviewRoutes.openapi(
  operation({
    method: 'post',
    path: '/v1/documents/{id}/versions/{version}/take',
    summary: 'Take another version as the one in force',
    description: 'Such as the signed copy of a version after which a newer one came. It waits for a review as if it had come now.',
    tags: ['documents'],
    scope: 'closing:write',
    acts: true,
    request: { params: versionParam },
    responses: { 200: json(documentSchema, 'The document with the version in force') },
  }),
  async (c) => {
    const { id, version } = c.req.valid('param');
    const document = await documentOf(c, id);
    return act(c, { subject: { kind: 'deal', id: document.dealId } }, async (change) =>
      c.json(toDocument(await takeVersion(change, { documentId: id, version })), 200),
    );
  },
);

const reviewBody = z
  .strictObject({
    decision: z.enum(['accept', 'reject']),
    version: z.int().min(1).max(2_147_483_647).optional().openapi({ description: 'The version looked at; the one in force when left out' }),
    reason: z.enum(rejectReasonNames).optional(),
    note: words().optional(),
  })
  .refine(({ decision, reason }) => (decision === 'reject') === (reason !== undefined), {
    error: 'a rejection has a reason, an acceptance has none',
    path: ['reason'],
  });

documentReviewRoutes.openapi(
  operation({
    method: 'post',
    path: '/v1/documents/{id}/review',
    summary: 'Accept a document, or send it back with a reason',
    tags: ['documents'],
    scope: 'closing:write',
    acts: true,
    request: { params: idParam, body: jsonBody(reviewBody) },
    responses: { 200: json(documentSchema, 'The document as it was decided') },
  }),
  async (c) => {
    const document = await documentOf(c, c.req.valid('param').id);
    const { decision, version = document.version, reason = null, note = null } = c.req.valid('json');
    return act(c, { subject: { kind: 'deal', id: document.dealId } }, async (change) =>
      c.json(toDocument(await reviewDocument(change, { documentId: document.id, decision, version, reason, note, by: c.var.caller.personId })), 200),
    );
  },
);
