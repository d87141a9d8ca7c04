import { beforeAll, expect, it } from 'vitest';
import { changeSubject } from '../../../../db/events.ts';
import { markOfferDrafted } from '../../../../db/queries/offers.ts';
import { addDays, localDate } from '../../../../domain/time/zoned.ts';
import { testKey, testSession } from '../../../../test/api.ts';
import { type SeededDeal, seedDeal } from '../../../../test/seed-deal.ts';
import { pdfOf } from '../../../../test/upload.ts';
import { expectNoViolations, picture, type TestWeb, testWeb } from '../../../test/browser.ts';
import { expectNoBarrier } from '../../../test/states.ts';

let web: TestWeb;
let key: string;
let listing: SeededDeal;
let wholesale: SeededDeal;
let bare: SeededDeal;
let bareListing: SeededDeal;
const zone = 'America/Chicago';
const day = (days: number): string => addDays(localDate(new Date(), zone), days);
const post = async (path: string, body: object) => {
  const answer = await web.api.call('POST', path, { key, body });
  expect(answer.status, answer.text).toBeLessThan(300);
  return answer.json;
};
const received = async () => (await web.api.call('GET', `/v1/deals/${listing.dealNo}/offers-received`, { key })).json.items;
const place = { line: '418 HERONSGATE WAY', city: 'SAN ANTONIO', state: 'TX', zip: '78228' };
beforeAll(async () => {
  web = await testWeb();
  key = (await testKey(web.database, web.brokerageId)).key;
  const seed = (options: object) => seedDeal(web.database.app, web.brokerageId, options);
  listing = await seed({ lead: place, deal: { side: 'listing' } });
  bareListing = await seed({ lead: place, deal: { side: 'listing' } });
  bare = await seed({ lead: { valueCents: null } });
  const offers = `/v1/deals/${listing.dealNo}/offers-received`;
  await post(`/v1/deals/${listing.dealNo}/listing-agreement`, {
    ...{ fromOn: day(-20), toOn: day(100), commissionBps: 600, listPriceCents: 31_000_000, exclusivity: 'exclusive-right-to-sell' },
    evidence: { note: 'Signed in the office' },
  });
  await post(`/v1/deals/${listing.dealNo}/showings`, { at: `${day(2)}T14:00`, visitor: 'The Millers with Ana Ortiz' });
  for (const [name, priceCents] of [
    ['Mia Miller', 30_000_000],
    ['Noah Novak', 29_500_000],
  ] as const)
    await post(offers, { buyer: { name }, priceCents, financing: 'conventional', contingencies: ['inspection', 'appraisal'], closingOn: day(45) });
  wholesale = await seed({ lead: { state: 'TN', zip: null, yearBuilt: 1995, units: 1 }, deal: { stage: 'approval' } });
  const { offer } = await post(`/v1/deals/${wholesale.dealNo}/offers`, {});
  const subject = { kind: 'deal', id: wholesale.dealId } as const;
  const { sha256 } = await web.api.deps.files.put(web.brokerageId, pdfOf('OUR OFFER TO YOU'));
  await changeSubject(web.database.app, { brokerageId: web.brokerageId, subject, actor: { kind: 'system', id: 'test' }, source: 'test' }, (change) =>
    markOfferDrafted(change, { offerId: offer.id, pdfSha256: sha256, letterHash: 'b'.repeat(64) }),
  );
  await post(`/v1/deals/${wholesale.dealNo}/contract`, {
    ...{ form: 'us-generic', effectiveOn: day(-3), priceCents: 20_000_000, state: 'TN', zone, dates: { closingDate: day(40) } },
  });
  await post(`/v1/deals/${wholesale.dealNo}/parties`, { role: 'assignee', name: 'Harbor Homes' });
});

it.each([1400, 375])('has no barrier at %i px, for each side, full and empty', { timeout: 120_000 }, async (width) => {
  const page = await web.open('/deals', { width, height: 1100 });
  for (const [name, { dealNo }, heading] of [
    ['listing', listing, 'Offers received'],
    ['wholesale', wholesale, 'Assignment of the contract'],
    ['listing-empty', bareListing, 'No offer has come in'],
    ['wholesale-empty', bare, 'Nothing to assign yet'],
  ] as const) {
    await page.goto(`/deals/${dealNo}/offers`);
    await page.getByRole('heading', { name: heading }).waitFor();
    await page.locator('[aria-busy="true"]').first().waitFor({ state: 'detached' });
    await expectNoBarrier(page, { what: `${name}, ${width} px`, name: `offers-${name}-${width}`, width });
  }
  await page.close();
});

it('an offer of ours that waits for approval offers the approval, with its letter', async () => {
  const page = await web.open(`/deals/${wholesale.dealNo}/offers`);
  await page.getByText(/^Offer \d+: \$125,000, cash$/).waitFor();
  await page.getByText('waits for approval').waitFor();
  await page.getByRole('link', { name: /^Letter of offer/ }).focus();
  await page.keyboard.press('Enter');
  const letter = page.getByRole('dialog', { name: /^Letter of offer/ });
  await letter.getByText('OUR OFFER TO YOU').waitFor();
  await expectNoViolations(page, 'the letter');
  await page.keyboard.press('Escape');
  await letter.waitFor({ state: 'detached' });
  await page.close();
});

it('offers received are recorded, countered, and accepted with what becomes of the others', async () => {
  const page = await web.open(`/deals/${listing.dealNo}/offers`);
  await page.getByRole('button', { name: 'Record an offer …' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('textbox', { name: 'Buyer', exact: true }).fill('Olga Orlov');
  await dialog.getByLabel('Price').fill('305000');
  await dialog.getByText('financing', { exact: true }).click();
  await dialog.getByLabel('To be answered by').fill(`${day(3)}T17:00`);
  await picture(page, 'offers-record');
  await expectNoViolations(page, 'recording');
  await dialog.getByRole('button', { name: 'Record', exact: true }).click();
  await page.getByText('Offer 3 of Olga Orlov').waitFor();
  expect((await received())[2]).toMatchObject({ buyer: 'Olga Orlov', priceCents: 30_500_000, contingencies: ['financing'], status: 'received' });

  await page.getByRole('button', { name: 'Counter: offer 1 of Mia Miller' }).click();
  await dialog.getByLabel('Price').fill('308000');
  await dialog.getByRole('button', { name: 'Record the counter' }).click();
  await page.getByText('countered, waits for the buyer').waitFor();

  await page.getByRole('button', { name: 'Accept: offer 3 of Olga Orlov' }).click();
  // What becomes of the others is asked, and has to be answered.
  expect(await dialog.getByRole('button', { name: 'Accept' }).isDisabled()).toBe(true);
  await dialog.getByRole('radio', { name: 'They stay as they are' }).check();
  await expectNoViolations(page, 'accepting');
  await dialog.getByRole('button', { name: 'Accept' }).click();
  await dialog.waitFor({ state: 'detached' });
  await page.getByRole('button', { name: 'Back-up: offer 2 of Noah Novak' }).click();
  await dialog.getByRole('button', { name: 'Make it a back-up' }).click();
  await page.getByText('back-up 1').waitFor();
  expect((await received()).map(({ status }: { status: string }) => status)).toEqual(['countered', 'backup', 'accepted']);
  await page.close();
});

it('a showing is cancelled with its reason', async () => {
  const page = await web.open(`/deals/${listing.dealNo}/offers`);
  await page.getByRole('button', { name: /^Change the showing/ }).click();
  await page.getByRole('dialog').getByLabel('State').selectOption('cancelled');
  await page.getByRole('dialog').getByLabel('Why it moved or was cancelled').fill('The Millers fell ill');
  await page.getByRole('dialog').getByRole('button', { name: 'Save' }).click();
  await page.getByText('The Millers fell ill').waitFor();
  await page.close();
});

it('an assignment is drafted with its statements, refused while the law is unmet, and gone on with by a broker', async () => {
  const page = await web.open(`/deals/${wholesale.dealNo}/offers`, { as: await testSession(web.api, web.database, web.brokerageId, { role: 'broker' }) });
  await page.getByText('The intent to market the contract disclosed before the seller signs').waitFor();
  await page.getByRole('button', { name: 'Draft it …' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('combobox', { name: 'Assignee' }).click();
  await page.getByRole('option', { name: /Harbor Homes/ }).click();
  await dialog.getByLabel('Fee').fill('12000');
  await dialog.getByLabel('To take effect on').fill(day(10));
  await dialog.getByLabel('The assignee received the disclosure, on').fill(day(0));
  await dialog.getByLabel('The seller was told of the assignment, on').fill(day(-1));
  await picture(page, 'offers-assignment-draft');
  await expectNoViolations(page, 'drafting');
  await dialog.getByRole('button', { name: 'Draft it' }).click();
  await dialog.waitFor({ state: 'detached' });
  await page.getByText('To Harbor Homes for $12,000').waitFor();
  await page.getByRole('button', { name: 'It took effect …' }).click();
  await dialog.getByRole('button', { name: 'Record it' }).click();
  await dialog.getByRole('alert').waitFor();
  await picture(page, 'offers-assignment-refused');
  expect(await dialog.getByRole('alert').textContent()).not.toMatch(/\/v1\//);
  await expectNoViolations(page, 'refused');
  await page.close();
});

it('a cancellation of the seller without a right is refused plainly', async () => {
  const page = await web.open(`/deals/${wholesale.dealNo}/offers`);
  await page.getByRole('button', { name: 'The seller cancelled …' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'End the contract' }).click();
  await page
    .getByRole('dialog')
    .getByRole('alert')
    .getByText(/had no right to cancel by statute/)
    .waitFor();
  await picture(page, 'offers-seller-cancel');
  await page.close();
});
