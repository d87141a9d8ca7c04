import { MockActivityEnvironment } from '@temporalio/testing';
import { beforeAll, expect, it } from 'vitest';
import { createImportActivities } from '../../../activities/sourcing/import.ts';
import { findImportByNo } from '../../../db/queries/imports.ts';
import { leads } from '../../../db/schema/index.ts';
import { inTenant } from '../../../db/tenant.ts';
import { seedRules } from '../../../test/seed-leads.ts';
import { uploadOf } from '../../../test/upload.ts';
import { expectNoViolations, picture, shown, type TestWeb, testWeb } from '../../test/browser.ts';
import { expectEmpty, expectEveryState } from '../../test/states.ts';

let web: TestWeb;
let empty: TestWeb;
beforeAll(async () => {
  web = await testWeb();
  empty = await web.other();
  await seedRules(web.database.app, web.brokerageId);
}, 120_000);

/** What its run does, step by step. */
async function run(importNo: number): Promise<void> {
  const { brokerageId, database, api } = web;
  const activities = createImportActivities({ db: database.app, files: api.deps.files } as never);
  const row = (await inTenant(database.app, brokerageId, (tx) => findImportByNo(tx, { importNo })))!;
  const input = { brokerageId, importId: row.id };
  for (const step of ['beginImport', 'ingestList', 'finishImport'] as const)
    await new MockActivityEnvironment().run(activities[step] as (given: typeof input) => Promise<unknown>, input);
}
const list = [
  'Which parcel,Street,Town,ST,ZIP,In county,Owner First Name,Owner Last Name,Colour',
  '012 00 0 001.00,12 Oak St,Nashville,TN,37206,Davidson,June,Upton,red',
  '012 00 0 002.00,14 Oak St,Nashville,TN,37206,Davidson,Ann,Walker,blue',
  ',,Nashville,TN,,Davidson,Bo,Reed,green',
  '012 00 0 004.00,18 Oak St,Nashville',
].join('\n');

it('a list is looked at, its columns corrected, imported, and a rejected line mended and sent again', { timeout: 120_000 }, async () => {
  const page = await web.open('/imports');
  await shown(page, 'Imports');
  await page.locator('input[type="file"]').setInputFiles({ name: 'oak.csv', mimeType: 'text/csv', buffer: Buffer.from(list) });
  await shown(page, 'How “oak.csv” is read');
  await page.getByRole('combobox', { name: 'What “Which parcel” means' }).waitFor();
  await page.getByText('kept beside the lead').waitFor();
  expect(await inTenant(web.database.app, web.brokerageId, (tx) => tx.select().from(leads))).toEqual([]);
  await picture(page, 'import-preview');
  await expectNoViolations(page, 'preview');
  for (const [column, field] of [
    ['Which parcel', 'Parcel number'],
    ['In county', 'County'],
    ['Town', 'City'],
  ]) {
    const choice = page.getByRole('combobox', { name: `What “${column}” means` });
    await choice.fill(field!);
    await page.getByRole('option', { name: field!, exact: true }).click();
    await expect.poll(() => choice.inputValue()).toBe(field);
  }
  await page.getByRole('button', { name: 'Save this reading …' }).click();
  await page.getByLabel('Name', { exact: true }).fill('Oak Street');
  await page.keyboard.press('Enter');
  await page.getByText('“Oak Street” is offered under “Read as”').waitFor();
  await expect.poll(() => page.getByLabel('Read as').inputValue()).toBe('saved/Oak Street');
  await page.getByLabel('Where it is from').fill('Davidson County');
  await page.getByLabel('What it cost').fill('12.50');
  await page.getByRole('button', { name: 'Import the list' }).click();
  await page.waitForURL('**/imports/1');
  await page.getByText('Waiting for its turn').waitFor();
  await run(1);
  await page.getByText('finished', { exact: true }).waitFor();
  await page.getByText('The list cost $12.50').waitFor();
  const lines = page.getByRole('table', { name: 'Lines that were not taken' });
  await lines.getByText('Neither a parcel number').waitFor();
  await picture(page, 'import-report');
  await expectNoViolations(page, 'report');
  const line = await lines.locator('tbody th').first().textContent();
  await lines.getByLabel(`Which parcel, line ${line}`).fill('012 00 0 003.00');
  await page.getByRole('button', { name: 'Send 1 mended line' }).click();
  await lines.getByText('Sent again as').waitFor();
  await run(2);
  await lines.getByRole('link', { name: 'import 2' }).click();
  await page.waitForURL('**/imports/2');
  await page.getByText('finished', { exact: true }).waitFor();
  const stored = await inTenant(web.database.app, web.brokerageId, (tx) => tx.select().from(leads));
  expect(stored.map(({ parcelNumber }) => parcelNumber).sort()).toHaveLength(3);

  // The next list of this kind lacks a column, and is read as the last one was.
  await page.goto('/imports');
  const next = 'Which parcel,Street,Town,ST,ZIP,In county\n012 00 0 009.00,20 Oak St,Nashville,TN,37206,Davidson';
  await page.locator('input[type="file"]').setInputFiles({ name: 'oak-2.csv', mimeType: 'text/csv', buffer: Buffer.from(next) });
  await shown(page, 'How “oak-2.csv” is read');
  const parcel = page.getByRole('combobox', { name: 'What “Which parcel” means' });
  expect(await parcel.inputValue()).toBe('');
  await page.getByLabel('Read as').selectOption({ label: 'Oak Street' });
  await expect.poll(() => parcel.inputValue()).toBe('Parcel number');
  expect(await page.getByRole('button', { name: 'Import the list' }).isDisabled()).toBe(false);
  await page.close();
});

it('what is no list is refused with the next step, and another can be taken', async () => {
  const page = await web.open('/imports');
  await shown(page, 'Imports');
  await page.locator('input[type="file"]').setInputFiles({ name: 'deed.csv', mimeType: 'text/csv', buffer: Buffer.from('%PDF-1.7 binary\u0000\u0001\u0002') });
  await page.getByRole('alert').waitFor();
  await expectNoViolations(page, 'refused preview');
  await page.getByRole('button', { name: 'Take another file' }).click();
  await shown(page, 'Imports');
  await page.close();
});

it('a list whose columns name no property is shown, and says what is to be told', async () => {
  const page = await web.open('/imports');
  await page
    .locator('input[type="file"]')
    .setInputFiles({ name: 'odd.csv', mimeType: 'text/csv', buffer: Buffer.from('Alpha,Beta\n1-2,Davidson\n1-3,Davidson\n') });
  await page.getByText('No column names a property yet').waitFor();
  expect(await page.getByRole('button', { name: 'Import the list' }).isDisabled()).toBe(true);
  await page.close();
});

it('has no barrier in any state, on a desk or a phone', { timeout: 240_000 }, async () => {
  const sent = await web.api.call('POST', '/v1/imports', { cookie: web.session.cookie, ...uploadOf(Buffer.from(list), 'again.csv', { list: 'Again' }) });
  expect(sent.status, sent.text).toBe(202);
  await run(sent.json.importNo);
  await expectEveryState(web, { path: '/imports', name: 'imports', reads: '**/v1/imports?*', full: (page) => page.locator('[data-row]').first().waitFor() });
  await expectEveryState(web, {
    ...{ path: `/imports/${sent.json.importNo}`, name: 'import', reads: `**/v1/imports/${sent.json.importNo}` },
    full: (page) => page.getByRole('table', { name: 'Lines that were not taken' }).waitFor(),
  });
  await expectEmpty(empty, { path: '/imports', name: 'imports', words: 'No list has been imported yet' });
});
