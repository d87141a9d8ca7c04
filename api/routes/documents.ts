import { z } from '@hono/zod-openapi';
import { changeSubject } from '../../db/events.ts';
import { dealLaw } from '../../db/queries/deal-law.ts';
import { listQueue } from '../../db/queries/documents.queue.ts';
import { addDocument, listDocuments, listVersions, listViews, viewDocument } from '../../db/queries/documents.ts';
import { namesOf } from '../../db/queries/people.ts';
import { matchDocument } from '../../domain/compliance/checklists/matcher.ts';
import { actorOf, router, tenantTx } from '../context.ts';
import { dealOf } from '../deal-of.ts';
import { documentOf } from '../document-of.ts';
import { documentFields, receiveDocument } from '../documents.upload.ts';
import { documentSchema, toDocument, toVersion, versionParam, versionSchema } from '../documents.view.ts';
import { act } from '../idempotency.ts';
import { json, located, operation } from '../operation.ts';
import { pageOf, pageQuery, readCursor, toPage } from '../pages.ts';
import { idParam, instantSchema, iso, noParam } from '../schemas.ts';

export const documentRoutes = router();

const upload = {
  required: false,
  content: {
    'multipart/form-data': {
      schema: documentFields.extend({ file: z.string().openapi({ format: 'binary', description: 'PDF, PNG or JPEG, up to 25 MB; judged by its content' }) }),
    },
  },
};

documentRoutes.openapi(
  operation({
    method: 'post',
    path: '/v1/deals/{no}/documents',
    summary: 'Add a document, or the next version of one',
    description: 'With the field `document` it is the next version of that one, also after a rejection. The same bytes again are the version that is there.',
    tags: ['documents'],
    scope: 'closing:write',
    acts: true,
    body: 'stream',
    request: { params: noParam, body: upload },
    responses: {
      201: { ...json(documentSchema, 'Taken in; a task to review it opens by itself'), headers: located },
      200: { ...json(documentSchema, 'These bytes were there already'), headers: located },
    },
  }),
  async (c) => {
    const deal = await dealOf(c, c.req.valid('param').no);
    const { file, text, fields, bodyHash } = await receiveDocument(c);
    const subject = { kind: 'deal', id: deal.id } as const;
    return act(c, { subject, bodyHash }, async (change) => {
      const { facts } = await dealLaw(change.tx, { dealId: deal.id, at: change.now });
      const jurisdictions = facts.propertyState ? ['US', facts.propertyState] : undefined;
      const proposals = matchDocument({ fileName: file.name, text }, jurisdictions).slice(0, 5);
      const { title, document: documentNo } = fields;
      const { document, fresh } = await addDocument(change, { dealId: deal.id, documentNo, title, file, proposals, by: c.var.caller.personId });
      const location = { Location: `/v1/documents/${document.id}` };
      return fresh ? c.json(toDocument(document), 201, location) : c.json(toDocument(document), 200, location);
    });
  },
);

documentRoutes.openapi(
  operation({
    method: 'get',
    path: '/v1/deals/{no}/documents',
    summary: 'The documents of a deal, by number',
    tags: ['documents'],
    scope: 'closing:read',
    request: { params: noParam },
    responses: { 200: json(z.object({ items: z.array(documentSchema) }), 'All of them') },
  }),
  async (c) => {
    const deal = await dealOf(c, c.req.valid('param').no);
    return c.json({ items: (await tenantTx(c, (tx) => listDocuments(tx, { dealId: deal.id }))).map(toDocument) }, 200);
  },
);

const cursorSchema = z.tuple([z.iso.datetime(), z.uuid()]);

documentRoutes.openapi(
  operation({
    method: 'get',
    path: '/v1/documents',
    summary: 'Documents of all deals, whoever waits longest first; `status=in-review` is the queue to review',
    tags: ['documents'],
    scope: 'closing:read',
    request: {
      query: pageQuery.extend({
        status: z.enum(['in-review', 'accepted', 'rejected']).optional(),
        deal: z.coerce.number().int().min(1).max(2_147_483_647).optional().openapi({ description: 'Number of one deal' }),
      }),
    },
    responses: { 200: json(pageOf(documentSchema.extend({ property: z.string().nullable() })), 'One page') },
  }),
  async (c) => {
    const { limit, cursor, status, deal } = c.req.valid('query');
    const after = readCursor(cursor, cursorSchema);
    const place = after && { uploadedAt: new Date(after[0]), id: after[1] };
    const rows = await tenantTx(c, (tx) => listQueue(tx, { status, dealNo: deal, after: place, limit: limit + 1 }));
    const page = toPage(rows, limit, ({ uploadedAt, id }) => [iso(uploadedAt), id]);
    return c.json({ items: page.items.map((row) => ({ ...toDocument(row), property: row.property })), nextCursor: page.nextCursor }, 200);
  },
);

const viewSchema = z.object({ version: z.int(), personId: z.string(), at: instantSchema });
const wholeSchema = documentSchema.extend({
  versions: z.array(versionSchema),
  views: z.array(viewSchema),
  people: z.record(z.string(), z.string()).openapi({ description: 'Names of those who are named by id' }),
});

documentRoutes.openapi(
  operation({
    method: 'get',
    path: '/v1/documents/{id}',
    summary: 'One document with its versions and who has opened them',
    tags: ['documents'],
    scope: 'closing:read',
    request: { params: idParam },
    responses: { 200: json(wholeSchema, 'The document') },
  }),
  async (c) => {
    const document = await documentOf(c, c.req.valid('param').id);
    const given = { documentId: document.id };
    const whole = await tenantTx(c, async (tx) => {
      const [versions, views] = [await listVersions(tx, given), await listViews(tx, given)];
      const reviewer = (document.review as { by: string } | null)?.by;
      const ids = [...versions.map(({ uploadedBy }) => uploadedBy), ...views.map(({ personId }) => personId), ...(reviewer ? [reviewer] : [])];
      return { versions, views, people: await namesOf(tx, { ids }) };
    });
    const views = whole.views.map(({ version, personId, at }) => ({ version, personId, at: iso(at) }));
    return c.json({ ...toDocument(document), versions: whole.versions.map(toVersion), views, people: whole.people }, 200);
  },
);

documentRoutes.openapi(
  operation({
    method: 'get',
    path: '/v1/documents/{id}/versions/{version}/file',
    summary: 'The file of a version; who opened it is written down',
    tags: ['documents'],
    scope: 'closing:read',
    request: {
      params: versionParam,
      query: z.object({
        inline: z.enum(['true', 'false']).default('false').openapi({ description: 'To be looked at in a page of ours, in place of being saved' }),
      }),
    },
    responses: { 200: { description: 'The file', content: { 'application/octet-stream': { schema: z.string() } } } },
  }),
  async (c) => {
    const { id, version } = c.req.valid('param');
    const document = await documentOf(c, id);
    const { brokerageId, personId } = c.var.caller;
    const about = { subject: { kind: 'deal', id: document.dealId } as const, actor: actorOf(c), source: 'api', correlationId: c.var.requestId };
    const row = await changeSubject(c.var.deps.db, { brokerageId, ...about }, (change) => viewDocument(change, { documentId: id, version, personId }));
    // Only what no script can hide in is shown inside a page of ours: the types are judged by content. The name says nothing about anybody.
    const shown = c.req.valid('query').inline === 'true' ? 'inline' : 'attachment';
    const headers = {
      'content-type': row.mime,
      'content-length': String(row.bytes),
      'content-disposition': `${shown}; filename="deal-${document.dealNo}-document-${document.documentNo}-v${version}.${row.mime.split('/')[1]}"`,
      'cache-control': 'private, no-store',
    };
    return c.body(ReadableStream.from(c.var.deps.files.stream(brokerageId, row.sha256)), 200, headers);
  },
);
