import type { Page } from 'playwright-core';
import { beforeAll, expect, it } from 'vitest';
import { changeSubject } from '../../../../db/events.ts';
import { findDealByNo } from '../../../../db/queries/closing.ts';
import { enrolLead } from '../../../../db/queries/outreach.ts';
import { draftPartyMessages } from '../../../../db/queries/party-drafts.ts';
import { claimSend, markUnknown } from '../../../../db/queries/sends.ts';
import { publishSequence, publishTemplate } from '../../../../db/queries/sequences.ts';
import { inTenant } from '../../../../db/tenant.ts';
import { defaultSequence, defaultTemplates } from '../../../../domain/outreach/default-sequence.ts';
import { compileTemplate } from '../../../../domain/outreach/templates.compile.ts';
import { testKey, testSession } from '../../../../test/api.ts';
import { type SeededDeal, seedDeal } from '../../../../test/seed-deal.ts';
import { expectNoViolations, picture, type TestWeb, testWeb } from '../../../test/browser.ts';
import { expectNoBarrier } from '../../../test/states.ts';

let web: TestWeb;
let deal: SeededDeal;
let bare: SeededDeal;
let key: string;
let enrolmentId: string;
const about = (kind: 'deal' | 'lead' | 'brokerage', id: string) =>
  ({ brokerageId: web.brokerageId, subject: { kind, id }, actor: { kind: 'system', id: 'test' }, source: 'test' }) as const;
const messages = async () => (await web.api.call('GET', `/v1/deals/${deal.dealNo}/messages`, { key })).json.items;
/** Drafts the news of an accepted document to the buyer. */
const draft = async (title: string): Promise<void> => {
  const row = (await inTenant(web.database.app, web.brokerageId, (tx) => findDealByNo(tx, { dealNo: deal.dealNo })))!;
  await changeSubject(web.database.app, about('deal', deal.dealId), (change) =>
    draftPartyMessages(change, {
      ...{ deal: row, template: 'document-accepted', cause: title, roles: ['buyer'], about: { document: title } },
      variables: { document: { title } },
    }),
  );
};
beforeAll(async () => {
  web = await testWeb();
  key = (await testKey(web.database, web.brokerageId)).key;
  deal = await seedDeal(web.database.app, web.brokerageId);
  bare = await seedDeal(web.database.app, web.brokerageId);
  await web.api.call('POST', `/v1/deals/${deal.dealNo}/parties`, { key, body: { role: 'buyer', name: 'Ben Buyer', email: 'ben@example.com' } });
  await draft('the survey');
  const compiled = await Promise.all(defaultTemplates.map(compileTemplate));
  await changeSubject(web.database.app, about('brokerage', web.brokerageId), async (change) => {
    for (const found of compiled) if (found.ok) await publishTemplate(change, { template: found.template, by: 'test' });
    await publishSequence(change, { ...defaultSequence, by: 'test' });
  });
  ({ enrolmentId } = await changeSubject(web.database.app, about('lead', deal.leadId), (change) =>
    enrolLead(change, { leadId: deal.leadId, dealId: deal.dealId, sequence: 'seller-follow-up' }),
  ));
  const words = {
    channel: 'text',
    templateSlug: 'first-text',
    templateVersion: 1,
    body: 'Hello Ann, did you get our offer?',
    claimedAt: new Date('2026-11-20T16:00:00Z'),
  };
  const sent = await inTenant(web.database.app, web.brokerageId, (tx) =>
    claimSend(tx, { send: { key: 'unknown-1', enrolmentId, leadId: deal.leadId, dealId: deal.dealId, step: 'first-text', address: '+16155550123', ...words } }),
  );
  await changeSubject(web.database.app, about('lead', deal.leadId), (change) =>
    markUnknown(change, { sendId: sent!.id, problem: 'The answer of the provider was lost' }),
  );
});
const open = async (no: number, options = {}): Promise<Page> => web.open(`/deals/${no}/messages`, options);

it.each([1400, 375])('has no barrier at %i px, full or empty', { timeout: 120_000 }, async (width) => {
  const page = await open(deal.dealNo, { width, height: 1100 });
  await page.getByRole('heading', { name: 'Wait for a person' }).waitFor();
  await page.getByRole('heading', { name: 'Goes out by itself' }).waitFor();
  await expectNoBarrier(page, { what: `messages, ${width} px`, name: `messages-${width}`, width });
  await page.goto(`/deals/${bare.dealNo}/messages`);
  await page.getByRole('heading', { name: 'No messages yet' }).waitFor();
  await expectNoBarrier(page, { what: `no messages, ${width} px` });
  await page.close();
});

it('a draft is edited and sent by keys; it goes after ten seconds, and not at all when that is undone', { timeout: 60_000 }, async () => {
  const page = await open(deal.dealNo);
  const row = page.locator('[data-row]', { hasText: 'the survey is complete' });
  await row.waitFor();
  const posts: string[] = [];
  page.on('request', (request) => request.method() === 'POST' && posts.push(new URL(request.url()).pathname));
  await page.keyboard.press('j');
  await page.keyboard.press('e');
  await page.getByLabel('Subject').fill('The survey is complete, Ben');
  await page.getByLabel('Message').fill('Hello Ben,\n\nnothing more is needed from you.');
  await page.getByRole('button', { name: 'Save' }).focus();
  await page.keyboard.press('Enter');
  const edited = page.locator('[data-row]', { hasText: 'The survey is complete, Ben' });
  await edited.getByText('nothing more is needed from you.').waitFor();
  expect(await messages()).toMatchObject([{ status: 'draft', subject: 'The survey is complete, Ben' }]);

  posts.length = 0;
  await edited.focus();
  await page.keyboard.press('s');
  await page.getByText('The e-mail to Ben Buyer is sent').waitFor();
  await picture(page, 'messages-undo');
  await page.getByRole('button', { name: 'Undo' }).click();
  await edited.getByRole('button', { name: /^Send now/ }).waitFor();
  await edited.focus();
  await page.keyboard.press('s');
  await page.getByText('The e-mail to Ben Buyer is sent').waitFor();
  expect(posts).toEqual([]);
  expect(await messages()).toMatchObject([{ status: 'draft' }]);
  await page.getByRole('heading', { name: 'On the way' }).waitFor({ timeout: 20_000 });
  expect(posts).toEqual([expect.stringMatching(/\/release$/)]);
  expect(await messages()).toMatchObject([{ status: 'released', recipient: 'ben@example.com' }]);
  await page.close();
});

it('a draft is left out with a reason, which stays in the file', async () => {
  await draft('the title commitment');
  const page = await open(deal.dealNo);
  await page.locator('[data-row]', { hasText: 'the title commitment' }).focus();
  await page.keyboard.press('x');
  await page.getByRole('dialog').getByRole('button', { name: 'Leave out' }).click();
  await page.getByRole('dialog').waitFor({ state: 'detached' });
  await page.getByText('Told them by phone').waitFor();
  expect((await messages())[0]).toMatchObject({ status: 'skipped', reason: 'Told them by phone' });
  await page.close();
});

it('a follow-up is held, says that it keeps its place, and asks at resuming what becomes of the next step', async () => {
  const page = await open(deal.dealNo);
  await page.getByRole('button', { name: 'Hold seller follow up' }).click();
  await page.getByText('It keeps its place: nothing goes out, nothing is dropped.').waitFor();
  const next = page.getByRole('list', { name: 'What seller follow up does next' });
  expect(await next.getByRole('listitem').count()).toBeGreaterThan(1);
  await page.getByRole('button', { name: 'Resume seller follow up' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByText('The offer by e-mail goes now: it came due while it was held.').waitFor();
  await dialog.getByRole('radio', { name: 'Skip the offer by e-mail' }).waitFor();
  await picture(page, 'messages-resume');
  await expectNoViolations(page, 'resume');
  await dialog.getByRole('button', { name: 'Resume' }).click();
  await page.getByRole('button', { name: 'Hold seller follow up' }).waitFor();
  expect((await web.api.call('GET', `/v1/enrolments/${enrolmentId}`, { key })).json).toMatchObject({ paused: false, step: 'offer-email' });
  await page.close();
});

it('skipping at resuming leaves the step out before anything goes, and a refusal leaves it held', async () => {
  const asked: string[] = [];
  const page = await open(deal.dealNo);
  await page.getByRole('button', { name: 'Hold seller follow up' }).click();
  await page.getByRole('button', { name: 'Resume seller follow up' }).click();
  page.on('request', (request) => request.method() === 'POST' && asked.push(new URL(request.url()).pathname.split('/').at(-1)!));
  await page.getByRole('dialog').getByRole('radio', { name: 'Skip the offer by e-mail' }).check();
  await page.getByRole('dialog').getByRole('button', { name: 'Resume' }).click();
  // No run stands behind this enrolment here, so the skip is refused.
  await page.getByRole('dialog').getByRole('alert').waitFor();
  expect(new Set(asked)).toEqual(new Set(['skip']));
  expect((await web.api.call('GET', `/v1/enrolments/${enrolmentId}`, { key })).json).toMatchObject({ paused: true });
  await page.close();
});

it('an unknown outcome says what to do, and is settled by what a person found', async () => {
  const page = await open(deal.dealNo);
  await page.getByRole('button', { name: /^Say what became of it/ }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByText('Look for it at the provider: to +16155550123').waitFor();
  await dialog.getByRole('radio', { name: 'It went out' }).check();
  await expectNoViolations(page, 'settle');
  await dialog.getByRole('button', { name: 'Note it' }).click();
  await page.getByRole('heading', { name: 'Nobody knows whether it went out' }).waitFor({ state: 'detached' });
  await page.close();
});

it('a broker trusts a template where its messages are, and others are told who may', async () => {
  const asCoordinator = await open(deal.dealNo);
  await asCoordinator.getByText(/^Templates that go out without a person/).click();
  await asCoordinator.getByText('A broker says which templates are trusted.').waitFor();
  await expectNoViolations(asCoordinator, 'trusted');
  await asCoordinator.close();
  const page = await open(deal.dealNo, { as: await testSession(web.api, web.database, web.brokerageId, { role: 'broker' }) });
  await page.getByText(/^Templates that go out without a person/).click();
  await page.getByRole('switch', { name: 'A document is complete' }).click();
  await page.getByText('Templates that go out without a person: 1 of those used here').waitFor();
  expect((await web.api.call('GET', '/v1/settings', { key })).json.trustedTemplates).toEqual(['document-accepted']);
  await page.close();
});
