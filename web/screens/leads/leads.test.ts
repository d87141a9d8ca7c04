import { beforeAll, expect, it } from 'vitest';
import { changeSubject } from '../../../db/events.ts';
import { decideLead } from '../../../db/queries/qualification.ts';
import { contactPoints, enrichments, leads } from '../../../db/schema/index.ts';
import { inTenant } from '../../../db/tenant.ts';
import { testSession } from '../../../test/api.ts';
import { seedLeads, seedRules } from '../../../test/seed-leads.ts';
import { expectNoViolations, picture, shown, type TestWeb, testWeb } from '../../test/browser.ts';
import { expectEmpty, expectEveryState } from '../../test/states.ts';

let web: TestWeb;
let empty: TestWeb;
beforeAll(async () => {
  web = await testWeb();
  empty = await web.other();
  const { brokerageId, database } = web;
  await seedRules(database.app, brokerageId);
  const lead = (score: number | null, more: object = {}) => ({
    ...{ score, valueCents: 30_000_000, liensCents: 5_000_000, livingSqft: 1450, yearBuilt: 1962, signals: [{ kind: 'tax-lien', on: '2026-10-01' }] },
    ...more,
  });
  const seeded = await seedLeads(database.app, brokerageId, [
    ...Array.from({ length: 8 }, (_, index) => lead(300 + index * 70, index === 7 ? { hot: true } : {})),
    lead(500, { status: 'rejected', outcome: 'rejected' }),
    lead(null, { status: 'new', outcome: null }),
  ]);
  const at = new Date('2026-11-02T15:00:00Z');
  await inTenant(database.app, brokerageId, (tx) =>
    tx.insert(contactPoints).values([
      {
        brokerageId,
        contactId: seeded[7]!.ownerId!,
        kind: 'phone',
        value: '+16155550142',
        lineType: 'mobile',
        source: 'batchdata',
        sandbox: true,
        createdAt: at,
      },
      { brokerageId, contactId: seeded[7]!.ownerId!, kind: 'phone', value: '+16155550143', source: 'list', doNotCall: true, createdAt: at },
    ]),
  );
  const subject = { kind: 'lead', id: seeded[7]!.id } as const;
  await changeSubject(database.app, { brokerageId, subject, actor: { kind: 'system', id: 't' }, source: 'test' }, (change) =>
    decideLead(change, { leadId: seeded[7]!.id, decidedBy: 'test' }),
  );
}, 120_000);
const statusOf = async (leadNo: number) =>
  inTenant(web.database.app, web.brokerageId, async (tx) => (await tx.select().from(leads)).find((lead) => lead.leadNo === leadNo)?.status);

it('has no barrier in any state, on a desk or a phone', { timeout: 240_000 }, async () => {
  await expectEveryState(web, { path: '/leads', name: 'leads', reads: '**/v1/leads?*', full: (page) => page.locator('[data-row]').first().waitFor() });
  await expectEmpty(empty, { path: '/leads', name: 'leads', words: 'No leads yet' });
  await expectEmpty(empty, { path: '/leads?status=review', name: 'leads-review', words: 'Nothing to review' });
  await expectEveryState(web, {
    ...{ path: '/leads/8', name: 'lead', reads: '**/v1/leads/8' },
    full: (page) => page.getByRole('table', { name: 'Clauses of the rules' }).waitFor(),
  });
});

it('a lead explains its decision clause by clause and shows every phone with what may be done with it', async () => {
  const page = await web.open('/leads/8');
  await shown(page, '108 Main St, Nashville, TN 37216');
  await page.getByText('Version 1 of the rules says').waitFor();
  const table = page.getByRole('table', { name: 'Clauses of the rules' });
  expect(await table.locator('tbody tr').count()).toBeGreaterThan(3);
  expect(await table.textContent()).toContain('decided it');
  const owner = page.getByRole('region', { name: 'Owner' });
  expect(await owner.textContent()).toMatch(/invented by the sandbox[\s\S]*do not call/);
  await page.close();
});

it('a look-up whose answer was lost is settled where the lead is, by keys alone', async () => {
  const { database, brokerageId } = web;
  const { lead } = await inTenant(database.app, brokerageId, async (tx) => {
    const lead = (await tx.select().from(leads)).find(({ leadNo }) => leadNo === 7)!;
    const lost = {
      key: 'lookup/test',
      kind: 'property',
      provider: 'batchdata',
      status: 'unknown',
      claimedBy: 'test',
      claimedAt: new Date('2026-11-02T15:00:00Z'),
    };
    await tx.insert(enrichments).values({ brokerageId, leadId: lead.id, ...lost });
    return { lead };
  });
  const page = await web.open(`/leads/${lead.leadNo}`);
  await shown(page, '107 Main St');
  await page.getByText('batchdata: nobody knows whether it answered').waitFor();
  await page.getByRole('button', { name: 'Decide about the look-up at batchdata' }).focus();
  await page.keyboard.press('Enter');
  const dialog = page.getByRole('dialog', { name: 'What became of the look-up?' });
  await dialog.waitFor();
  await expectNoViolations(page, 'settle a look-up');
  await dialog.getByRole('radio').first().focus();
  await page.keyboard.press('ArrowDown');
  await dialog.getByRole('button', { name: 'Settle' }).focus();
  await page.keyboard.press('Enter');
  await dialog.waitFor({ state: 'detached' });
  await page.getByText('batchdata: refused').waitFor();
  expect((await inTenant(database.app, brokerageId, (tx) => tx.select().from(enrichments)))[0]).toMatchObject({ status: 'refused' });
  await page.close();
});

it('three leads of the queue are decided by keys alone, with a reason and the count said before', async () => {
  const page = await web.open('/leads?status=review');
  await shown(page, 'Leads');
  await page.locator('[data-row]').first().waitFor();
  const first: number[] = [];
  for (const n of [0, 1, 2]) first.push(Number(await page.locator('[data-row]').nth(n).getAttribute('data-row')));
  for (let n = 0; n < 3; n++) {
    await page.keyboard.press('j');
    await page.keyboard.press('x');
  }
  await page.getByText('3 selected', { exact: true }).waitFor();
  await page.keyboard.press('r');
  const dialog = page.getByRole('dialog');
  await dialog.getByText('Reject 3 leads').first().waitFor();
  await picture(page, 'leads-decide');
  await expectNoViolations(page, 'decide');
  await dialog.getByRole('textbox').focus();
  await page.keyboard.type('Sold in October, says the county');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await dialog.waitFor({ state: 'detached' });
  await page.getByText('3 leads rejected.').waitFor();
  await expect.poll(() => page.locator('[data-row]').count()).toBe(5);
  for (const leadNo of first) expect(await statusOf(leadNo)).toBe('rejected');
  await page.close();
});

it('filters stand in the URL, and looking up says what it may cost', async () => {
  const page = await web.open('/leads');
  await shown(page, 'Leads');
  await page.getByLabel('Search leads by street').fill('108 main');
  await expect.poll(() => page.url()).toContain('q=108+main');
  await expect.poll(() => page.locator('[data-row]').count()).toBe(1);
  await page.keyboard.press('Escape');
  await page.locator('[data-row]').first().focus();
  await page.keyboard.press('l');
  await page.getByText('Nothing has been billed yet').waitFor();
  await page.getByText('A record is never billed twice').waitFor();
  await page.keyboard.press('Escape');
  await page.close();
});

it('work over leads that cannot be read says so, and is read again by a key', async () => {
  const page = await web.open('/');
  await page.route('**/v1/lead-jobs*', (route) => route.fulfill({ status: 500, contentType: 'application/problem+json', body: '{}' }));
  await page.goto('/leads');
  const said = page.getByRole('alert');
  await said.getByRole('button', { name: 'Try again' }).focus();
  await page.unroute('**/v1/lead-jobs*');
  await page.keyboard.press('Enter');
  await said.waitFor({ state: 'detached' });
  await page.close();
});

it('who may only read is offered nothing to decide', async () => {
  const auditor = await testSession(web.api, web.database, web.brokerageId, { role: 'auditor' });
  const page = await web.open('/leads/8', { as: auditor });
  await shown(page, '108 Main St');
  expect(await page.getByRole('button', { name: /Qualify|Reject|Look up|Open a deal/ }).count()).toBe(0);
  await page.close();
});

it('a queue longer than the page is decided as a whole, and says how many before', { timeout: 60_000 }, async () => {
  const long = await web.other();
  await seedRules(long.database.app, long.brokerageId);
  await seedLeads(
    long.database.app,
    long.brokerageId,
    Array.from({ length: 230 }, (_, index) => ({ score: 300 + index, owner: null })),
  );
  const page = await long.open('/leads?status=review');
  await page.getByText('200 of 230 shown').waitFor();
  await page.getByLabel('Select the 200 lines shown').check();
  await page.getByRole('button', { name: 'Reject all 230 in the queue' }).click();
  await page.getByRole('dialog').getByText('Every lead in review: 230 leads.').waitFor();
  await page.getByRole('dialog').getByRole('button', { name: 'Reject 230 leads' }).click();
  await page.getByText('230 leads rejected.').waitFor();
  await page.getByRole('heading', { name: 'Nothing to review' }).waitFor();
  await page.close();
});
