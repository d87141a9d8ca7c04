import { z } from '@hono/zod-openapi';
import { changeSubject } from '../../db/events.ts';
import { findDealByNo } from '../../db/queries/closing.ts';
import { requestEnvelope, requestVoid } from '../../db/queries/envelopes.request.ts';
import { viewSigned } from '../../db/queries/envelopes.signed.ts';
import { dealOfEnvelope, type EnvelopeRow, envelopesOfDeal, findEnvelope, recipientsOf } from '../../db/queries/envelopes.ts';
import { explainQuery } from '../../workflows/signing/messages.ts';
import { type AppContext, actorOf, router, tenantTx } from '../context.ts';
import { envelopeSchema, explainEnvelope, toEnvelope } from '../envelopes.view.ts';
import { found, refuse } from '../errors.ts';
import { act } from '../idempotency.ts';
import { json, jsonBody, located, operation } from '../operation.ts';
import { askRun } from '../runs.ts';
import { idParam, noParam, oneLine, words } from '../schemas.ts';

export const envelopeRoutes = router();

const int = (max: number) => z.int().min(1).max(max);
const requestSchema = z
  .strictObject({
    documentId: z.uuid().optional(),
    documentNo: int(2_147_483_647).optional().openapi({ description: 'Its number within the deal, in place of the id' }),
    version: int(2_147_483_647).optional().openapi({ description: 'The newest when left out' }),
    subject: oneLine(100).openapi({ description: 'What signers see first' }),
    message: words(2000).optional(),
    signers: z
      .array(
        z.strictObject({
          partyId: z.uuid(),
          routingOrder: int(50).default(1).openapi({ description: 'Signs after everybody with a lower number, side by side with the same' }),
          anchor: words(100).optional().openapi({ description: 'Words of the document that mark the place to sign; the signer chooses it when left out' }),
        }),
      )
      .max(50),
  })
  .refine(({ documentId, documentNo }) => (documentId === undefined) !== (documentNo === undefined), {
    error: 'name the document by id or by number, one of them',
    path: ['documentId'],
  });

envelopeRoutes.openapi(
  operation({
    method: 'post',
    path: '/v1/deals/{no}/envelopes',
    summary: 'Send a document for signature',
    description: 'Sent once, to the parties in their order. What becomes of it is reported by the signature provider.',
    tags: ['signatures'],
    scope: 'closing:write',
    acts: true,
    request: { params: noParam, body: jsonBody(requestSchema) },
    responses: { 202: { ...json(envelopeSchema, 'Asked for; its run sends it'), headers: located } },
  }),
  async (c) => {
    const { no } = c.req.valid('param');
    const { documentId, documentNo, version = null, subject, message = null, signers } = c.req.valid('json');
    const deal = found(await tenantTx(c, (tx) => findDealByNo(tx, { dealNo: no })), 'deal', no);
    return act(c, { subject: { kind: 'deal', id: deal.id } }, async (change) => {
      const row = await requestEnvelope(change, {
        ...{ dealId: deal.id, version, subject, message, by: c.var.caller.personId },
        document: documentId === undefined ? { no: documentNo! } : { id: documentId },
        signers: signers.map(({ anchor = null, ...signer }) => ({ ...signer, anchor })),
      });
      const recipients = await recipientsOf(change.tx, { envelopeIds: [row.id] });
      return c.json(toEnvelope(row, recipients, no, c.var.deps.config.sandboxUrl), 202, { Location: `/v1/envelopes/${row.id}` });
    });
  },
);

envelopeRoutes.openapi(
  operation({
    method: 'get',
    path: '/v1/deals/{no}/envelopes',
    summary: 'What of a deal was sent for signature, newest first',
    tags: ['signatures'],
    scope: 'closing:read',
    request: { params: noParam },
    responses: { 200: json(z.object({ items: z.array(envelopeSchema) }), 'All of them') },
  }),
  async (c) => {
    const { no } = c.req.valid('param');
    const items = await tenantTx(c, async (tx) => {
      const deal = found(await findDealByNo(tx, { dealNo: no }), 'deal', no);
      const rows = await envelopesOfDeal(tx, { dealId: deal.id });
      const recipients = rows.length > 0 ? await recipientsOf(tx, { envelopeIds: rows.map(({ id }) => id) }) : [];
      return rows.map((row) => toEnvelope(row, recipients, no, c.var.deps.config.sandboxUrl));
    });
    return c.json({ items }, 200);
  },
);

envelopeRoutes.openapi(
  operation({
    method: 'get',
    path: '/v1/envelopes/{id}',
    summary: 'One envelope: who has signed, whom it waits for, and why',
    tags: ['signatures'],
    scope: 'closing:read',
    request: { params: idParam },
    responses: { 200: json(envelopeSchema.extend({ explanation: z.string() }), 'The envelope') },
  }),
  async (c) => {
    const row = await envelopeOf(c);
    const told = row.endedAt ? null : await askRun(c, row.workflowId, explainQuery);
    const view = await tenantTx(c, async (tx) => {
      const { dealNo } = await dealOfEnvelope(tx, { dealId: row.dealId });
      return toEnvelope(row, await recipientsOf(tx, { envelopeIds: [row.id] }), dealNo, c.var.deps.config.sandboxUrl);
    });
    return c.json({ ...view, explanation: told ?? explainEnvelope(row) }, 200);
  },
);

envelopeRoutes.openapi(
  operation({
    method: 'post',
    path: '/v1/envelopes/{id}/void',
    summary: 'Withdraw it: nobody can sign it any more',
    tags: ['signatures'],
    scope: 'closing:write',
    acts: true,
    request: { params: idParam, body: jsonBody(z.strictObject({ reason: words(200).openapi({ description: 'Signers read it' }) })) },
    responses: { 202: json(envelopeSchema, 'Its run ends it at the provider') },
  }),
  async (c) => {
    const { id: envelopeId, dealId } = await envelopeOf(c);
    const { reason } = c.req.valid('json');
    return act(c, { subject: { kind: 'deal', id: dealId } }, async (change) => {
      const row = await requestVoid(change, { envelopeId, voiding: { cause: 'person', reason, by: c.var.caller.personId } });
      const { dealNo } = await dealOfEnvelope(change.tx, { dealId });
      return c.json(toEnvelope(row, await recipientsOf(change.tx, { envelopeIds: [envelopeId] }), dealNo, c.var.deps.config.sandboxUrl), 202);
    });
  },
);

envelopeRoutes.openapi(
  operation({
    method: 'get',
    path: '/v1/envelopes/{id}/signed',
    summary: 'The signed document; who opened it is written down',
    tags: ['signatures'],
    scope: 'closing:read',
    request: { params: idParam },
    responses: { 200: { description: 'With all signatures', content: { 'application/pdf': { schema: z.string().openapi({ format: 'binary' }) } } } },
  }),
  async (c) => {
    const row = await envelopeOf(c);
    if (!row.signedSha256) throw refuse('not-signed', `Envelope ${row.envelopeNo} has no signed document: it is ${row.status}.`);
    const { brokerageId, personId } = c.var.caller;
    const about = { subject: { kind: 'deal', id: row.dealId } as const, actor: actorOf(c), source: 'api', correlationId: c.var.requestId };
    await changeSubject(c.var.deps.db, { brokerageId, ...about }, (change) => viewSigned(change, { envelopeId: row.id, personId }));
    const bytes = await c.var.deps.files.get(brokerageId, row.signedSha256);
    return c.body(new Uint8Array(bytes), 200, {
      'content-type': 'application/pdf',
      'content-disposition': `inline; filename="envelope-${row.envelopeNo}-signed.pdf"`,
      'cache-control': 'private, no-store',
    });
  },
);

async function envelopeOf(c: AppContext): Promise<EnvelopeRow> {
  const id = c.req.param('id') ?? '';
  return found(await tenantTx(c, (tx) => findEnvelope(tx, { envelopeId: id })), 'envelope', id);
}
