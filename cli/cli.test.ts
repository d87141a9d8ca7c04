import { type ChildProcess, spawn } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { getRequestListener } from '@hono/node-server';
import { eq } from 'drizzle-orm';
import { beforeAll, expect, test } from 'vitest';
import { documents } from '../db/schema/index.ts';
import { inTenant } from '../db/tenant.ts';
import { type TestApi, testApi, testKey } from '../test/api.ts';
import { atEnd } from '../test/at-end.ts';
import { type TestDatabase, testBrokerage, testDatabase } from '../test/database.ts';
import { testFolder } from '../test/folder.ts';
import { seedOperationIds } from '../test/operation-ids.ts';
import { seedDeal } from '../test/seed-deal.ts';
import { seedFile } from '../test/seed-signing.ts';
import { pdfOf } from '../test/upload.ts';

const main = new URL('./main.ts', import.meta.url).pathname;
const shim = new URL('./keyturn.mjs', import.meta.url).pathname;

let database: TestDatabase;
let api: TestApi;
let url: string;
let key: string;
let brokerageId: string;
beforeAll(async () => {
  database = await testDatabase();
  api = testApi(database);
  const brokerage = await testBrokerage(database.app);
  brokerageId = brokerage.id;
  await seedOperationIds(database, brokerage);
  key = (await testKey(database, brokerageId)).key;
  const server = createServer(getRequestListener(api.app.fetch));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  atEnd(async () => void server.close());
});

type Ran = { code: number | null; signal: NodeJS.Signals | null; out: string; err: string; last: unknown };

/** Runs the command as a person would, with an environment of its own. */
async function keyturn(args: string[], env: Record<string, string> = {}, entry = main, onStart: (child: ChildProcess) => void = () => {}): Promise<Ran> {
  const own = {
    PATH: process.env.PATH ?? '',
    NODE_COMPILE_CACHE: process.env.NODE_COMPILE_CACHE ?? '',
    HOME: tmpdir(),
    TZ: 'America/Chicago',
    KEYTURN_HOME: '/nonexistent/keyturn',
    KEYTURN_URL: url,
    KEYTURN_API_KEY: key,
  };
  const child = spawn(process.execPath, [entry, ...args], { env: { ...own, ...env } });
  onStart(child);
  let [out, err] = ['', ''];
  child.stdout.on('data', (piece) => (out += piece));
  child.stderr.on('data', (piece) => (err += piece));
  const [code, signal] = await new Promise<[number | null, NodeJS.Signals | null]>((resolve) => child.once('close', (...ended) => resolve(ended)));
  const lines = out.trimEnd().split('\n');
  return { code, signal, out, err, last: parse(lines.at(-1)!) };
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

test('with --json the last line is the result and everything for people goes elsewhere', async () => {
  const { code, out, err, last } = await keyturn(['deals', '--all', '--json']);
  expect(code, err).toBe(0);
  expect(out.trimEnd().split('\n')).toHaveLength(1);
  expect(last).toMatchObject({ deals: [{ dealNo: 8 }, { dealNo: 7 }] });
  expect(err).toContain('Deal');
});

test('tables align, and colours appear on a terminal only', async () => {
  const { out } = await keyturn(['deals', '--all']);
  expect(out).not.toContain('\u001b');
  const [head, row] = out.split('\n') as [string, string];
  expect(row.indexOf('listing')).toBe(head.indexOf('Side'));
});

test('one deal tells its stage, why it waits and its timeline', async () => {
  const { code, out, err } = await keyturn(['deal', '7']);
  expect(code, err).toBe(0);
  expect(out).toMatch(/Why {5}\S/);
});

test('what the API refuses is told with its next step, as text and as JSON, with its exit code', async () => {
  const { code, err, last } = await keyturn(['deal', '4711', '--json']);
  expect(code).toBe(1);
  expect(err).toContain('There is no deal 4711.');
  expect(last).toMatchObject({ error: { type: '/problems/not-found', message: 'There is no deal 4711.', exitCode: 1 } });
});

test('a parked event is listed with cause and next step, and discarded', async () => {
  const { last } = await keyturn(['parked', '--json']);
  const [parked] = (last as { parked: { id: string; nextStep: string }[] }).parked;
  expect(parked!.nextStep).toBe('Mend the cause');
  expect((await keyturn(['parked', 'discard', parked!.id, '--reason', 'nobody needs it'])).code).toBe(0);
  expect((await keyturn(['parked'])).out).toContain('Nothing is parked.');
  expect((await keyturn(['parked', 'retry', parked!.id])).code).toBe(1);
});

test('a formula is calculated from name=value words, in cents and in dollars', async () => {
  const { out, last } = await keyturn(['calc', 'mao-percent', 'arvCents=30000000', 'ruleBps=7000', 'repairsCents=4000000', '--json']);
  expect(last).toMatchObject({ outputs: { maoCents: 17_000_000 } });
  expect(out).not.toContain('$');
  expect((await keyturn(['calc', 'mao-percent', 'arvCents=30000000', 'ruleBps=7000', 'repairsCents=4000000'])).out).toContain('$170,000');
});

test('a deadline is calculated from name=value words, with the days counted and the clause', async () => {
  const words = [
    'calc',
    'deadline',
    'regime=tx-trec-resale',
    'formVersion=2026',
    'clock=earnest-money-due',
    'zone=America/Chicago',
    'effectiveDate=2026-11-19',
  ];
  const { out, last } = await keyturn([...words, '--json']);
  expect(last).toMatchObject({ date: '2026-11-23', localTime: '23:59' });
  expect(out).not.toContain('count ');
  const told = (await keyturn(words)).out;
  for (const text of ['2026-11-23 23:59 America/Chicago', 'version 20-18, 5A', '2026-11-22  Sunday']) expect(told).toContain(text);
});

test('a document is added, told apart, matched, sent back and accepted from the command line', async () => {
  const folder = testFolder('cli');
  const file = (name: string, text: string) => {
    writeFileSync(join(folder, name), pdfOf(text));
    return join(folder, name);
  };
  const added = await keyturn(['documents', 'add', '7', file('a.pdf', 'IABS 1-2'), '--json']);
  expect([added.code, added.last], added.err).toEqual([0, expect.objectContaining({ version: 1, proposals: [expect.objectContaining({ id: 'TX-IABS' })] })]);
  const { documentNo } = added.last as { documentNo: number };
  const on = (word: string, ...more: string[]) => keyturn(['documents', word, '7', String(documentNo), ...more]);
  expect((await on('match', 'TX-IABS', '--form', '1-2')).out).toContain('is TX-IABS');
  expect((await on('reject', '--reason', 'unreadable')).out).toContain('It cannot be read');
  expect((await on('reject', '--reason', 'dislike')).code).toBe(2);
  expect((await keyturn(['documents', 'add', '7', file('b.pdf', 'IABS 1-2 again'), '--to', String(documentNo)])).out).toContain('version 2');
  expect((await on('accept')).code).toBe(0);
  expect((await keyturn(['documents', '7'])).out).toMatch(/TX-IABS +2 +accepted/);
  const refused = await keyturn(['documents', 'add', '7', main]);
  expect([refused.code, refused.err]).toEqual([1, expect.stringContaining('no PDF, PNG or JPEG')]);
});

test('the checklist, what needs somebody and the messages of a deal are told', async () => {
  const checklist = await keyturn(['checklist', '7', '--json']);
  expect([checklist.code, checklist.last], checklist.err).toEqual([0, expect.objectContaining({ missing: ['TX-SDN'] })]);
  expect((await keyturn(['needs-me', '--json'])).last).toMatchObject({
    lines: expect.arrayContaining([expect.objectContaining({ bucket: 'overdue', kind: 'approve-offer' })]),
  });
  const messages = await keyturn(['messages', '7', '--json']);
  const [message] = (messages.last as { messages: { id: string }[] }).messages;
  expect((await keyturn(['messages', '7', '--words'])).out).toContain('To the seller (draft)');
  expect((await keyturn(['messages', 'release', message!.id])).out).toContain('Released');
  expect((await keyturn(['messages', 'skip', message!.id, 'told by phone'])).code).toBe(1);
});

test('wrong usage is exit code 2 with a hint, whatever is wrong', async () => {
  const wrong = [
    ['nonsense'],
    ['deal'],
    ['deal', 'abc'],
    ['deal', '1', '2'],
    ['deals', '--bogus'],
    ['deals', '--limit', 'x'],
    ['calc', 'mao-percent', '=1'],
    ['forward', '-3'],
    ['forward', 'soon'],
    ['reply', '1', ' '],
    ['parked', 'explode'],
    ['decide', 'qualified'],
    ['offer', '1', '--terms', 'barter'],
    ['import', main, '--date', 'today'],
    ['enrich', '1', '--limit', '3'],
    ['documents', 'accept', '7'],
    ['documents', 'explode', '7'],
    ['checklist', 'abc'],
    ['messages', 'skip', 'x', ' '],
  ];
  for (const args of wrong) {
    const { code, err } = await keyturn(args);
    expect([code, err.trim() !== ''], `${args.join(' ')}: ${err}`).toEqual([2, true]);
  }
});

test('nothing to reach is exit code 3, a key that may not is 4', async () => {
  expect((await keyturn(['deals'], { KEYTURN_URL: 'http://127.0.0.1:1' })).code).toBe(3);
  expect((await keyturn(['deals'], { KEYTURN_URL: '', KEYTURN_API_KEY: '' })).code).toBe(3);
  expect((await keyturn(['deals'], { KEYTURN_API_KEY: 'kt_wrong' })).code).toBe(4);
  const narrow = await testKey(database, brokerageId, { scopes: ['tasks:read'] });
  const refused = await keyturn(['deals'], { KEYTURN_API_KEY: narrow.key });
  expect([refused.code, refused.err]).toEqual([4, expect.stringContaining('closing:read')]);
});

test('address and key come from the home folder of the instance', async () => {
  const home = testFolder('cli');
  writeFileSync(join(home, 'credentials'), JSON.stringify({ url, key }));
  const env = { KEYTURN_HOME: home, KEYTURN_URL: '', KEYTURN_API_KEY: '' };
  expect((await keyturn(['tasks'], env)).code).toBe(0);
  writeFileSync(join(home, 'credentials'), '{');
  const broken = await keyturn(['tasks'], env);
  expect([broken.code, broken.err]).toEqual([1, expect.stringContaining('cannot be read')]);
});

test('odd input ends in a sentence, never in a stack trace', async () => {
  const folder = testFolder('cli');
  mkdirSync(join(folder, 'directory'));
  writeFileSync(join(folder, 'binary.json'), Buffer.from([0, 255, 1, 2]));
  const odd = [
    ['import', join(folder, 'none.csv')],
    ['import', join(folder, 'directory')],
    ['rules', 'check', join(folder, 'binary.json')],
    ['rules', 'check', folder],
    ['rules', 'test', '999'],
    ['cases', join(folder, 'nothing')],
    ['forward', '1'],
    ['reply', '1', 'hello'],
    ['deal', '2147483647'],
    ['deal', '99999999999'],
    ['calc', 'nothing', 'a=1'],
    ['calc', '../../etc', 'a=1'],
    ['parked', 'retry', '../x'],
    ['tasks', 'done', 'x', 'y'],
    ['documents', 'add', '7', join(folder, 'none.pdf')],
    ['documents', 'add', '7', join(folder, 'binary.json')],
    ['documents', 'accept', '7', '99'],
    ['messages', 'release', '../x'],
    ['needs-me', '--limit', '1'],
    ['lead', '1e3'],
    ['decide', 'maybe', '1', '--reason', 'x'],
    ['--json'],
    ['help', 'nothing'],
  ];
  for (const args of odd) {
    const { code, out, err } = await keyturn(args);
    expect(`${out}${err}`, args.join(' ')).not.toMatch(/\n\s+at |node:internal|\.ts:\d+|undefined|\[object/);
    expect([0, 1, 2, 3], `${args.join(' ')}: ${err}`).toContain(code);
  }
});

test('signatures are asked for, listed, shown and withdrawn', async () => {
  const { dealId } = await seedDeal(database.app, brokerageId, { deal: { dealNo: 71 } });
  const { partyIds, documentId } = await seedFile(api.deps, { brokerageId, dealId, emails: ['buyer@example.com', 'seller@example.com'] });
  const [document] = await inTenant(database.app, brokerageId, (tx) => tx.select().from(documents).where(eq(documents.id, documentId)));
  const env = { KEYTURN_URL: url, KEYTURN_API_KEY: key };
  const signers = partyIds.flatMap((id) => ['--signer', id]);
  const asked = await keyturn(['sign', '71', '--document', String(document!.documentNo), ...signers, '--json'], env);
  expect({ code: asked.code, err: asked.err }).toMatchObject({ code: 0 });
  const { id } = asked.last as { id: string };
  expect(asked.last).toMatchObject({ envelopeNo: 1, signers: [{ routingOrder: 1 }, { routingOrder: 2 }] });
  expect((await keyturn(['envelopes', '71'], env)).out).toContain('0 of 2');
  expect((await keyturn(['envelope', 'show', id], env)).out).toContain('waiting for the signature provider to take it');
  expect((await keyturn(['envelope', 'void', id, '--reason', 'Wrong price'], env)).out).toContain('is being withdrawn');
  expect(await keyturn(['sign', '71', '--document', '1', '--signer', 'Jo'], env)).toMatchObject({
    code: 2,
    err: expect.stringContaining('"Jo" is not the id of a party'),
  });
});

test('an assignment is shown with what the law asks, and refused with what is missing; a deadline is made by hand', async () => {
  const shown = await keyturn(['assign', '7', '--json']);
  expect(shown.code, shown.err).toBe(0);
  expect(shown.last).toMatchObject({ state: 'drafted', law: [{ id: 'TX-EQUITABLE-INTEREST', state: 'missing' }] });
  const refused = await keyturn(['assign', '7', '--act', 'effective']);
  expect(refused).toMatchObject({ code: 1, err: expect.stringContaining('AssigneeDisclosure.Given') });
  expect(await keyturn(['assign', '7', '--act', 'draft', '--to', 'x', '--fee', '1', '--on', '2026-01-21', 'owner=yes'])).toMatchObject({
    code: 2,
    err: expect.stringContaining('"owner=yes" is to be a statement with its date'),
  });
  const words = ['deadline', '7', 'Roof certificate', '--who', 'seller', '--reason', 'addendum 2'];
  const made = await keyturn([...words, '--count', '5', '--from', 'closingDate', '--before', '--business', '--json']);
  expect(made.code, made.err).toBe(0);
  expect(made.last).toMatchObject({ clock: expect.stringMatching(/^own-\d+$/), date: '2026-01-29' });
  expect((await keyturn(words)).code).toBe(2);
});

test('help names every command and the exit codes', async () => {
  const { code, out } = await keyturn(['--help']);
  expect(code).toBe(0);
  for (const name of [
    'up',
    'import',
    'leads',
    'deals',
    'deal',
    'offer',
    'reply',
    'forward',
    'parked',
    'rules',
    'enrich',
    'decide',
    'cases',
    'calc',
    'doctor',
    'documents',
    'checklist',
    'needs-me',
    'messages',
    'Exit codes',
  ])
    expect(out).toMatch(new RegExp(`\\b${name}\\b`));
});

test('doctor says what is wrong and what to do', async () => {
  // No relay runs here: what waits for it is numbered by hand, else doctor is right to complain.
  await database.relay.sql`update events set position = nextval('event_positions') where position is null`;
  const { code, out, last } = await keyturn(['doctor', '--json'], { KEYTURN_HOME: tmpdir() });
  expect(out).not.toContain('undefined');
  expect(last).toMatchObject({
    checks: expect.arrayContaining([expect.objectContaining({ name: 'Database', ok: true }), expect.objectContaining({ name: 'Engine', ok: true })]),
  });
  expect(code).toBe(0);
  expect((await keyturn(['doctor'], { KEYTURN_URL: 'http://127.0.0.1:1' })).code).toBe(1);
});

test('worked cases run through the product, and a failing one is a failing exit code', async () => {
  const folder = testFolder('cases');
  const made = (mao: number) =>
    JSON.stringify([
      {
        id: 'c1',
        family: 'mao-percent',
        title: 'Standard',
        given: { formula: 'mao-percent', inputs: { arvCents: 30_000_000, ruleBps: 7000, repairsCents: 4_000_000 } },
        expect: { outputs: { maoCents: mao } },
      },
    ]);
  writeFileSync(join(folder, 'right.json'), made(17_000_000));
  writeFileSync(join(folder, 'wrong.json'), made(1));
  const right = await keyturn(['cases', join(folder, 'right.json')]);
  expect([right.code, right.out.trimEnd().split('\n').at(-1)], right.err).toEqual([0, '1 passed, 0 failed, 0 skipped']);
  const wrong = await keyturn(['cases', join(folder, 'wrong.json'), '--json']);
  expect([wrong.code, wrong.last]).toEqual([1, expect.objectContaining({ failed: 1 })]);
});

test('the entry hands over exit codes and output', async () => {
  const ran = await keyturn(['deal', '4711'], {}, shim);
  expect([ran.code, ran.err]).toEqual([1, expect.stringContaining('There is no deal 4711.')]);
});

test('a listing from its showings to the accepted offer, as an agent would type it', async () => {
  await seedDeal(database.app, brokerageId, { lead: { state: 'TX', zip: '78228' }, deal: { side: 'listing', dealNo: 700 } });
  const no = '700';
  const run = async (...args: string[]) => {
    const ran = await keyturn(args);
    expect(ran.code, ran.err).toBe(0);
    return ran.out;
  };
  expect(await run('listing', no, '--from', '2026-01-05', '--to', '2100-06-30', '--percent', '2.75', '--note', 'on paper')).toContain('2.75 %');
  expect(await run('showings', 'add', no, '2100-01-05 14:00', '--who', 'Bea and her agent')).toContain('14:00 (America/Chicago), scheduled');
  expect(await run('showings', 'change', no, '1', '--status', 'cancelled', '--reason', 'ill')).toContain('cancelled');
  expect(await run('showings', no)).toContain('Bea and her agent');
  const add = ['offers-in', 'add', no, '--financing', 'fha', '--contingency', 'inspection', '--contingency', 'appraisal'];
  expect(await run(...add, '--buyer', 'Bea', '--price', '$310,000', '--expires', '2100-01-07 17:00')).toContain("$310,000; waiting for the seller's answer");
  await run(...add, '--buyer', 'Cy', '--price', '300000');
  expect(await run('offers-in', 'counter', no, '1', '--price', '318000')).toContain('countered, $318,000');
  const { code, err } = await keyturn(['offers-in', 'accept', no, '1']);
  expect({ code, err }).toMatchObject({ code: 1, err: expect.stringContaining('Offer 2 waits for an answer, too.') });
  expect(await run('offers-in', 'accept', no, '1', '--others', 'keep')).toContain('accepted');
  expect(await run('offers-in', 'backup', no, '2')).toContain('back-up 1');
  const listed = await run('offers-in', no);
  expect(listed).toMatch(/Bea +\$318,000 .* inspection, appraisal +accepted/);
  expect(await run('offers-in', 'show', no, '1')).toContain('the seller: $318,000');
  expect((await keyturn(['showings', 'add', no, 'tomorrow', '--who', 'x'])).code).toBe(2);
});

test('a one-time sign-in link for somebody by their address, and words for a wrong one', async () => {
  const { personId } = await testKey(database, brokerageId, { role: 'coordinator' });
  const made = await keyturn(['sign-in', `${personId}@EXAMPLE.com`, '--json']);
  expect(made.code, made.err).toBe(0);
  const { url: link } = made.last as { url: string };
  const answer = await fetch(url + new URL(link).pathname, { method: 'POST', redirect: 'manual' });
  expect([answer.status, answer.headers.getSetCookie()[0]]).toEqual([303, expect.stringMatching(/^keyturn=/)]);
  const wrong = await keyturn(['sign-in', 'nobody@example.com']);
  expect([wrong.code, wrong.err]).toEqual([1, expect.stringContaining('nobody with the address nobody@example.com')]);
});

test('a file under contract is told by the clock of its property, wherever it is read, and as it was known on an earlier day', async () => {
  await seedDeal(database.app, brokerageId, { lead: { state: 'TX', zip: '78228' }, deal: { side: 'buyer', dealNo: 701 } });
  const no = '701';
  const far = { TZ: 'Asia/Tokyo' };
  const run = async (...args: string[]) => {
    const ran = await keyturn(args, far);
    expect(ran.code, ran.err).toBe(0);
    return ran.out;
  };
  const made = await run(
    'contract',
    no,
    '--form',
    'tx-trec-resale',
    '--effective',
    '2026-01-05',
    '--price',
    '285000',
    'optionDays=7',
    'closingDate=2100-02-09',
  );
  expect(made).toMatch(/Tue 9 Feb 2100, 23:59 +closing /);
  expect(await run('deal', no)).toMatch(/Tue, 9 Feb 2100, 23:59 CST +deadline: closing/);
  expect(await run('fact', no, 'EarnestMoney.Received', '--on', '2026-01-06', '--amount', '$2,850')).toContain('Recorded: EarnestMoney.Received');
  expect(await run('fact', no)).toContain('EarnestMoney.Received, $2,850');
  expect(await run('change', no, '--price', '290000', '--reason', 'repairs', '--dry-run')).toContain('price: $285,000 → $290,000');
  const before = await run('deal', no, '--as-of', '2020-01-01');
  expect(before).toContain('it was not opened yet');
  expect(before).not.toContain('EarnestMoney');
  const later = await run('deal', no, '--as-of', '2100-01-01');
  expect(later).toContain('Contract  tx-trec-resale, $285,000, effective 2026-01-05, in-force');
  expect(later).toContain('Tue 9 Feb 2100  Closing, pending');
  expect(await run('change', no, 'closingDate=2100-03-09', '--reason', 'repairs')).toContain('closing: 2100-02-09 → 2100-03-09');
  expect(await run('deadlines', no)).toMatch(/closing .* extended from 2100-02-09/);
  expect(await run('fact', no, 'EarnestMoney.Received', '--take-back', '--reason', 'of the other deal')).toContain('Taken back: EarnestMoney.Received');
  expect(await run('fact', no)).toContain('EarnestMoney.Received, $2,850, taken back: of the other deal');
  expect((await keyturn(['fact', no, 'EarnestMoney.Received', '--take-back', '--reason', 'again'])).err).toContain('was taken back already');
  expect(await run('deadline', no, 'Roof certificate', '--who', 'seller', '--date', '2100-02-01', '--reason', 'addendum 2')).toContain(
    'own-1 Roof certificate',
  );
  expect(await run('deal', no)).toContain('deadline: Roof certificate');
  for (const wrong of [
    ['fact', no, 'EarnestMoney.Received', '--amount', 'lots'],
    ['change', no, '--price', '-5', '--reason', 'x'],
    ['assign', no, '--act', 'draft', '--to', 'x', '--fee', 'ten', '--on', '2026-12-20'],
  ]) {
    const { code, err } = await keyturn(wrong);
    expect({ code, err }, wrong.join(' ')).toMatchObject({ code: 2, err: expect.stringContaining('is to be an amount in dollars') });
  }
});
