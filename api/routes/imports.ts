import { z } from '@hono/zod-openapi';
import { findImportByNo, listCost, listImports, reportOf, requestImport } from '../../db/queries/imports.ts';
import { brokerages, files } from '../../db/schema/index.ts';
import { dayIn } from '../../domain/offers/expiry.ts';
import { fieldTitles } from '../../domain/sourcing/columns.ts';
import { namesProperty } from '../../domain/sourcing/mapping.ts';
import { presets } from '../../domain/sourcing/presets.ts';
import { router, tenantTx } from '../context.ts';
import { found } from '../errors.ts';
import { act } from '../idempotency.ts';
import { receiveList, uploadFields } from '../imports.upload.ts';
import { columnSchema, importSchema, toImport } from '../imports.view.ts';
import { accepted } from '../jobs.ts';
import { json, located, operation } from '../operation.ts';
import { pageOf, pageQuery, readCursor, toPage } from '../pages.ts';
import { acceptedSchema, noParam } from '../schemas.ts';

export const importRoutes = router();

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
