import { z } from '@hono/zod-openapi';
import { changeSubject } from '../../db/events.ts';
import {
  findImportByNo,
  findMapping,
  type Import,
  listCost,
  listImports,
  listMappings,
  listRejects,
  requestImport,
  saveMapping,
} from '../../db/queries/imports.ts';
import { brokerages, files } from '../../db/schema/index.ts';
import { dayIn } from '../../domain/offers/expiry.ts';
import { fieldTitles } from '../../domain/sourcing/columns.ts';
import { ImportReport, MappingChoice } from '../../domain/sourcing/imports.schemas.ts';
import { presets } from '../../domain/sourcing/presets.ts';
import { rejectLine, rejectsHeader } from '../../domain/sourcing/rejects.ts';
import { type AppContext, actorOf, router, tenantTx } from '../context.ts';
import { found } from '../errors.ts';
import { act } from '../idempotency.ts';
import { receiveList, uploadFields } from '../imports.upload.ts';
import { accepted } from '../jobs.ts';
import { json, jsonBody, located, operation } from '../operation.ts';
import { pageOf, pageQuery, readCursor, toPage } from '../pages.ts';
import { acceptedSchema, instantSchema, iso, isoOrNull, noParam } from '../schemas.ts';

export const importRoutes = router();

const columnSchema = z.object({ header: z.string(), field: z.string().nullable().openapi({ description: 'Null: kept as it is' }) });
const importSchema = z
  .object({
    importNo: z.int(),
    status: z.enum(['queued', 'running', 'finished', 'failed']),
    list: z.string(),
    source: z.string(),
    date: z.iso.date(),
    costCents: z.int(),
    relation: z.enum(['cold', 'known']),
    fileName: z.string(),
    preset: z.string().nullable(),
    columns: z.array(columnSchema).nullable(),
    lines: z.int(),
    report: ImportReport.nullable(),
    problem: z.unknown().nullable(),
    cost: z.object({ leads: z.int(), costCents: z.int(), costPerLeadCents: z.int().nullable() }).optional(),
    createdAt: instantSchema,
    finishedAt: instantSchema.nullable(),
  })
  .openapi('Import');
const previewSchema = z
  .object({
    preset: z.string(),
    layout: z.object({ encoding: z.string(), delimiter: z.string(), compressed: z.boolean(), linesBeforeData: z.int(), bytes: z.int() }),
    columns: z.array(columnSchema.extend({ samples: z.array(z.string()) })),
    dateOrder: z.enum(['mdy', 'dmy']),
    nameOrder: z.string(),
    defaults: z.record(z.string(), z.string()),
    fields: z.record(z.string(), z.string()).openapi({ description: 'Fields a column can be mapped to; besides, phone.1 … and email.1 …' }),
    presets: z.array(z.object({ name: z.string(), title: z.string() })),
  })
  .openapi('ImportPreview');
const savedSchema = z.object({ name: z.string(), mapping: MappingChoice, updatedAt: instantSchema });
const upload = {
  required: true,
  content: {
    'multipart/form-data': { schema: uploadFields.extend({ file: z.string().openapi({ format: 'binary', description: 'CSV, or CSV packed with gzip' }) }) },
  },
};

importRoutes.openapi(
  operation({
    method: 'post',
    path: '/v1/imports',
    summary: 'Import a list of properties',
    tags: ['imports'],
    scope: 'sourcing:write',
    acts: true,
    body: 'stream',
    request: { body: { ...upload, required: false } },
    responses: { 202: { ...json(acceptedSchema.extend({ importNo: z.int() }), 'Taken in; poll the job'), headers: located } },
  }),
  async (c) => {
    const { sha256, bytes, fileName, mime, fields, choice, bodyHash } = await receiveList(c);
    const importId = crypto.randomUUID();
    return act(c, { subject: { kind: 'import', id: importId }, bodyHash }, async (change) => {
      const { tx, now } = change;
      const [brokerage] = await tx.select({ zone: brokerages.zone }).from(brokerages);
      await tx.insert(files).values({ brokerageId: tx.brokerageId, sha256, bytes, mime, name: fileName }).onConflictDoNothing();
      const row = await requestImport(change, {
        ...{ importId, sha256, fileName, listName: fields.list ?? fileName, listSource: fields.source ?? 'upload', listDate: fields.date },
        ...{ today: dayIn(now, brokerage?.zone ?? 'UTC'), costCents: fields.costCents ?? 0, relation: fields.relation ?? 'cold', choice },
      });
      return accepted(c, 'import', row.importNo, { importNo: row.importNo });
    });
  },
);

importRoutes.openapi(
  operation({
    method: 'post',
    path: '/v1/imports/preview',
    summary: 'How a list would be read; nothing is imported',
    tags: ['imports'],
    scope: 'sourcing:read',
    body: 'stream',
    request: { body: { ...upload, required: false } },
    responses: { 200: json(previewSchema, 'What the columns would mean') },
  }),
  async (c) => {
    const { layout, mapping, rows } = (await receiveList(c)).seen;
    return c.json(
      {
        preset: mapping.preset,
        layout: { encoding: layout.encoding, delimiter: layout.delimiter, compressed: layout.compressed, linesBeforeData: layout.skip, bytes: layout.bytes },
        columns: layout.headers.map((header, index) => ({
          header,
          field: mapping.fields[index] ?? null,
          samples: rows.slice(0, 3).map((row) => row[index] ?? ''),
        })),
        dateOrder: mapping.dateOrder,
        nameOrder: mapping.nameOrder,
        defaults: mapping.defaults as Record<string, string>,
        fields: fieldTitles,
        presets: presets.map(({ name, title }) => ({ name, title })),
      },
      200,
    );
  },
);

importRoutes.openapi(
  operation({
    method: 'get',
    path: '/v1/imports',
    summary: 'Imports, newest first',
    tags: ['imports'],
    scope: 'sourcing:read',
    request: { query: pageQuery },
    responses: { 200: json(pageOf(importSchema), 'A page of imports') },
  }),
  async (c) => {
    const { limit, cursor } = c.req.valid('query');
    const before = readCursor(cursor, z.int());
    const rows = await tenantTx(c, (tx) => listImports(tx, { before, limit: limit + 1 }));
    const { items, nextCursor } = toPage(rows, limit, (last) => last.importNo);
    return c.json({ items: items.map(toImport), nextCursor }, 200);
  },
);

importRoutes.openapi(
  operation({
    method: 'get',
    path: '/v1/imports/{no}',
    summary: 'One import with its report and the cost of a lead',
    tags: ['imports'],
    scope: 'sourcing:read',
    request: { params: noParam },
    responses: { 200: json(importSchema, 'The import') },
  }),
  async (c) => {
    const { no } = c.req.valid('param');
    const [row, cost] = await tenantTx(c, async (tx) => {
      const one = found(await findImportByNo(tx, { importNo: no }), 'import', no);
      return [one, await listCost(tx, { importId: one.id })] as const;
    });
    return c.json({ ...toImport(row), cost }, 200);
  },
);

importRoutes.openapi(
  operation({
    method: 'get',
    path: '/v1/imports/{no}/rejects.csv',
    summary: 'Lines that were not taken, with the columns of the list: mend them and send them again',
    tags: ['imports'],
    scope: 'sourcing:read',
    request: { params: noParam },
    responses: { 200: { description: 'The lines, and why', content: { 'text/csv': { schema: z.string() } } } },
  }),
  async (c) => {
    const { no } = c.req.valid('param');
    const row = found(await tenantTx(c, (tx) => findImportByNo(tx, { importNo: no })), 'import', no);
    const headers = { 'content-type': 'text/csv; charset=utf-8', 'content-disposition': `attachment; filename="import-${no}-rejected.csv"` };
    return c.body(ReadableStream.from(rejectedLines(c, row)), 200, headers);
  },
);

/** A page at a time, so that a list rejected as a whole does not fill the memory. */
async function* rejectedLines(c: AppContext, { id, layout }: Import): AsyncGenerator<Uint8Array> {
  const known = layout ?? { headers: [], delimiter: ',', newline: 'lf' as const };
  yield Buffer.from(rejectsHeader(known.headers));
  for (let after = 0; ; ) {
    const page = await tenantTx(c, (tx) => listRejects(tx, { importId: id, after, limit: 1000 }));
    if (page.length === 0) return;
    after = page.at(-1)!.line;
    yield Buffer.from(page.map((reject) => rejectLine(known, reject)).join(''));
  }
}

importRoutes.openapi(
  operation({
    method: 'get',
    path: '/v1/import-mappings',
    summary: 'Saved mappings',
    tags: ['imports'],
    scope: 'sourcing:read',
    responses: { 200: json(z.object({ items: z.array(savedSchema) }), 'All of them') },
  }),
  async (c) => c.json({ items: (await tenantTx(c, listMappings)).map((saved) => ({ ...saved, updatedAt: iso(saved.updatedAt) })) }, 200),
);

importRoutes.openapi(
  operation({
    method: 'put',
    path: '/v1/import-mappings/{name}',
    summary: 'Save a mapping under a name; an import takes it as `saved`',
    tags: ['imports'],
    scope: 'sourcing:write',
    request: {
      params: z.object({
        name: z
          .string()
          .trim()
          .min(1)
          .max(100)
          .openapi({ param: { name: 'name', in: 'path' } }),
      }),
      body: jsonBody(MappingChoice),
    },
    responses: { 200: json(savedSchema, 'As it is saved') },
  }),
  async (c) => {
    const { name } = c.req.valid('param');
    const { brokerageId } = c.var.caller;
    const options = { brokerageId, subject: { kind: 'brokerage', id: brokerageId } as const, actor: actorOf(c), source: 'api', correlationId: c.var.requestId };
    const now = await changeSubject(c.var.deps.db, options, async (change) => {
      await saveMapping(change, { name, mapping: c.req.valid('json') });
      return change.now;
    });
    const mapping = found(await tenantTx(c, (tx) => findMapping(tx, { name })), 'saved mapping', name);
    return c.json({ name, mapping, updatedAt: iso(now) }, 200);
  },
);

function toImport(row: Import): z.infer<typeof importSchema> {
  return {
    importNo: row.importNo,
    status: row.status as 'queued',
    list: row.listName,
    source: row.listSource,
    date: row.listDate,
    costCents: row.costCents,
    relation: row.relation as 'cold',
    fileName: row.fileName,
    preset: row.mapping?.preset ?? null,
    columns: row.layout && row.mapping ? row.layout.headers.map((header, index) => ({ header, field: row.mapping!.fields[index] ?? null })) : null,
    lines: row.linesDone,
    report: row.report,
    problem: row.problem,
    createdAt: iso(row.createdAt),
    finishedAt: isoOrNull(row.finishedAt),
  };
}
