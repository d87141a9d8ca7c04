import { beforeAll, expect, it } from 'vitest';
import { testKey } from '../../../../test/api.ts';
import { type SeededDeal, seedDeal } from '../../../../test/seed-deal.ts';
import { askSignatures, type SeededFile, seedFile } from '../../../../test/seed-signing.ts';
import { expectNoViolations, type TestWeb, testWeb } from '../../../test/browser.ts';
import { expectNoBarrier } from '../../../test/states.ts';

let web: TestWeb;
let deal: SeededDeal;
let bare: SeededDeal;
let file: SeededFile;
let key: string;
const envelopes = async () => (await web.api.call('GET', `/v1/deals/${deal.dealNo}/envelopes`, { key })).json.items;
beforeAll(async () => {
  web = await testWeb();
  key = (await testKey(web.database, web.brokerageId)).key;
  deal = await seedDeal(web.database.app, web.brokerageId);
  bare = await seedDeal(web.database.app, web.brokerageId);
  file = await seedFile(
    { db: web.database.app, files: web.api.deps.files },
    { brokerageId: web.brokerageId, dealId: deal.dealId, emails: ['buyer@example.com', 'seller@example.com'] },
  );
  await askSignatures(web.database.app, web.brokerageId, deal.dealId, file);
});

it.each([1400, 375])('has no barrier at %i px, full, empty, and while something is sent', { timeout: 120_000 }, async (width) => {
  const page = await web.open(`/deals/${deal.dealNo}/signatures`, { width });
  await page.getByRole('heading', { level: 2, name: 'Purchase contract' }).first().waitFor();
  await expectNoBarrier(page, { what: `signatures, ${width} px`, name: `signatures-${width}`, width });
  await page.getByRole('button', { name: 'Send for signature …' }).click();
  await page.getByRole('dialog').getByLabel('Subject').waitFor();
  await expectNoBarrier(page, { what: `sending, ${width} px`, name: `signatures-send-${width}` });
  await page.goto(`/deals/${bare.dealNo}/signatures`);
  await page.getByRole('heading', { name: 'Nothing was sent for signature' }).waitFor();
  await expectNoBarrier(page, { what: `nothing sent, ${width} px` });
  await page.close();
});

it('a document is sent to the parties in the order chosen, withdrawn with a reason, and offered to be sent again', async () => {
  const page = await web.open(`/deals/${deal.dealNo}/signatures`);
  await page.getByRole('button', { name: 'Send for signature …' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('Subject').fill('Amendment one');
  await dialog.getByRole('checkbox', { name: 'Jo seller, seller' }).check();
  await dialog.getByRole('checkbox', { name: 'Jo buyer, buyer' }).check();
  await dialog.getByRole('button', { name: 'Send to 2 signers' }).click();
  await dialog.waitFor({ state: 'detached' });
  const [sent] = await envelopes();
  expect(sent).toMatchObject({
    ...{ subject: 'Amendment one', status: 'requested' },
    signers: [
      { name: 'Jo seller', role: 'seller', routingOrder: 1 },
      { name: 'Jo buyer', role: 'buyer', routingOrder: 2 },
    ],
  });
  const card = page.getByRole('region', { name: `Amendment one (envelope ${sent.envelopeNo})` });
  await card.getByText('0 of 2 signed').waitFor();
  await card.getByRole('button', { name: /^Withdraw/ }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Withdraw', exact: true }).click();
  await page.getByRole('dialog').waitFor({ state: 'detached' });
  await page.close();
});

it('a party without an address is refused with what to do', async () => {
  await web.api.call('POST', `/v1/deals/${deal.dealNo}/parties`, { key, body: { role: 'lender', name: 'Lou Lender' } });
  const page = await web.open(`/deals/${deal.dealNo}/signatures`);
  await page.getByRole('button', { name: 'Send for signature …' }).click();
  await page
    .getByRole('dialog')
    .getByRole('checkbox', { name: /Lou Lender/ })
    .check();
  await page.getByRole('dialog').getByRole('button', { name: 'Send to 1 signer' }).click();
  await page.getByRole('dialog').getByRole('alert').waitFor();
  await expectNoViolations(page, 'refused');
  await page.close();
});
