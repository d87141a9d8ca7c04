import type { Page } from 'playwright-core';
import postgres from 'postgres';
import { beforeAll, expect, it } from 'vitest';
import { businessNow } from '../../../db/clock.ts';
import { inTenant } from '../../../db/tenant.ts';
import { addDays, localDate } from '../../../domain/time/zoned.ts';
import { testSession } from '../../../test/api.ts';
import { seedDeal } from '../../../test/seed-deal.ts';
import { expectNoViolations, shown, type TestWeb, testWeb } from '../../test/browser.ts';
import { expectNoBarrier, expectWithoutAnswer } from '../../test/states.ts';

let web: TestWeb;
let path: string;
/** Early in the life of another deal. */
let early: string;
/** The day the contract was recorded, and the closing it named. */
let recordedOn: string;
let closingOn: string;
const property = '418 HERONSGATE WAY, SAN ANTONIO, TX 78228';

beforeAll(async () => {
  web = await testWeb();
  const { database, brokerageId, api, session } = web;
  const texas = { line: '418 HERONSGATE WAY', city: 'SAN ANTONIO', state: 'TX', zip: '78228', county: 'BEXAR' };
  const { dealNo } = await seedDeal(database.app, brokerageId, {
    lead: texas,
    deal: { side: 'buyer', stage: 'under-contract', waitingFor: 'earnest money received by 2026-12-03', waitingSince: new Date('2026-11-20T15:00:00Z') },
  });
  path = `/deals/${dealNo}`;
  const second = await seedDeal(database.app, brokerageId, { deal: { stage: 'following-up', waitingFor: "the seller's reply" } });
  early = `/deals/${second.dealNo}`;
  recordedOn = localDate(await inTenant(database.app, brokerageId, businessNow), 'America/Chicago');
  closingOn = addDays(recordedOn, 40);
  const parties = [
    { role: 'buyer', name: 'Ana Ruiz', email: 'ana@example.com' },
    { role: 'lender', name: 'Pecan Street Bank' },
    { role: 'title', name: 'Mission Title' },
  ];
  const contract = await api.call('POST', `/v1/deals/${dealNo}/contract`, {
    cookie: session.cookie,
    body: {
      form: 'tx-trec-resale',
      effectiveOn: recordedOn,
      priceCents: 28_500_000,
      periods: { optionDays: 10 },
      dates: { closingDate: closingOn, financed: true },
      parties,
    },
  });
  expect(contract.status, contract.text).toBe(201);
  // Two days later.
  const owner = postgres(database.ownerUrl, { max: 1 });
  await owner`update instance_clock set embedded = true`;
  await owner`update instance_clock set offset_ms = offset_ms + ${2 * 86_400_000}`;
  await owner.end();
});

const inputDate = (page: Page, label: string) => page.getByRole('dialog').getByLabel(new RegExp(`^${label}`));
const active = (page: Page): Promise<string> =>
  page.evaluate(`document.activeElement?.getAttribute('aria-label') ?? document.activeElement?.textContent ?? ''`);
const day = (date: string): string =>
  new Intl.DateTimeFormat('en-US', { weekday: 'short', month: 'short', day: 'numeric', timeZone: 'UTC' }).format(new Date(`${date}T12:00Z`));

it('says why the deal waits, what of its way is done, and what comes next', async () => {
  const page = await web.open(path);
  await shown(page, property);
  const why = page.getByRole('region', { name: 'Why is this waiting?' });
  await why.getByText('aiting for earnest money received by Thu, Dec 3').waitFor();
  const road = page.getByRole('region', { name: 'Road map' });
  await road.getByText(/^0 of \d+ · next: Earnest money, /).waitFor();
  await road.getByText('after contract received by the title company').waitFor();
  await page.getByRole('region', { name: 'What happens next' }).getByText('Earnest money is due').waitFor();
  await page
    .getByText(`Closing ${day(closingOn)}`)
    .first()
    .waitFor();
  const text = (await page.locator('#main').textContent())!;
  expect(text).not.toMatch(/[A-Z][a-z]+\.[A-Z][a-z]+|Date\b|\d{4}-\d{2}-\d{2}/);
  await page.close();
});

it('a date is moved by keys alone: what that moves is shown first, made once with its reason, told, and known on the timeline', async () => {
  const page = await web.open(path);
  await shown(page, property);
  const later = addDays(closingOn, 14);
  await page.keyboard.press('a');
  await page.getByRole('dialog', { name: 'Amend the contract' }).waitFor();
  await expect.poll(() => page.evaluate('document.activeElement?.type')).toBe('date');
  const [year, month, date] = later.split('-');
  await page.keyboard.type(`${month}${date}${year}`);
  const dialog = page.getByRole('dialog');
  await dialog.getByText(/^\d+ deadlines move, \d+ to tell/).waitFor();
  const closing = dialog.locator('.moved', { hasText: 'Closing ' }).last();
  await closing.getByText(day(closingOn)).waitFor();
  await closing.getByText(day(later)).waitFor();
  await expectNoViolations(page, 'amending');
  // Nothing has happened yet.
  const { dealNo, contract } = await contractNow();
  expect(contract.dates.closingDate).toBe(closingOn);
  const make = dialog.getByRole('button', { name: 'Make this change' });
  expect(await make.isDisabled()).toBe(true);
  await inputDate(page, 'Reason').focus();
  await page.keyboard.type('The lender needs two weeks more');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Tab');
  expect(await active(page)).toBe('Make this change');
  await page.keyboard.press('Enter');
  await page.getByRole('dialog', { name: 'Amendment 1 is made' }).waitFor();
  await page.getByRole('heading', { name: /^\d+ deadlines moved$/ }).waitFor();
  expect((await contractNow()).contract).toMatchObject({ dates: { closingDate: later }, amendments: [{ reason: 'The lender needs two weeks more' }] });
  await page.keyboard.press('Escape');
  await page.getByRole('dialog').waitFor({ state: 'detached' });
  await page
    .getByText(`Closing ${day(later)}`)
    .first()
    .waitFor();
  await page.keyboard.press('2');
  await page.waitForURL(`**/deals/${dealNo}/timeline`);
  const card = page.locator('[data-row="closing"]');
  await card.getByText('by amendment 1: The lender needs two weeks more').waitFor();
  await card.getByRole('button', { name: /^Closing/ }).focus();
  await page.keyboard.press('Enter');
  await card.getByText('Starts from the closing date').waitFor();
  expect(page.url()).toContain('clock=closing');
  await page.close();

  const past = await web.open(`${path}?asOf=${recordedOn}`);
  await shown(past, property);
  await past.getByText('This is the file as it was known at the end of that day').waitFor();
  const known = past.getByRole('region', { name: 'Deadlines as they were known' });
  await known
    .getByRole('listitem')
    .filter({ hasText: /^Closing(?! D)/ })
    .getByText(day(closingOn))
    .waitFor();
  expect(await past.getByRole('button', { name: /Amend|Record|Leaves|Add/ }).count()).toBe(0);
  await past.keyboard.press('2');
  await past.getByText('As far as was known then').waitFor();
  expect(past.url()).toContain(`asOf=${recordedOn}`);
  expect(await past.getByText('amendment 1').count()).toBe(0);
  await past.getByRole('link', { name: 'Back to today' }).click();
  await past.getByText('extended:', { exact: false }).first().waitFor();
  await past.close();
});

it('a fact is recorded with its amount, and what it settled is told', async () => {
  const page = await web.open(path);
  await shown(page, property);
  await page.getByRole('button', { name: 'It has happened: earnest money received' }).click();
  await page.getByRole('dialog').getByText('Settles Earnest money').waitFor();
  await page.getByRole('button', { name: 'Record it' }).click();
  // Refused by the field itself until it says how much.
  await page.getByLabel('Amount').fill('2850');
  await page.getByLabel('Note').fill('Receipt by e-mail');
  await page.getByRole('button', { name: 'Record it' }).click();
  const told = page.getByRole('dialog', { name: 'Recorded' });
  await told.getByText('Earnest money is satisfied').waitFor();
  await told.getByRole('button', { name: 'Close' }).last().click();
  const happened = page.getByRole('region', { name: 'What has happened' });
  await happened.getByText('$2,850').waitFor();
  await happened.getByText('Receipt by e-mail').waitFor();
  await page.getByText(/^1 of \d+ · next: /).waitFor();
  // It was of the other deal.
  await page.getByRole('button', { name: 'Take back: Earnest money received' }).click();
  await page.getByRole('dialog').getByText('What runs again', { exact: false }).waitFor();
  await page.getByRole('dialog').getByRole('button', { name: 'Take it back' }).click();
  await page.getByRole('dialog').waitFor({ state: 'detached' });
  await happened.getByText('taken back by you: It was of another deal', { exact: false }).waitFor();
  await page.getByText(/^0 of \d+ · next: /).waitFor();
  await page.close();
});

it('a deadline is extended by hand with the rule beside it, and a party’s address is changed in its one place', async () => {
  const page = await web.open(`${path}/timeline?clock=option`);
  await shown(page, property);
  await page.getByRole('button', { name: 'Extend: Option period' }).click();
  const extended = addDays(recordedOn, 13);
  await inputDate(page, 'New date').fill(extended);
  await page
    .getByRole('dialog')
    .getByText(`The rule says ${day(addDays(recordedOn, 10))}.`)
    .waitFor();
  await page.getByRole('dialog').getByRole('button', { name: 'Extend' }).click();
  await page.getByRole('dialog').waitFor({ state: 'detached' });
  const card = page.locator('[data-row="option"]');
  await card.getByText('Set by hand to').waitFor();
  expect(await card.textContent()).toContain(`The rule itself says ${day(addDays(recordedOn, 10))}`);
  await card.getByText('extended', { exact: true }).waitFor();
  expect(await card.textContent()).toContain(`Extended from ${day(addDays(recordedOn, 10))} to ${day(extended)} by hand, by you on`);
  await page.getByRole('link', { name: 'Parties' }).click();
  await page.getByRole('button', { name: 'Edit Ana Ruiz' }).click();
  await page.getByRole('dialog').getByText('A change goes to deal').waitFor();
  await inputDate(page, 'E-mail').fill('ana.ruiz@example.com');
  await page.getByRole('button', { name: 'Change it everywhere' }).click();
  await page.getByRole('link', { name: 'ana.ruiz@example.com' }).waitFor();
  await page.close();
});

it('the signed contract is recorded with the blanks of the form of its state, and its deadlines are told', async () => {
  const { database, brokerageId } = web;
  const lead = { line: '9 PECAN ST', city: 'AUSTIN', state: 'TX', zip: '78701', county: 'TRAVIS' };
  const { dealNo } = await seedDeal(database.app, brokerageId, { lead, deal: { side: 'buyer', stage: 'accepted', waitingFor: 'the contract' } });
  const page = await web.open(`/deals/${dealNo}`);
  await page.getByRole('button', { name: 'Record the signed contract' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('Option period').fill('7');
  await dialog.getByLabel('Price').fill('310000');
  await dialog.getByLabel('Closing date').fill(addDays(recordedOn, 45));
  await expectNoViolations(page, 'recording the contract');
  await dialog.getByRole('button', { name: 'Record it' }).click();
  await page.getByRole('dialog', { name: 'The contract is recorded' }).getByText('Option period').waitFor();
  await page.keyboard.press('Escape');
  await page.getByRole('region', { name: 'Key dates and terms' }).getByText('$310,000').waitFor();
  await page.getByText(/^0 of \d+ · next: /).waitFor();
  await page.close();
});

it('nothing is offered that the role may not do or the stage does not allow', async () => {
  const auditor = await testSession(web.api, web.database, web.brokerageId, { role: 'auditor' });
  const page = await web.open(`${path}/timeline?clock=option`, { as: auditor });
  await shown(page, property);
  await page.locator('[data-row="option"]').getByText('Ends at').waitFor();
  expect(await page.getByRole('button', { name: /Amend|Record|Extend|Waive|More to do/ }).count()).toBe(0);
  await page.close();
  const other = await web.open(early);
  await other.getByRole('button', { name: 'The seller accepted' }).waitFor();
  expect(await other.getByRole('button', { name: /Amend|Record a fact|Approve/ }).count()).toBe(0);
  await other.getByText('The steps between contract and closing appear once').waitFor();
  await other.close();
});

it('no tab has a barrier, wide or narrow, now or in the past, light or dark', { timeout: 120_000 }, async () => {
  const now = ['', '/timeline?clock=option', '/parties', '/tasks'];
  const past = ['/print', `?asOf=${recordedOn}`, `/timeline?asOf=${recordedOn}`];
  for (const [width, tabs] of [
    [1280, [...now, ...past]],
    [375, now],
  ] as const) {
    const page = await web.open(path, { width, height: width === 375 ? 760 : 800 });
    for (const tab of tabs) {
      await page.goto(`${path}${tab}`);
      await shown(page, property);
      const name = `deal${tab.replaceAll(/[^a-zA-Z]+/g, '-')}-${width}`;
      await expectNoBarrier(page, { what: name, name, width });
    }
    await page.close();
  }
});

// What each tab reads first; the deal itself stands around all of them.
it('every tab says what it reads, and what to do when that fails', { timeout: 240_000 }, async () => {
  const tabs = [
    ['', '/explain'],
    ['/timeline', '/timeline'],
    ['/documents', '/checklist'],
    ['/messages', '/messages?*'],
    ['/offers', '/offers'],
    ['/signatures', '/envelopes'],
    ['/parties', '/parties?*'],
    [`?asOf=${recordedOn}`, '/as-of?*'],
    ['/print', '/timeline'],
  ].map(([tab, reads]) => ({ path: `${path}${tab}`, heading: property, reads: `**/v1${path}${reads}` }));
  const screens = [...tabs, { path: `${path}/tasks`, heading: property, reads: '**/v1/tasks?*' }, { path, reads: `**/v1${path}` }];
  // What failed is tried again after a moment: two pages wait at the same time.
  const desk = async (): Promise<void> => {
    const page = await web.open(path);
    for (let screen = screens.pop(); screen; screen = screens.pop()) await expectWithoutAnswer(page, screen);
    await page.close();
  };
  await Promise.all([desk(), desk()]);
});

async function contractNow() {
  const dealNo = Number(path.split('/').at(-1));
  const answer = await web.api.call('GET', `/v1/deals/${dealNo}/contract`, { cookie: web.session.cookie });
  return { dealNo, contract: answer.json as { dates: Record<string, unknown>; amendments: { reason: string }[] } };
}
