import { Document, Page as PdfPage, Text as PdfText, renderToBuffer } from '@react-pdf/renderer';
import type { Page } from 'playwright-core';
import { createElement } from 'react';
import { beforeAll, expect, it } from 'vitest';
import { testKey } from '../../../test/api.ts';
import { type SeededDeal, seedDeal } from '../../../test/seed-deal.ts';
import { pdfOf, pictureOf, png, uploadOf } from '../../../test/upload.ts';
import { expectNoViolations, shown, type TestWeb, testWeb } from '../../test/browser.ts';
import { expectNoBarrier } from '../../test/states.ts';

let web: TestWeb;
let empty: TestWeb;
let first: SeededDeal;
let second: SeededDeal;
let key: string;
const add = async (deal: SeededDeal, text: string, name: string, file = pdfOf(text)) =>
  (await web.api.call('POST', `/v1/deals/${deal.dealNo}/documents`, { key, ...uploadOf(file, name) })).json;
const documentNow = async (id: string) => (await web.api.call('GET', `/v1/documents/${id}`, { key })).json;

let ids: string[];
beforeAll(async () => {
  web = await testWeb();
  empty = await web.other();
  key = (await testKey(web.database, web.brokerageId)).key;
  first = await seedDeal(web.database.app, web.brokerageId, { lead: { state: 'TX', city: 'AUSTIN' } });
  second = await seedDeal(web.database.app, web.brokerageId, { lead: { line: '77 OAK ST', state: 'TX' } });
  const added = [
    await add(first, 'INFORMATION ABOUT BROKERAGE SERVICES IABS 1-2', 'iabs.pdf'),
    await add(second, 'nothing that is known', 'scan-of-something.pdf'),
    await add(first, 'a picture', 'survey.png', pictureOf(64)),
  ];
  ids = added.map(({ id }) => id);
});

const heading = (page: Page, title: string) => page.getByRole('heading', { level: 2, name: title, exact: true });

it.each([1400, 375])('has no barrier at %i px, full or empty, while a reason is asked for too', { timeout: 120_000 }, async (width) => {
  const page = await web.open('/review', { width });
  await shown(page, 'Review');
  await heading(page, 'iabs.pdf').waitFor();
  await page.getByRole('button', { name: /Information About Brokerage Services/i }).waitFor();
  await page.locator('.pdf-page canvas').waitFor();
  await expectNoBarrier(page, { what: `review, ${width} px`, name: `review-${width}`, width });
  await page.getByRole('button', { name: 'Reject …' }).click();
  await page.getByRole('heading', { name: 'Why is it sent back?' }).waitFor();
  await expectNoBarrier(page, { what: `reasons, ${width} px`, name: `review-reasons-${width}` });
  const none = await empty.open('/review?deal=26', { width });
  await none.getByRole('heading', { name: 'Nothing of deal 26 waits for a review' }).waitFor();
  await expectNoBarrier(none, { what: `empty, ${width} px`, name: `review-empty-${width}` });
  await Promise.all([page.close(), none.close()]);
});

it('documents are worked off by keys alone, file by file, and what is decided is what was shown', async () => {
  const page = await web.open('/review');
  await shown(page, 'Review');
  await heading(page, 'iabs.pdf').waitFor();
  await page.getByText('3 to review in 2 files').waitFor();
  // Skip within the file, then to the other file, and back.
  await page.keyboard.press('n');
  await heading(page, 'survey.png').waitFor();
  await expect.poll(() => page.evaluate(`document.querySelector('img[alt="survey.png, version 1"]')?.naturalWidth`)).toBe(64);
  await page.keyboard.press('f');
  await heading(page, 'scan-of-something.pdf').waitFor();
  await page.keyboard.press('p');
  await heading(page, 'survey.png').waitFor();
  await page.keyboard.press('p');
  await heading(page, 'iabs.pdf').waitFor();
  // It is what it is proposed to be.
  await page.keyboard.press('a');
  await heading(page, 'survey.png').waitFor();
  expect(await documentNow(ids[0]!)).toMatchObject({ status: 'accepted', kind: 'TX-IABS', formVersion: '1-2' });
  // Nothing is decided by a figure before a rejection is asked for, nor after Escape.
  await page.keyboard.press('r');
  await page.getByRole('heading', { name: 'Why is it sent back?' }).waitFor();
  await page.keyboard.press('Escape');
  await page.getByRole('heading', { name: 'Why is it sent back?' }).waitFor({ state: 'detached' });
  await page.keyboard.press('4');
  expect(await documentNow(ids[2]!)).toMatchObject({ status: 'in-review' });
  await page.keyboard.press('r');
  await page.keyboard.press('9');
  await heading(page, 'scan-of-something.pdf').waitFor();
  expect(await documentNow(ids[2]!)).toMatchObject({ status: 'rejected', review: { reason: 'unreadable', version: 1 } });
  await page.keyboard.press('a');
  await page.getByRole('heading', { name: 'Every document is reviewed' }).waitFor();
  await expectNoViolations(page, 'all reviewed');
  // A decision can be looked at again, and be changed.
  await page.keyboard.press('p');
  await heading(page, 'scan-of-something.pdf').waitFor();
  await page.getByText('Version 1 accepted', { exact: true }).waitFor();
  await page.keyboard.press('r');
  await page.keyboard.press('5');
  await page.getByRole('heading', { name: 'Every document is reviewed' }).waitFor();
  expect(await documentNow(ids[1]!)).toMatchObject({ status: 'rejected', review: { reason: 'missing-initials' } });
  await page.close();
});

it('a version that came meanwhile is not accepted unseen', async () => {
  const { id, documentNo } = await add(second, 'the first version', 'amendment.pdf');
  const page = await web.open(`/review?deal=${second.dealNo}`, {
    // The page does not hear of what comes.
    prepare: (context) => context.route('**/v1/stream*', (route) => route.abort()),
  });
  await shown(page, 'Review');
  await heading(page, 'amendment.pdf').waitFor();
  await web.api.call('POST', `/v1/deals/${second.dealNo}/documents`, { key, ...uploadOf(pdfOf('the second'), 'b.pdf', { document: String(documentNo) }) });
  await page.keyboard.press('a');
  await page.getByRole('alert').waitFor();
  expect(await page.getByRole('alert').textContent()).toContain('Look at version 2 and review that.');
  expect(await documentNow(id)).toMatchObject({ status: 'in-review', version: 2 });
  await page.close();
});

it('what comes while somebody looks is said, and decided about once it is looked at', async () => {
  const { id, documentNo } = await add(second, 'version one', 'addendum.pdf');
  const page = await web.open(`/review?deal=${second.dealNo}&doc=${id}`);
  await heading(page, 'addendum.pdf').waitFor();
  await page.getByRole('status').getByText('Live').waitFor();
  await web.api.call('POST', `/v1/deals/${second.dealNo}/documents`, { key, ...uploadOf(pdfOf('version two'), 'b.pdf', { document: String(documentNo) }) });
  await web.database.relay.sql`update events set position = nextval('event_positions') where position is null`;
  await page.getByText('Version 2 came while you looked at the one before').waitFor();
  await expectNoViolations(page, 'newer version');
  await page.keyboard.press('a');
  await page.keyboard.press('l');
  await page.getByRole('region', { name: 'addendum.pdf, version 2' }).getByText('version two').waitFor();
  expect(await documentNow(id)).toMatchObject({ status: 'in-review' });
  await page.keyboard.press('a');
  await expect.poll(() => documentNow(id), { timeout: 10_000 }).toMatchObject({ status: 'accepted', version: 2 });
  await page.close();
});

it('who may only read is offered no decision', async () => {
  const reader = await web.other({ role: 'auditor' });
  const auditorKey = (await testKey(reader.database, reader.brokerageId)).key;
  const deal = await seedDeal(reader.database.app, reader.brokerageId);
  await reader.api.call('POST', `/v1/deals/${deal.dealNo}/documents`, { key: auditorKey, ...uploadOf(pdfOf('to read'), 'note.pdf') });
  const page = await reader.open('/review');
  await heading(page, 'note.pdf').waitFor();
  expect(await page.getByRole('button', { name: /Accept|Reject/ }).count()).toBe(0);
  await page.close();
});

/** Which part of a page is not paper, by its pixels. */
const drawn = (page: Page, no: number): Promise<number> =>
  page.evaluate(`(() => {
    const canvas = document.querySelector('[data-page="${no}"] canvas');
    const { data } = canvas.getContext('2d').getImageData(0, 0, canvas.width, canvas.height);
    let dark = 0;
    for (let at = 0; at < data.length; at += 4) if (data[at] < 128 && data[at + 3] > 128) dark++;
    return dark / (data.length / 4);
  })()`);

it('a PDF is drawn page by page, its words can be read, and keys go through it', { timeout: 60_000 }, async () => {
  const texts = Array.from({ length: 14 }, (_, at) => `THIS IS PAGE NUMBER ${at + 1}`);
  const { id } = await add(second, '', 'contract.pdf', pdfOf(...texts));
  const page = await web.open(`/review?deal=${second.dealNo}&doc=${id}`);
  const view = page.getByRole('region', { name: 'contract.pdf, version 1' });
  const at = (no: number) => page.getByRole('status').getByText(`Page ${no} of 14`, { exact: true }).waitFor();
  await view.getByText(texts[0]!).waitFor();
  await at(1);
  const width = async (): Promise<number> => (await page.locator('[data-page="1"]').boundingBox())!.width;
  const fits = await width();
  expect(fits).toBeLessThanOrEqual((await view.boundingBox())!.width);
  // Some words on paper: neither nothing nor all of it.
  expect(await drawn(page, 1)).toBeGreaterThan(0.0005);
  expect(await drawn(page, 1)).toBeLessThan(0.1);
  // Words lie where they are drawn: twelve points high, an inch from the left.
  const word = (await view.getByText(texts[0]!).boundingBox())!;
  const paper = (await page.locator('[data-page="1"]').boundingBox())!;
  expect((word.x - paper.x) / paper.width).toBeCloseTo(72 / 612, 2);

  // Pages far from the one that is looked at are not drawn.
  expect(await page.locator('.pdf-page canvas').count()).toBeLessThan(6);
  for (let no = 2; no <= 14; no++) {
    await page.keyboard.press('.');
    await at(no);
  }
  await page.keyboard.press('.');
  await at(14);
  await view.getByText(texts[13]!).waitFor();
  await page.locator('[data-page="14"] canvas').waitFor();
  expect(await drawn(page, 14)).toBeGreaterThan(0.0005);
  expect(await page.locator('[data-page="1"] canvas').count()).toBe(0);
  await page.keyboard.press(',');
  await at(13);
  const top = (): Promise<number> => page.evaluate(`document.querySelector('.pdf-pages').scrollTop`);
  const before = await top();
  await page.keyboard.press('j');
  expect(await top()).toBeGreaterThan(before);
  await page.keyboard.press('k');
  await page.keyboard.press('k');
  expect(await top()).toBeLessThan(before);
  await page.keyboard.press('+');
  await expect.poll(width).toBeGreaterThan(fits * 1.2);
  await page.keyboard.press('-');
  await page.keyboard.press('-');
  await expect.poll(width).toBeLessThan(fits * 0.8);
  await page.keyboard.press('w');
  await expect.poll(width).toBe(fits);
  // The keys of the review go on working, whatever of the document has the focus.
  await view.focus();
  await page.keyboard.press('r');
  await page.getByRole('heading', { name: 'Why is it sent back?' }).waitFor();
  await page.keyboard.press('Escape');
  await page.keyboard.press('a');
  await expect.poll(() => documentNow(id)).toMatchObject({ status: 'accepted' });
  await page.close();
});

it('a file that cannot be shown says why and what to do: a password, no whole PDF, half a picture, an answer that does not come', {
  timeout: 60_000,
}, async () => {
  const letter = createElement(Document, { userPassword: 'correct horse' }, createElement(PdfPage, {}, createElement(PdfText, {}, 'BEHIND A PASSWORD')));
  const locked = await add(second, '', 'locked.pdf', await renderToBuffer(letter));
  const broken = await add(second, '', 'broken.pdf', Buffer.from('%PDF-1.4\nnothing of a PDF\n%%EOF\n'));
  const half = await add(second, '', 'half.png', png);
  const page = await web.open(`/review?deal=${second.dealNo}&doc=${locked.id}`);
  const password = page.getByLabel('Password of the file', { exact: true });
  await password.fill('wrong');
  await page.keyboard.press('Enter');
  await page.getByText('This is not the password.').waitFor();
  await expectNoBarrier(page, { what: 'a password is asked for', name: 'review-locked' });
  await password.fill('correct horse');
  await page.keyboard.press('Enter');
  await page.getByText('BEHIND A PASSWORD').waitFor();
  for (const [{ id }, title] of [
    [broken, 'This file cannot be shown'],
    [half, 'This picture cannot be shown'],
  ] as const) {
    await page.goto(`/review?deal=${second.dealNo}&doc=${id}`);
    const alert = page.getByRole('alert');
    await alert.getByRole('heading', { name: title }).waitFor();
    expect(await alert.textContent()).toContain('ask whoever sent it to send it again');
    await expectNoBarrier(page, { what: title, name: `review-${title.split(' ')[1]}-broken` });
  }
  await page.route('**/versions/1/file?inline=true', (route) => route.abort());
  await page.goto(`/review?deal=${second.dealNo}&doc=${locked.id}`);
  await page.getByRole('alert').getByText('Keyturn cannot be reached').waitFor();
  await page.unrouteAll();
  await page.getByRole('button', { name: 'Try again' }).click();
  await password.waitFor();
  await page.close();
});
