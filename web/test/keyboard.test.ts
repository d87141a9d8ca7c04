import { randomBytes, randomUUID } from 'node:crypto';
import type { Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { businessNow } from '../../db/clock.ts';
import { changeSubject } from '../../db/events.ts';
import { openTask } from '../../db/queries/tasks.ts';
import { deliveries, inboundMessages, webhookEndpoints } from '../../db/schema/index.ts';
import { inTenant } from '../../db/tenant.ts';
import { addDays, localDate } from '../../domain/time/zoned.ts';
import { testKey } from '../../test/api.ts';
import { seedDeal } from '../../test/seed-deal.ts';
import { seedSeller } from '../../test/seed-outreach.ts';
import { pdfOf, uploadOf } from '../../test/upload.ts';
import { shown, testWeb } from './browser.ts';

const property = '418 HERONSGATE WAY, SAN ANTONIO, TX 78228';

it('a newcomer does their first day by the keyboard alone', { timeout: 150_000 }, async () => {
  const web = await testWeb();
  const { database, brokerageId, api, session } = web;
  const lead = { leadNo: 900, line: '418 HERONSGATE WAY', city: 'SAN ANTONIO', state: 'TX', zip: '78228', county: 'BEXAR' };
  const waits = { waitingFor: 'earnest money received by 2026-12-03', waitingSince: new Date('2026-11-20T15:00:00Z') };
  const { dealId, dealNo } = await seedDeal(database.app, brokerageId, { lead, deal: { side: 'buyer', stage: 'under-contract', ...waits } });
  const { key } = await testKey(database, brokerageId);
  const today = localDate(await inTenant(database.app, brokerageId, businessNow), 'America/Chicago');
  const [closing, later] = [addDays(today, 40), addDays(today, 54)];
  const terms = { form: 'tx-trec-resale', effectiveOn: today, priceCents: 28_500_000, periods: { optionDays: 10 }, dates: { closingDate: closing } };
  const parties = [{ role: 'buyer', name: 'Ana Ruiz', email: 'ana@example.com' }];
  const contract = await api.call('POST', `/v1/deals/${dealNo}/contract`, { key, body: { ...terms, parties } });
  expect(contract.status, contract.text).toBe(201);
  const document = await api.call('POST', `/v1/deals/${dealNo}/documents`, {
    key,
    ...uploadOf(pdfOf('INFORMATION ABOUT BROKERAGE SERVICES IABS 1-2'), 'iabs.pdf'),
  });
  const subject = { kind: 'deal', id: dealId } as const;
  const task = { kind: 'call-seller' as const, key: randomUUID(), title: 'Call the lender', reason: 'It asked', role: 'coordinator' };
  await changeSubject(database.app, { brokerageId, subject, actor: { kind: 'system', id: 'test' }, source: 'test' }, (change) =>
    openTask(change, { ...task, subject, dealId, dueAt: new Date('2026-01-02T15:00:00Z') }),
  );
  const seller = await seedSeller(database.app, brokerageId, { email: 'ann@example.com' });
  await inTenant(database.app, brokerageId, async (tx) => {
    await tx
      .insert(webhookEndpoints)
      .values({ brokerageId, provider: 'email', token: randomBytes(24).toString('base64url'), address: 'offers@keyturn.example' });
    const said = { channel: 'email', fromAddress: 'ann@example.com', contactId: seller.contactId, body: 'How much would you pay?', class: 'question' };
    await tx.insert(inboundMessages).values({ brokerageId, ...said, receivedAt: new Date('2026-11-20T15:00:00Z') });
  });
  const { token } = await api.deps.sessions.makeLink({ brokerageId, personId: session.personId });

  // The address of the link is all that is opened; from here on there are only keys.
  const page = await web.open(`/sign-in/${token}`, { as: null, width: 1400 });
  const { keyboard } = page;
  await expect.poll(() => focused(page)).toBe('Sign in');
  await keyboard.press('Enter');

  await shown(page, 'Needs me now');
  const line = page.getByRole('listitem', { name: 'Call the lender' });
  await line.waitFor();
  await keyboard.press('j');
  for (let n = 0; n < 20 && (await focused(page)) !== 'Call the lender'; n++) await keyboard.press('j');
  expect(await focused(page)).toBe('Call the lender');
  await keyboard.press('Enter');

  await shown(page, property);
  // The line leads to where it is acted on; the first tab is a figure away.
  expect(new URL(page.url()).pathname).toBe(`/deals/${dealNo}/parties`);
  await keyboard.press('1');
  const why = page.getByRole('region', { name: 'Why is this waiting?' });
  await why.getByText('Waiting for earnest money received by Thu, Dec 3 since').waitFor();

  await keyboard.press('a');
  const dialog = page.getByRole('dialog');
  await page.getByRole('dialog', { name: 'Amend the contract' }).waitFor();
  await expect.poll(() => page.evaluate('document.activeElement?.type')).toBe('date');
  const [year, month, day] = later.split('-');
  await keyboard.type(`${month}${day}${year}`);
  await dialog.getByText(/^\d+ deadlines? moves?, \d+ to tell/).waitFor();
  await dialog.locator('.moved', { hasText: 'Closing' }).first().waitFor();
  await tabTo(page, /^Reason/);
  await keyboard.type('The lender needs two weeks more');
  await tabTo(page, 'Make this change');
  await keyboard.press('Enter');
  await page.getByRole('dialog', { name: 'Amendment 1 is made' }).waitFor();
  const { json } = await api.call('GET', `/v1/deals/${dealNo}/contract`, { key });
  expect(json).toMatchObject({ dates: { closingDate: later }, amendments: [{ reason: 'The lender needs two weeks more' }] });
  await keyboard.press('Escape');
  await dialog.waitFor({ state: 'detached' });

  await find(page, 'review', 'Review');
  await page.getByRole('heading', { level: 2, name: 'iabs.pdf', exact: true }).waitFor();
  await keyboard.press('a');
  await page.getByRole('heading', { name: 'Every document is reviewed' }).waitFor();
  expect((await api.call('GET', `/v1/documents/${document.json.id}`, { key })).json).toMatchObject({ status: 'accepted', kind: 'TX-IABS' });

  await find(page, 'conversations', 'Conversations');
  await page.locator('[data-row]').first().waitFor();
  await keyboard.press('j');
  await keyboard.press('Enter');
  await page.getByRole('listitem').filter({ hasText: 'How much would you pay?' }).first().waitFor();
  await page.getByRole('textbox', { name: /^Your words to / }).waitFor();
  await keyboard.press('r');
  await expect.poll(() => focused(page)).toMatch(/^Your words to /);
  await keyboard.type('May I call you tomorrow?');
  const answered = page.waitForResponse(
    (response) => response.url().endsWith(`/v1/contacts/${seller.contactId}/messages`) && response.request().method() === 'POST',
  );
  await keyboard.press('Control+Enter');
  expect((await answered).ok()).toBe(true);
  const [written] = await inTenant(database.app, brokerageId, (tx) => tx.select().from(deliveries));
  expect(written).toMatchObject({ kind: 'personal-message', about: { address: 'ann@example.com', body: 'May I call you tomorrow?' } });

  await find(page, 'heronsgate', property);
  expect(new URL(page.url()).pathname).toBe(`/deals/${dealNo}`);
  await page.close();
});

/** What has the focus, by its name. */
const focused = (page: Page): Promise<string> =>
  page.evaluate(
    `(() => { const at = document.activeElement; return at?.getAttribute('aria-label') ?? at?.labels?.[0]?.textContent ?? at?.textContent ?? ''; })()`,
  );

/** Presses Tab until that has the focus, as somebody without a mouse does. */
async function tabTo(page: Page, name: string | RegExp): Promise<void> {
  const passed: string[] = [];
  for (let n = 0; n < 40; n++) {
    await page.keyboard.press('Tab');
    const at = await focused(page);
    if (typeof name === 'string' ? at === name : name.test(at)) return;
    passed.push(at);
  }
  expect.fail(`${name} is not reached by Tab, only ${passed.join(' | ')}`);
}

/** ⌘K, some words, Enter. */
async function find(page: Page, words: string, heading: string): Promise<void> {
  await page.keyboard.press('Control+k');
  await expect.poll(() => focused(page)).toBe('Go to');
  await page.keyboard.type(words);
  await expect.poll(() => page.locator('input[aria-label="Go to"]').inputValue()).toBe(words);
  await page.getByRole('dialog').getByText(new RegExp(words, 'i')).first().waitFor();
  await page.keyboard.press('Enter');
  await shown(page, heading);
}
