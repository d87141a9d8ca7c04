import { randomUUID } from 'node:crypto';
import { WorkflowUpdateFailedError } from '@temporalio/client';
import { ApplicationFailure } from '@temporalio/common';
import { eq } from 'drizzle-orm';
import type { Page } from 'playwright-core';
import { beforeAll, expect, it } from 'vitest';
import { changeSubject } from '../../../../db/events.ts';
import { markOfferDrafted } from '../../../../db/queries/offers.ts';
import { openTask } from '../../../../db/queries/tasks.ts';
import { deals } from '../../../../db/schema/index.ts';
import { inTenant } from '../../../../db/tenant.ts';
import { addDays, localDate } from '../../../../domain/time/zoned.ts';
import { type TestSession, testSession } from '../../../../test/api.ts';
import { type SeededDeal, seedDeal } from '../../../../test/seed-deal.ts';
import { pdfOf, uploadOf } from '../../../../test/upload.ts';
import { type TestWeb, testWeb } from '../../../test/browser.ts';
import { gone, look, reach } from '../../../test/dialogs.ts';

let web: TestWeb;
let broker: TestSession;
let refused = false;
const updates: string[] = [];
const zone = 'America/Chicago';
const place = { line: '418 HERONSGATE WAY', city: 'SAN ANTONIO', state: 'TX', zip: '78228' };

beforeAll(async () => {
  web = await testWeb();
  broker = await testSession(web.api, web.database, web.brokerageId, { role: 'broker' });
  // Where the run would be: it answers, or says why not.
  const executeUpdate = async ({ name }: { name: string }) => {
    updates.push(name);
    if (refused) throw new WorkflowUpdateFailedError('refused', ApplicationFailure.nonRetryable('The offer was withdrawn.', 'NotNow', { stage: 'approval' }));
    return { stage: 'following-up', since: new Date().toISOString(), waitingFor: null, dueAt: null, closedReason: null };
  };
  const query = async ({ name }: { name: string }) =>
    name === 'explain' ? 'working on: approval since 2026-11-20T15:00:00Z; next: the offer' : { takenIn: Number.MAX_SAFE_INTEGER };
  Object.assign(web.api.deps, {
    temporal: { withDeadline: (_: number, ask: () => unknown) => ask(), workflow: { getHandle: () => ({ executeUpdate, query }) } },
  });
});
const system = { actor: { kind: 'system', id: 'test' }, source: 'test' } as const;
const subjectOf = ({ dealId }: SeededDeal) => ({ brokerageId: web.brokerageId, subject: { kind: 'deal', id: dealId } as const, ...system });

/** Opens an act of the deal from its buttons or its menu. */
async function ask(page: Page, label: RegExp): Promise<void> {
  const button = page.getByRole('button', { name: label });
  await page.locator('h1').first().waitFor();
  await page
    .getByRole('button', { name: /^More to do|^Amend|^Open it again|^The seller accepted|^Approve/ })
    .first()
    .waitFor();
  if ((await button.count()) > 0) await button.first().focus();
  else {
    await page.getByRole('button', { name: 'More to do with this deal' }).focus();
    await page.keyboard.press('Enter');
    await page.getByRole('menu').waitFor();
    await reach(page, 'ArrowDown', label);
  }
  await page.keyboard.press('Enter');
  await page.getByRole('dialog').waitFor();
}
it('an offer is approved, taken as accepted and as declined by keys, and a refusal says why and what to do', { timeout: 120_000 }, async () => {
  const deal = await seedDeal(web.database.app, web.brokerageId, { lead: { yearBuilt: 1995, units: 1 }, deal: { stage: 'approval' } });
  const { offer } = (await web.api.call('POST', `/v1/deals/${deal.dealNo}/offers`, { cookie: broker.cookie, body: {} })).json;
  await changeSubject(web.database.app, subjectOf(deal), (change) =>
    markOfferDrafted(change, { offerId: offer.id, pdfSha256: 'a'.repeat(64), letterHash: 'b'.repeat(64) }),
  );
  const page = await web.open(`/deals/${deal.dealNo}`, { as: broker, width: 1400 });
  await ask(page, /^Approve the offer/);
  refused = true;
  await reach(page, 'Tab', /^Approve$/);
  await page.keyboard.press('Enter');
  await page.getByRole('dialog').getByRole('alert').waitFor();
  await look(page, 'approve-refused');
  refused = false;
  // One goes on from the refusal.
  await reach(page, 'Tab', /^Approve$/);
  await page.keyboard.press('Enter');
  await gone(page);
  const out = await seedDeal(web.database.app, web.brokerageId, { deal: { stage: 'following-up', waitingFor: "the seller's reply" } });
  await page.goto(`/deals/${out.dealNo}`);
  await ask(page, /^The seller accepted/);
  await look(page, 'accept');
  await page.keyboard.press('Escape');
  await gone(page);
  await ask(page, /^The seller declined/);
  await look(page, 'decline');
  await reach(page, 'Tab', /^Or in your own words/);
  await page.keyboard.type('They rent it out now');
  await reach(page, 'Tab', /^Declined$/);
  await page.keyboard.press('Enter');
  await gone(page);
  await ask(page, /^Give the deal up/);
  await look(page, 'dead');
  await page.keyboard.press('Escape');
  await gone(page);
  // The focus is where it was, so that one goes on from there.
  await expect.poll(() => page.evaluate(`document.activeElement?.getAttribute('aria-label')`)).toBe('More to do with this deal');
  expect(updates).toEqual(['approve', 'approve', 'decline']);
  await page.close();
});

it('a contract falls through and is opened again by keys; without the earnest money said it does not', { timeout: 120_000 }, async () => {
  const deal = await seedDeal(web.database.app, web.brokerageId, { lead: place, deal: { side: 'buyer', stage: 'under-contract', waitingFor: 'the survey' } });
  const today = localDate(new Date(), zone);
  const terms = { form: 'tx-trec-resale', effectiveOn: today, priceCents: 28_500_000, periods: { optionDays: 10 }, dates: { closingDate: addDays(today, 40) } };
  const made = await web.api.call('POST', `/v1/deals/${deal.dealNo}/contract`, { cookie: broker.cookie, body: terms });
  expect(made.status, made.text).toBe(201);
  const page = await web.open(`/deals/${deal.dealNo}`, { as: broker, width: 1400 });
  await ask(page, /^The contract fell through/);
  await reach(page, 'Tab', /^It fell through$/);
  await page.keyboard.press('Enter');
  await page.getByRole('dialog').getByText('Choose what becomes of the earnest money.').waitFor();
  await look(page, 'fall-through');
  // The reasons are one stop, as the answers about the money are.
  await reach(page, 'Shift+Tab', /^Buyer terminated in the option period$/);
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Shift+Tab');
  await reach(page, 'ArrowUp', /^Is split$/);
  await reach(page, 'Tab', /^It fell through$/);
  await page.keyboard.press('Enter');
  await gone(page);
  const { json } = await web.api.call('GET', `/v1/deals/${deal.dealNo}/contract`, { cookie: broker.cookie });
  expect(json).toMatchObject({ status: 'terminated' });
  const [end] = await inTenant(web.database.app, web.brokerageId, (tx) =>
    tx.execute<{ payload: object }>(`select payload from events where type = 'Contract.Ended'` as never),
  );
  expect(end!.payload).toMatchObject({ reason: 'Financing was denied', earnestMoney: 'split' });

  // Its run would have ended with it.
  const ended = { stage: 'fell-through', closedAt: new Date(), closedReason: 'financing was denied', waitingFor: null };
  await inTenant(web.database.app, web.brokerageId, (tx) => tx.update(deals).set(ended).where(eq(deals.id, deal.dealId)));
  await page.reload();
  await ask(page, /^Open it again/);
  await reach(page, 'Tab', /^Or in your own words/);
  await page.keyboard.type('The lender found a way');
  await look(page, 'reopen');
  await reach(page, 'Tab', /^Open again$/);
  await page.keyboard.press('Enter');
  await gone(page);
  expect((await web.api.call('GET', `/v1/deals/${deal.dealNo}`, { cookie: broker.cookie })).json.closedAt).toBeNull();
  await page.close();
});

const inWords = (date: string): string => new Date(`${date}T12:00Z`).toLocaleDateString('en-US', { dateStyle: 'long', timeZone: 'UTC' });

it('the terms are read from a file: each is shown at its place and taken, corrected or left by keys', { timeout: 120_000 }, async () => {
  const deal = await seedDeal(web.database.app, web.brokerageId, { lead: place, deal: { side: 'buyer', stage: 'accepted' } });
  const today = localDate(new Date(), zone);
  const closing = addDays(today, 30);
  const words = [
    'A. Cash portion of Sales Price payable by Buyer at closing $57,000.00',
    'C. Sales Price (Sum of A and B) $285,000.00',
    'Buyer must deliver $2,850.00 as earnest money and $150.00 as the Option Fee.',
    'B. by giving notice of termination to Seller within 10 days after the',
    'Effective Date of this contract (Option Period).',
    'D. the Closing Date or (ii) 5 days after Buyer receives the Commitment',
    `9. The closing of the sale will be on or before ${inWords(closing)}`,
  ];
  const buffer = pdfOf(words.join('\n'), 'Page 2', `EXECUTED the ${inWords(today)} (Effective Date).`);
  const page = await web.open(`/deals/${deal.dealNo}`, { as: broker, width: 1400 });
  await ask(page, /^Record the contract/);
  await reach(page, 'Shift+Tab', /^Read the terms from a file/);
  await page.keyboard.press('Enter');
  await page.getByRole('button', { name: 'Choose a file' }).waitFor();
  await look(page, 'contract-source');
  const choosing = page.waitForEvent('filechooser');
  await reach(page, 'Tab', /^Choose a file$/);
  await page.keyboard.press('Enter');
  await (await choosing).setFiles({ name: 'contract.pdf', mimeType: 'application/pdf', buffer });
  const dialog = page.getByRole('dialog');
  const open = dialog.getByText(/^5 terms to confirm: /);
  await open.waitFor();
  await dialog.getByRole('button', { name: /^Option Fee \$150.*, page 1$/ }).waitFor();
  const value = (field: string) => dialog.locator(`[data-field="${field}"] input`).inputValue();
  // Nothing is filled in by itself, not even a day that would be guessed.
  for (const field of ['effectiveOn', 'priceCents', 'dates.closingDate', 'periods.optionDays', 'periods.objectionDays'])
    expect(await value(field), field).toBe('');
  const mark = dialog.locator('.pdf-mark');
  const marked = async (): Promise<boolean> => {
    const [box, view] = [await mark.boundingBox(), await dialog.locator('.pdf-pages').boundingBox()];
    return box !== null && view !== null && box.y > view.y && box.y + box.height < view.y + view.height;
  };
  await reach(page, 'Tab', /^Effective date/);
  await dialog.getByText(/^Proposed: .* on page 3: EXECUTED the .*Enter takes it.$/).waitFor();
  await expect.poll(marked).toBe(true);
  expect(await dialog.locator('[data-page="3"] .pdf-mark').count()).toBe(1);
  await page.keyboard.press('Enter');
  await expect.poll(() => value('effectiveOn')).toBe(today);
  // The focus went on to what comes next, and the page with it.
  await expect.poll(() => dialog.locator('[data-page="1"] .pdf-mark').count()).toBe(1);
  await expect.poll(marked).toBe(true);
  await page.keyboard.press('Enter');
  await expect.poll(() => value('priceCents')).toBe('$285,000');
  await look(page, 'contract-read');
  await reach(page, 'Tab', /^Option period/);
  await page.keyboard.type('7');
  await page.keyboard.press('Enter');
  expect(await value('periods.optionDays')).toBe('7');
  await reach(page, 'Shift+Tab', /^Take .*: Closing date, page 1$/);
  await page.keyboard.press('Enter');
  await expect.poll(() => value('dates.closingDate')).toBe(closing);
  await dialog.getByText(/^1 term to confirm: Title objections/).waitFor();
  await reach(page, 'Tab', /^Record it$/);
  await page.keyboard.press('Enter');
  await dialog.getByText('Its clocks run.', { exact: false }).waitFor();
  const { json } = await web.api.call('GET', `/v1/deals/${deal.dealNo}/contract`, { cookie: broker.cookie });
  expect(json).toMatchObject({
    form: 'tx-trec-resale',
    effectiveOn: today,
    priceCents: 28_500_000,
    periods: { optionDays: 7 },
    dates: { closingDate: closing },
  });
  expect(json.periods).not.toHaveProperty('objectionDays');
  const { items } = (await web.api.call('GET', `/v1/deals/${deal.dealNo}/documents`, { cookie: broker.cookie })).json;
  expect(items).toMatchObject([{ title: 'contract.pdf' }]);
  await page.close();
});

it('of two prices none is taken by Enter, and a scan says that its terms are to be typed', { timeout: 120_000 }, async () => {
  const deal = await seedDeal(web.database.app, web.brokerageId, { deal: { side: 'buyer', stage: 'accepted' } });
  const path = `/v1/deals/${deal.dealNo}/documents`;
  for (const [name, text] of Object.entries({ 'two.pdf': 'Purchase price: $285,000.00\nThe sales price is $290,000.00', 'scan.pdf': '' }))
    expect((await web.api.call('POST', path, { cookie: broker.cookie, ...uploadOf(pdfOf(text), name) })).status).toBe(201);
  const page = await web.open(`/deals/${deal.dealNo}`, { as: broker, width: 1400 });
  const dialog = page.getByRole('dialog');
  const price = dialog.locator('[data-field="priceCents"] input');
  const choose = async (name: string): Promise<void> => {
    await dialog.getByRole('button', { name: 'Read the terms from a file …' }).focus();
    await page.keyboard.press('Enter');
    await dialog.getByRole('button', { name: `Read ${name}` }).focus();
    await page.keyboard.press('Enter');
  };
  await ask(page, /^Record the contract/);
  await choose('two.pdf');
  await dialog.getByText(/^1 term to confirm: Price/).waitFor();
  await reach(page, 'Tab', /^Price/);
  await dialog.getByText(/^Proposed, one of 2: \$285,000 on page 1/).waitFor();
  await page.keyboard.press('Enter');
  expect(await price.inputValue()).toBe('');
  await reach(page, 'Tab', /^Take \$290,000.*: Price, page 1$/);
  await page.keyboard.press('Enter');
  await expect.poll(() => price.inputValue()).toBe('$290,000');
  await dialog.getByText('Everything that was found is confirmed or typed.', { exact: false }).waitFor();
  await reach(page, 'Shift+Tab', /^Put the file away$/);
  await page.keyboard.press('Enter');
  await choose('scan.pdf');
  await dialog.getByText('This document has no words', { exact: false }).waitFor();
  // What was typed or taken before stays.
  expect(await price.inputValue()).toBe('$290,000');
  await look(page, 'contract-scan');
  await page.close();
});

it('a task is made one’s own and handed over by keys; to nobody it does not go', { timeout: 120_000 }, async () => {
  const deal = await seedDeal(web.database.app, web.brokerageId);
  const task = { kind: 'call-seller' as const, key: randomUUID(), title: 'Call the lender', reason: 'It asked', role: 'marketer', dueAt: new Date() };
  await changeSubject(web.database.app, subjectOf(deal), (change) =>
    openTask(change, { ...task, subject: { kind: 'deal', id: deal.dealId }, dealId: deal.dealId }),
  );
  const page = await web.open(`/deals/${deal.dealNo}/tasks`, { as: broker, width: 1400 });
  const line = page.getByRole('listitem', { name: 'Call the lender' });
  await line.getByText('marketer, taken by nobody').waitFor();
  await page.keyboard.press('j');
  await page.keyboard.press('c');
  await line.getByText('you, marketer').waitFor();
  await page.keyboard.press('s');
  await page.getByRole('dialog').waitFor();
  await look(page, 'snooze');
  await page.keyboard.press('Escape');
  await gone(page);
  await page.keyboard.press('h');
  await page.getByRole('dialog').waitFor();
  await reach(page, 'Tab', /^Hand over$/);
  await page.keyboard.press('Enter');
  await page.getByRole('dialog').getByText('Choose a person, or a role.').waitFor();
  await look(page, 'hand-over');
  await reach(page, 'Shift+Tab', /^To$/);
  await page.keyboard.type('agent');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await reach(page, 'Tab', /^Hand over$/);
  await page.keyboard.press('Enter');
  await gone(page);
  await line.getByText('agent, taken by nobody').waitFor();
  await page.close();
});
