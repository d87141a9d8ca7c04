import { beforeAll, expect, it } from 'vitest';
import { changeSubject } from '../../../../db/events.ts';
import { refreshChecklist } from '../../../../db/queries/checklist.ts';
import { plainDeal } from '../../../../domain/compliance/checklists/facts.fixture.ts';
import { testKey, testSession } from '../../../../test/api.ts';
import { type SeededDeal, seedDeal } from '../../../../test/seed-deal.ts';
import { pdfOf } from '../../../../test/upload.ts';
import { expectNoViolations, picture, type TestWeb, testWeb } from '../../../test/browser.ts';
import { gone, look, reach } from '../../../test/dialogs.ts';
import { expectNoBarrier } from '../../../test/states.ts';

let web: TestWeb;
let deal: SeededDeal;
let bare: SeededDeal;
let key: string;
const refresh = () =>
  changeSubject(
    web.database.app,
    { brokerageId: web.brokerageId, subject: { kind: 'deal', id: deal.dealId }, actor: { kind: 'system', id: 'test' }, source: 'test' },
    (c) => refreshChecklist(c, { dealId: deal.dealId, position: 1 }),
  );
const checklist = async () => (await web.api.call('GET', `/v1/deals/${deal.dealNo}/checklist`, { key })).json;
beforeAll(async () => {
  web = await testWeb();
  key = (await testKey(web.database, web.brokerageId)).key;
  deal = await seedDeal(web.database.app, web.brokerageId, { lead: { state: 'TX', city: 'AUSTIN', yearBuilt: 1995 }, deal: { side: 'listing' } });
  bare = await seedDeal(web.database.app, web.brokerageId, { lead: { state: null, city: null } });
  const { contractDate: _, closingDate: __, side: ___, propertyState: ____, yearBuilt: _____, isWholesale: ______, ...stated } = plainDeal;
  await web.api.call('POST', `/v1/deals/${deal.dealNo}/law-facts`, { key, body: { ...stated, hasHoa: true, inPid: null } });
  await refresh();
});
const file = (name: string, text: string) => ({ name, mimeType: 'application/pdf', buffer: pdfOf(text) });

it.each([1400, 375])('has no barrier at %i px, full or empty', { timeout: 120_000 }, async (width) => {
  const page = await web.open(`/deals/${deal.dealNo}/documents`, { width });
  await page.getByRole('list', { name: 'Documents the law asks for' }).waitFor();
  await expectNoBarrier(page, { what: `documents, ${width} px`, name: `documents-${width}`, width });
  await page.goto(`/deals/${bare.dealNo}/documents`);
  await page.getByRole('button', { name: /Add/ }).first().waitFor();
  await expectNoBarrier(page, { what: `no documents, ${width} px`, name: `documents-empty-${width}` });
  await page.close();
});

it('a document added to an entry is that one, goes to review, and its versions tell who did what', async () => {
  const page = await web.open(`/deals/${deal.dealNo}/documents`);
  const choosing = page.waitForEvent('filechooser');
  await page.getByRole('button', { name: /^Add: .*Brokerage Services/ }).click();
  await (await choosing).setFiles(file('scan.pdf', 'no words that tell what it is'));
  await expect
    .poll(async () => (await web.api.call('GET', `/v1/deals/${deal.dealNo}/documents`, { key })).json.items[0]?.kind, { timeout: 10_000 })
    .toBe('TX-IABS');
  // What takes the document into the list runs outside of this test.
  const { id } = (await web.api.call('GET', `/v1/deals/${deal.dealNo}/documents`, { key })).json.items[0];
  await page.getByRole('link', { name: 'Review 1 document' }).waitFor();
  await page.getByRole('button', { name: 'Versions of scan.pdf' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByText('Version 1 waits for a review').waitFor();
  await dialog.getByText(/added version 1/).waitFor();
  await picture(page, 'documents-versions');
  await expectNoViolations(page, 'versions');
  // A version is looked at over the screen, by keys; Escape leads back to the versions.
  await dialog.getByRole('button', { name: 'Version 1' }).focus();
  await page.keyboard.press('Enter');
  await page.getByRole('region', { name: 'scan.pdf, version 1' }).getByText('no words that tell what it is').waitFor();
  await page.locator('.pdf-page canvas').waitFor();
  const width = async () => (await page.locator('.pdf-page').boundingBox())!.width;
  const fits = await width();
  await page.keyboard.press('+');
  await expect.poll(width).toBeGreaterThan(fits);
  await page.keyboard.press('w');
  await expectNoBarrier(page, { what: 'a version over the screen', name: 'documents-version' });
  await page.keyboard.press('Escape');
  await dialog.getByText('Version 1 waits for a review').waitFor();
  const next = page.waitForEvent('filechooser');
  await dialog.getByRole('button', { name: 'Add the next version' }).click();
  await (await next).setFiles(file('scan-2.pdf', 'the second version'));
  await expect.poll(async () => (await web.api.call('GET', `/v1/documents/${id}`, { key })).json.version, { timeout: 10_000 }).toBe(2);
  await page.close();
});

it('a refused file says why and what to do, and several are sent side by side', async () => {
  const page = await web.open(`/deals/${bare.dealNo}/documents`);
  const choosing = page.waitForEvent('filechooser');
  await page.getByRole('button', { name: 'Add files' }).click();
  await (await choosing).setFiles([
    { name: 'letter.pdf', mimeType: 'application/pdf', buffer: Buffer.from('<html>no document</html>') },
    file('one.pdf', 'the first'),
    file('two.pdf', 'another'),
  ]);
  await page.getByRole('alert').waitFor();
  expect(await page.getByRole('alert').textContent()).toMatch(/PDF/);
  await expectNoViolations(page, 'refused');
  await page.getByRole('button', { name: 'Versions of one.pdf' }).waitFor();
  await page.getByRole('button', { name: 'Versions of two.pdf' }).waitFor();
  await page.getByRole('button', { name: 'Take away: letter.pdf' }).click();
  await page.getByRole('alert').waitFor({ state: 'detached' });
  await page.close();
});

it('files are dropped anywhere on the tab; one that is too large is told so', async () => {
  const page = await web.open(`/deals/${bare.dealNo}/documents`);
  await page.getByRole('button', { name: 'Add files' }).waitFor();
  await page.evaluate(`(() => {
    const data = new DataTransfer();
    data.items.add(new File(['%PDF-1.4\\n', new Uint8Array(26_000_000), '\\n%%EOF\\n'], 'huge.pdf', { type: 'application/pdf' }));
    document.querySelector('.drop-area').dispatchEvent(new DragEvent('drop', { bubbles: true, cancelable: true, dataTransfer: data }));
  })()`);
  await page.getByRole('alert').waitFor();
  expect(await page.getByRole('alert').textContent()).toMatch(/25,?000,?000|25 MB|too large/i);
  await page.close();
});

it('a fact that is missing is answered where it is asked', async () => {
  const page = await web.open(`/deals/${deal.dealNo}/documents`);
  await page.getByRole('button', { name: 'Yes: Is the property in a public improvement district?' }).click();
  await page.getByText('Noted. It changes').waitFor();
  await expect.poll(async () => (await checklist()).stated.inPid, { timeout: 10_000 }).toBe(true);
  await page.close();
});

it('only a broker goes on without a required document, with a reason', async () => {
  const asCoordinator = await web.open(`/deals/${deal.dealNo}/documents`);
  await asCoordinator.getByRole('list', { name: 'Documents the law asks for' }).waitFor();
  expect(await asCoordinator.getByRole('button', { name: /^Go on without/ }).count()).toBe(0);
  await asCoordinator.close();
  const page = await web.open(`/deals/${deal.dealNo}/documents`, { as: await testSession(web.api, web.database, web.brokerageId, { role: 'broker' }) });
  const [hoa] = (await checklist()).items.filter(({ document }: { document: string }) => document === 'TX-HOA');
  await page.getByRole('button', { name: `Go on without it: ${hoa.title}` }).focus();
  await page.keyboard.press('Enter');
  await page.getByRole('dialog').waitFor();
  await reach(page, 'Tab', /^Or in your own words/);
  await page.keyboard.type('The association was dissolved');
  await look(page, 'override');
  await reach(page, 'Tab', /^Go on without it$/);
  await page.keyboard.press('Enter');
  await gone(page);
  await page.getByText('The association was dissolved').waitFor();
  await expectNoViolations(page, 'as a broker');
  await page.getByRole('button', { name: `Ask for it after all: ${hoa.title}` }).focus();
  await page.keyboard.press('Enter');
  await page.getByRole('dialog').waitFor();
  await look(page, 'restore');
  await reach(page, 'Tab', /^Ask for it$/);
  await page.keyboard.press('Enter');
  await gone(page);
  await page.getByRole('button', { name: `Go on without it: ${hoa.title}` }).waitFor();
  await page.close();
});
