import { z } from '@hono/zod-openapi';
import { previewFile } from '../../db/bulk/pieces.ts';
import { findImportByNo, type Import, listRejects, markMended, requestImport } from '../../db/queries/imports.ts';
import { files } from '../../db/schema/index.ts';
import { mendedList, rejectCells, rejectLine, rejectsHeader, rejectWords } from '../../domain/sourcing/rejects.ts';
import { type AppContext, router, tenantTx } from '../context.ts';
import { found, refuse } from '../errors.ts';
import { act } from '../idempotency.ts';
import { choiceOf, columnSchema, toImport } from '../imports.view.ts';
import { accepted } from '../jobs.ts';
import { json, jsonBody, located, operation } from '../operation.ts';
import { pageOf, pageQuery, readCursor, toPage } from '../pages.ts';
import { acceptedSchema, noParam } from '../schemas.ts';

export const importRejectRoutes = router();

importRejectRoutes.openapi(
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

importRejectRoutes.openapi(
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

importRejectRoutes.openapi(
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
