import { z } from '@hono/zod-openapi';
import { previewFile } from '../../db/bulk/pieces.ts';
import { changeSubject } from '../../db/events.ts';
import {
  findImportByNo,
  findMapping,
  type Import,
  listCost,
  listImports,
  listMappings,
  listRejects,
  markMended,
  reportOf,
  requestImport,
  saveMapping,
} from '../../db/queries/imports.ts';
import { brokerages, files } from '../../db/schema/index.ts';
import { dayIn } from '../../domain/offers/expiry.ts';
import { fieldTitles } from '../../domain/sourcing/columns.ts';
import { ImportReport, MappingChoice } from '../../domain/sourcing/imports.schemas.ts';
import { namesProperty } from '../../domain/sourcing/mapping.ts';
import { presets } from '../../domain/sourcing/presets.ts';
import { mendedList, rejectCells, rejectLine, rejectsHeader, rejectWords } from '../../domain/sourcing/rejects.ts';
import { type AppContext, actorOf, router, tenantTx } from '../context.ts';
import { found, refuse } from '../errors.ts';
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
    report: ImportReport.nullable().openapi({ description: 'What came of its lines; while it runs, of those read so far' }),
    progress: z.object({ bytesDone: z.number(), bytesTotal: z.number().nullable() }),
    mapping: MappingChoice.nullable().openapi({ description: 'How it was read, as an import takes it' }),
    problem: z.unknown().nullable(),
    cost: z.object({ leads: z.int(), costCents: z.int(), costPerLeadCents: z.int().nullable() }).optional(),
    createdAt: instantSchema,
    finishedAt: instantSchema.nullable(),
    workflowId: z.string(),
  })
  .openapi('Import');
const previewSchema = z
  .object({
    preset: z.string(),
    usable: z.boolean().openapi({ description: 'Whether the columns name a property: a parcel number or an address' }),
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
    const { layout, mapping, rows } = (await receiveList(c, { strict: false })).seen;
    return c.json(
      {
        preset: mapping.preset,
        usable: namesProperty(mapping),
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
    const [row, cost, soFar] = await tenantTx(c, async (tx) => {
      const one = found(await findImportByNo(tx, { importNo: no }), 'import', no);
      return [one, await listCost(tx, { importId: one.id }), one.status === 'running' ? await reportOf(tx, { importId: one.id }) : null] as const;
    });
    return c.json({ ...toImport(row), ...(soFar ? { report: soFar } : {}), cost }, 200);
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

const unread = { headers: [], delimiter: ',', newline: 'lf' as const };

/** How an import was read, as the next one takes it; null before it began. */
function choiceOf({ layout, mapping }: Import): MappingChoice | null {
  if (!layout || !mapping) return null;
  const columns = Object.fromEntries(layout.headers.map((header, index) => [header, mapping.fields[index] ?? null]));
  const { preset, defaults, dateOrder, nameOrder } = mapping;
  return { preset, columns, defaults, dateOrder, nameOrder };
}

/** A page at a time, so that a list rejected as a whole does not fill the memory. */
async function* rejectedLines(c: AppContext, { id, layout }: Import): AsyncGenerator<Uint8Array> {
  const known = layout ?? unread;
  yield Buffer.from(rejectsHeader(known.headers));
  for (let after = 0; ; ) {
    const page = await tenantTx(c, (tx) => listRejects(tx, { importId: id, after, limit: 1000 }));
    if (page.length === 0) return;
    after = page.at(-1)!.line;
    yield Buffer.from(page.map((reject) => rejectLine(known, reject)).join(''));
  }
}

const rejectSchema = z.object({
  line: z.int(),
  reason: z.string(),
  words: z.string(),
  cells: z.array(z.string()),
  mendedNo: z.int().nullable().openapi({ description: 'The import by which it was sent again' }),
});

importRoutes.openapi(
  operation({
    method: 'get',
    path: '/v1/imports/{no}/rejects',
    summary: 'Lines that were not taken, cell by cell and with the reason',
    tags: ['imports'],
    scope: 'sourcing:read',
    request: { params: noParam, query: pageQuery },
    responses: {
      200: json(pageOf(rejectSchema).extend({ columns: z.array(columnSchema) }), 'One page, with the columns of the list'),
    },
  }),
  async (c) => {
    const [{ no }, { limit, cursor }] = [c.req.valid('param'), c.req.valid('query')];
    return tenantTx(c, async (tx) => {
      const row = found(await findImportByNo(tx, { importNo: no }), 'import', no);
      const rows = await listRejects(tx, { importId: row.id, after: readCursor(cursor, z.int()) ?? 0, limit: limit + 1 });
      const page = toPage(rows, limit, ({ line }) => line);
      const form = row.layout ?? unread;
      const items = page.items.map((reject) => ({
        ...{ line: reject.line, reason: reject.reason, words: rejectWords(reject), cells: rejectCells(form, reject.raw), mendedNo: reject.mendedNo },
      }));
      return c.json({ items, nextCursor: page.nextCursor, columns: toImport(row).columns ?? [] }, 200);
    });
  },
);

importRoutes.openapi(
  operation({
    method: 'post',
    path: '/v1/imports/{no}/rejects/mend',
    summary: 'Send rejected lines again, mended: a small import read the way the list was',
    tags: ['imports'],
    scope: 'sourcing:write',
    acts: true,
    request: {
      params: noParam,
      body: jsonBody(
        z.strictObject({
          rows: z
            .array(z.strictObject({ line: z.int().min(1).max(2_147_483_647), cells: z.array(z.string().max(2000)).max(300) }))
            .min(1)
            .max(1000),
        }),
      ),
    },
    responses: { 202: { ...json(acceptedSchema.extend({ importNo: z.int() }), 'Taken in; poll the job'), headers: located } },
  }),
  async (c) => {
    const { no } = c.req.valid('param');
    const { rows } = c.req.valid('json');
    const { brokerageId } = c.var.caller;
    const row = found(await tenantTx(c, (tx) => findImportByNo(tx, { importNo: no })), 'import', no);
    const lines = [...new Set(rows.map(({ line }) => line))];
    const choice = choiceOf(row);
    const width = row.layout?.headers.length ?? 0;
    if (!row.layout || !choice || lines.length !== rows.length) throw refuse('no-such-reject');
    const wrong = rows.find(({ cells }) => cells.length !== width);
    if (wrong) {
      const message = `has ${wrong.cells.length} cells, the list has ${width} columns`;
      throw refuse('invalid-request', undefined, { errors: [{ in: 'json', path: `rows.line ${wrong.line}`, message }] });
    }
    const store = c.var.deps.files;
    const stored = await store.put(
      brokerageId,
      Buffer.from(
        mendedList(
          row.layout.headers,
          rows.map(({ cells }) => cells),
        ),
      ),
    );
    // Refused here and now when it could not be read at all.
    await previewFile(store.path(brokerageId, stored.sha256), choice);
    const importId = crypto.randomUUID();
    return act(c, { subject: { kind: 'import', id: importId } }, async (change) => {
      const { tx } = change;
      const name = `${row.fileName.replace(/\.(csv|gz|txt)$/i, '')} mended.csv`.slice(0, 300);
      await tx
        .insert(files)
        .values({ brokerageId, ...stored, mime: 'text/csv', name })
        .onConflictDoNothing();
      const mended = await requestImport(change, {
        ...{ importId, sha256: stored.sha256, fileName: name, listName: row.listName, listSource: row.listSource, listDate: row.listDate, today: row.listDate },
        // The list was paid for once.
        ...{ costCents: 0, relation: row.relation as 'cold', choice },
      });
      if ((await markMended(tx, { importId: row.id, lines, mendedNo: mended.importNo })) !== lines.length) throw refuse('no-such-reject');
      return accepted(c, 'import', mended.importNo, { importNo: mended.importNo });
    });
  },
);

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
    progress: { bytesDone: row.bytesDone, bytesTotal: row.bytesTotal },
    mapping: choiceOf(row),
    problem: row.problem,
    createdAt: iso(row.createdAt),
    finishedAt: isoOrNull(row.finishedAt),
    workflowId: row.workflowId,
  };
}
