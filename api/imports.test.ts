import { randomUUID } from 'node:crypto';
import { gzipSync } from 'node:zlib';
import { beforeAll, expect, test } from 'vitest';
import { changeSubject } from '../db/events.ts';
import { beginImport, findImportByNo, reportOf } from '../db/queries/imports.ts';
import { importRejects } from '../db/schema/index.ts';
import { inTenant } from '../db/tenant.ts';
import { type Called, type TestApi, testApi, testKey } from '../test/api.ts';
import { type TestDatabase, testBrokerage, testDatabase } from '../test/database.ts';

let database: TestDatabase;
let api: TestApi;
let key: string;
let brokerageId: string;

beforeAll(async () => {
  database = await testDatabase();
  api = testApi(database);
  brokerageId = (await testBrokerage(database.app)).id;
  ({ key } = await testKey(database, brokerageId));
});

/** A form as fetch and curl send it, in one piece or cut anywhere. */
async function send(
  path: string,
  file: Uint8Array | null,
  fields: Record<string, string> = {},
  options: { cut?: number; idempotencyKey?: string; raw?: Buffer; type?: string } = {},
): Promise<Called> {
  const form = new FormData();
  for (const [name, value] of Object.entries(fields)) form.append(name, value);
  if (file) form.append('file', new File([file as Uint8Array<ArrayBuffer>], 'list "1".csv', { type: 'text/csv' }));
  const encoded = new Response(form);
  const bytes = options.raw ?? Buffer.from(await encoded.arrayBuffer());
  const pieces = options.cut
    ? Array.from({ length: Math.ceil(bytes.length / options.cut) }, (_, at) => bytes.subarray(at * options.cut!, (at + 1) * options.cut!))
    : [bytes];
  const response = await api.app.request(path, {
    method: 'POST',
    headers: {
      authorization: `Bearer ${key}`,
      'content-type': options.type ?? encoded.headers.get('content-type')!,
      'content-length': String(bytes.length),
      'idempotency-key': options.idempotencyKey ?? randomUUID(),
    },
    body: ReadableStream.from(pieces),
    duplex: 'half',
  } as RequestInit);
  const text = await response.text();
  return {
    status: response.status,
    headers: response.headers,
    text,
    json: /json/.test(response.headers.get('content-type') ?? '') ? JSON.parse(text) : undefined,
  };
}

const list =
  'Title of the list\r\n\r\nParcel ID,Property Address,County,State,Est Value,Colour\r\n"1-2",12 Oak St,Davidson,TN,"$250,000 ",red\r\n1-3,14 Oak St,Davidson,TN,-,"a ""b"" c"\r\n';

test.each([undefined, 1, 7, 100])('a list is taken in with its own name, date and cost, however its bytes arrive (pieces of %s)', async (cut) => {
  const answer = await send(
    '/v1/imports',
    Buffer.from(list),
    { list: 'Oak Street', source: 'county', date: '2026-11-01', costCents: '1500', relation: 'known' },
    cut ? { cut } : {},
  );
  expect(answer).toMatchObject({ status: 202, json: { job: { status: 'queued', kind: 'import' }, importNo: expect.any(Number) } });
  expect(answer.headers.get('location')).toBe(`/v1/jobs/import.${answer.json.importNo}`);
  const seen = await api.call('GET', `/v1/imports/${answer.json.importNo}`, { key });
  expect(seen.json).toMatchObject({
    status: 'queued',
    list: 'Oak Street',
    source: 'county',
    date: '2026-11-01',
    costCents: 1500,
    relation: 'known',
    fileName: 'list "1".csv',
    report: null,
  });
  const stored = await api.deps.files.get(
    brokerageId,
    (await inTenant(database.app, brokerageId, (tx) => findImportByNo(tx, { importNo: answer.json.importNo })))!.fileSha256,
  );
  expect(stored.toString()).toBe(list);
});

test('the same request again is one import', async () => {
  const idempotencyKey = randomUUID();
  const first = await send('/v1/imports', Buffer.from(list), {}, { idempotencyKey });
  const again = await send('/v1/imports', Buffer.from(list), {}, { idempotencyKey });
  expect(again.text).toBe(first.text);
  expect(again.headers.get('idempotent-replayed')).toBe('true');
  expect(await send('/v1/imports', Buffer.from(`${list} `), {}, { idempotencyKey })).toMatchObject({
    status: 422,
    json: { type: '/problems/idempotency-key-reused' },
  });
});

test('a preview shows what each column would mean, and a choice on top of it', async () => {
  const plain = await send('/v1/imports/preview', gzipSync(list));
  expect(plain).toMatchObject({
    status: 200,
    json: { preset: 'generic', layout: { compressed: true, linesBeforeData: 2, encoding: 'utf-8', delimiter: ',' } },
  });
  expect(plain.json.columns).toMatchObject([
    { header: 'Parcel ID', field: 'parcelNumber', samples: ['1-2', '1-3'] },
    { header: 'Property Address', field: 'address' },
    { header: 'County', field: 'county' },
    { header: 'State', field: 'state' },
    { header: 'Est Value', field: 'value' },
    { header: 'Colour', field: null },
  ]);
  const chosen = await send('/v1/imports/preview', Buffer.from(list), { mapping: JSON.stringify({ columns: { 'est value': null, Colour: 'propertyType' } }) });
  expect(chosen.json.columns.map(({ field }: { field: string | null }) => field)).toEqual(['parcelNumber', 'address', 'county', 'state', null, 'propertyType']);
});

test('a mapping saved under a name is used by that name', async () => {
  const saved = await api.call('PUT', '/v1/import-mappings/oak', { key, body: { columns: { Colour: 'propertyType' }, defaults: { city: 'Nashville' } } });
  expect(saved).toMatchObject({ status: 200, json: { name: 'oak', mapping: { columns: { Colour: 'propertyType' } } } });
  const preview = await send('/v1/imports/preview', Buffer.from(list), { saved: 'oak' });
  expect(preview.json).toMatchObject({
    defaults: { city: 'Nashville' },
    columns: expect.arrayContaining([expect.objectContaining({ header: 'Colour', field: 'propertyType' })]),
  });
  expect((await api.call('GET', '/v1/import-mappings', { key })).json.items).toMatchObject([{ name: 'oak' }]);
  expect(await send('/v1/imports/preview', Buffer.from(list), { saved: 'elm' })).toMatchObject({ status: 404 });
});

test.each([
  ['an empty file', Buffer.from(''), 'empty-file'],
  ['a header alone', Buffer.from('APN,County\n'), 'empty-file'],
  ['a workbook', Buffer.from([0x50, 0x4b, 3, 4, 0, 0]), 'binary-file'],
  ['an image', Buffer.from([0x89, 0x50, 0, 0, 0]), 'binary-file'],
  ['a gzip file cut short', gzipSync(Buffer.from(list.repeat(500)), { level: 1 }).subarray(0, 200), 'truncated-gzip'],
  ['a damaged gzip file', Buffer.concat([gzipSync(list).subarray(0, 12), Buffer.alloc(200, 9)]), 'broken-gzip'],
  ['columns nobody can use', Buffer.from('Colour,Size\nred,1\n'), 'no-usable-column'],
])('%s is refused at once, with a reason and a next step', async (_, file, code) => {
  expect(await send('/v1/imports', file)).toMatchObject({ status: 422, json: { type: `/problems/${code}`, nextStep: expect.any(String) } });
});

test.each([
  ['no file', null, {}, {}, 400],
  ['a date that is none', Buffer.from(list), { date: '2026-02-30' }, {}, 400],
  ['a field nobody knows', Buffer.from(list), { colour: 'red' }, {}, 400],
  ['a mapping that is no JSON', Buffer.from(list), { mapping: '{' }, {}, 400],
  ['a mapping to nothing we have', Buffer.from(list), { mapping: '{"columns":{"Colour":"colour"}}' }, {}, 422],
  ['no form', null, {}, { raw: Buffer.from('{}'), type: 'application/json' }, 415],
  [
    'a form that ends too early',
    null,
    {},
    { raw: Buffer.from('--x\r\nContent-Disposition: form-data; name="file"; filename="a"\r\n\r\nAPN'), type: 'multipart/form-data; boundary=x' },
    422,
  ],
  ['a form without a boundary in it', null, {}, { raw: Buffer.from('nothing'), type: 'multipart/form-data; boundary=x' }, 422],
])('an upload with %s is refused', async (_, file, fields, options, status) => {
  const answer = await send('/v1/imports', file, fields as Record<string, string>, options);
  expect(answer.status).toBe(status);
  expect(answer.json.nextStep).toEqual(expect.any(String));
});

test('rejected lines come back as a CSV that no spreadsheet runs and an import takes again', async () => {
  const { json } = await send('/v1/imports', Buffer.from(list));
  const row = (await inTenant(database.app, brokerageId, (tx) => findImportByNo(tx, { importNo: json.importNo })))!;
  const layout = { delimiter: ',', newline: 'lf', encoding: 'utf-8', compressed: false, bytes: 9, skip: 3, headers: ['Parcel ID', 'Colour', 'Size'] } as const;
  const mapping = {
    preset: 'generic',
    fields: ['parcelNumber', null, null],
    extra: ['Colour', 'Size'],
    dateOrder: 'mdy',
    nameOrder: 'first-last',
    defaults: {},
  } as const;
  const subject = { kind: 'import', id: row.id } as const;
  await changeSubject(database.app, { brokerageId, subject, actor: { kind: 'system', id: 'test' }, source: 'test' }, async (change) => {
    await beginImport(change, {
      importId: row.id,
      layout: { ...layout, headers: [...layout.headers] },
      mapping: { ...mapping, fields: [...mapping.fields], extra: [...mapping.extra] },
    });
    await change.tx.insert(importRejects).values([
      { brokerageId, importId: row.id, line: 4, reason: 'no-identity', detail: '', raw: ',"=HYPERLINK(""http://x"")",-12.5' },
      { brokerageId, importId: row.id, line: 7, reason: 'too-many-cells', detail: '4 cells', raw: '1,2,3,4' },
      { brokerageId, importId: row.id, line: 9, reason: 'too-few-cells', detail: '', raw: '@SUM' },
    ]);
  });
  const csv = await api.call('GET', `/v1/imports/${json.importNo}/rejects.csv`, { key });
  expect(csv.headers.get('content-disposition')).toContain(`import-${json.importNo}-rejected.csv`);
  expect(csv.text.split('\r\n')).toEqual([
    'Parcel ID,Colour,Size,Rejected line,Rejected because',
    `,"'=HYPERLINK(""http://x"")",-12.5,4,Neither a parcel number with its county nor an address that names one property`,
    '1,2,"3,4",7,More cells than the header has (4 cells)',
    "'@SUM,,,9,Fewer cells than the header has",
    '',
  ]);
  expect(await inTenant(database.app, brokerageId, (tx) => reportOf(tx, { importId: row.id }))).toMatchObject({ read: 0 });
  expect(await send('/v1/imports', Buffer.from(csv.text))).toMatchObject({ status: 202 });
});

test('rejected lines are read cell by cell, mended and sent again once, the way the list was read', async () => {
  const { json } = await send('/v1/imports', Buffer.from('Parcel ID,County,State,Colour\n1-2,Davidson,TN,red\n'), {
    list: 'Oak',
    date: '2026-11-01',
    costCents: '900',
  });
  const no = json.importNo as number;
  const row = (await inTenant(database.app, brokerageId, (tx) => findImportByNo(tx, { importNo: no })))!;
  const at = { brokerageId, subject: { kind: 'import', id: row.id }, actor: { kind: 'system', id: 'test' }, source: 'test' } as const;
  const layout = {
    encoding: 'utf-8',
    delimiter: ',',
    newline: 'lf',
    compressed: false,
    skip: 1,
    headers: ['Parcel ID', 'County', 'State', 'Colour'],
    bytes: 9,
  } as const;
  const mapping = {
    preset: 'generic',
    fields: ['parcelNumber', 'county', 'state', null],
    extra: ['Colour'],
    dateOrder: 'mdy',
    nameOrder: 'first-last',
    defaults: {},
  } as const;
  await changeSubject(database.app, at, (change) => beginImport(change, { importId: row.id, layout: layout as never, mapping: mapping as never }));
  await inTenant(database.app, brokerageId, (tx) =>
    tx.insert(importRejects).values([
      { brokerageId, importId: row.id, line: 2, reason: 'no-identity', detail: '', raw: ',Davidson,TN,"a, b"' },
      { brokerageId, importId: row.id, line: 3, reason: 'too-few-cells', detail: '2 of 4', raw: '9,Davidson' },
    ]),
  );
  const page = await api.call('GET', `/v1/imports/${no}/rejects`, { key });
  expect(page.json).toMatchObject({
    columns: [
      { header: 'Parcel ID', field: 'parcelNumber' },
      { header: 'County', field: 'county' },
      { header: 'State', field: 'state' },
      { header: 'Colour', field: null },
    ],
    items: [
      { line: 2, reason: 'no-identity', cells: ['', 'Davidson', 'TN', 'a, b'], mendedNo: null },
      { line: 3, words: 'Fewer cells than the header has (2 of 4)', cells: ['9', 'Davidson', '', ''] },
    ],
  });
  const mend = (rows: object[]) => api.call('POST', `/v1/imports/${no}/rejects/mend`, { key, body: { rows } });
  expect((await mend([{ line: 2, cells: ['7'] }])).status).toBe(400);
  expect((await mend([{ line: 99, cells: ['7', 'Davidson', 'TN', ''] }])).json.type).toBe('/problems/no-such-reject');
  const answer = await mend([{ line: 2, cells: ['=7', 'Davidson', 'TN', 'a, "b"'] }]);
  expect(answer.status, answer.text).toBe(202);
  const mended = (await inTenant(database.app, brokerageId, (tx) => findImportByNo(tx, { importNo: answer.json.importNo })))!;
  expect(mended).toMatchObject({ listName: 'Oak', listDate: '2026-11-01', costCents: 0, options: { columns: { 'Parcel ID': 'parcelNumber', Colour: null } } });
  expect((await api.deps.files.get(brokerageId, mended.fileSha256)).toString()).toBe('Parcel ID,County,State,Colour\r\n=7,Davidson,TN,"a, ""b"""\r\n');
  expect((await mend([{ line: 2, cells: ['8', 'Davidson', 'TN', ''] }])).json.type).toBe('/problems/no-such-reject');
  expect((await api.call('GET', `/v1/imports/${no}/rejects`, { key })).json.items[0].mendedNo).toBe(answer.json.importNo);
});
