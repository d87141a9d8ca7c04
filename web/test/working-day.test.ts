import { randomUUID } from 'node:crypto';
import type { Page } from 'playwright-core';
import { beforeAll, expect, it } from 'vitest';
import { changeSubject } from '../../db/events.ts';
import { findDealByNo } from '../../db/queries/closing.ts';
import { draftPartyMessages } from '../../db/queries/party-drafts.ts';
import { openTask } from '../../db/queries/tasks.ts';
import { deals, leads } from '../../db/schema/index.ts';
import { inTenant } from '../../db/tenant.ts';
import type { TaskKind } from '../../domain/closing/task-kinds.ts';
import { testKey } from '../../test/api.ts';
import { seedDeal } from '../../test/seed-deal.ts';
import { shown, type TestWeb, testWeb } from './browser.ts';

let web: TestWeb;
let dealId: string;
let dealNo: number;
beforeAll(async () => {
  web = await testWeb();
  ({ dealId, dealNo } = await seedDeal(web.database.app, web.brokerageId));
});

/** Opens a task and numbers its event, as the relay does. */
async function open(title: string, kind: TaskKind = 'call-seller'): Promise<void> {
  const { database, brokerageId } = web;
  const subject = { kind: 'deal', id: dealId } as const;
  await changeSubject(database.app, { brokerageId, subject, actor: { kind: 'system', id: 'test' }, source: 'test' }, (change) =>
    openTask(change, {
      kind,
      key: randomUUID(),
      subject,
      title,
      reason: 'test',
      role: 'coordinator',
      dealId,
      dueAt: new Date('2026-01-02T15:00:00Z'),
    }),
  );
  await database.relay.sql`update events set position = nextval('event_positions') where position is null`;
}
const line = (page: Page, title: string) => page.locator('[data-row]', { hasText: title });

it('what happens appears by itself in every tab, and moves neither focus nor the current line', async () => {
  await open('First call');
  const page = await web.open('/');
  await shown(page, 'Needs me now');
  await page.getByRole('status').getByText('Live').waitFor();
  const second = await page.context().newPage();
  await second.goto('/');
  await second.getByRole('status').getByText('Live').waitFor();
  await page.bringToFront();
  await page.keyboard.press('j');
  await expect.poll(() => page.evaluate(`document.activeElement?.getAttribute('aria-label')`)).toBe('First call');
  await open('Second call');
  await line(page, 'Second call').waitFor();
  await line(second, 'Second call').waitFor();
  expect(await page.evaluate(`document.activeElement?.getAttribute('aria-label')`)).toBe('First call');
  await Promise.all([page.close(), second.close()]);
});

it('done is undone within ten seconds without anything having happened, and done once when it is not', async () => {
  await open('Third call');
  const page = await web.open('/');
  await shown(page, 'Needs me now');
  const posts: string[] = [];
  page.on('request', (request) => request.method() === 'POST' && posts.push(request.url()));
  await line(page, 'Third call').getByRole('button', { name: 'Done: Third call' }).click();
  await line(page, 'Third call').waitFor({ state: 'detached' });
  await page.getByRole('button', { name: 'Undo' }).click();
  await line(page, 'Third call').waitFor();
  expect(posts).toEqual([]);
  await line(page, 'Third call').focus();
  await page.keyboard.press('e');
  await line(page, 'Third call').waitFor({ state: 'detached' });
  const answer = await page.waitForResponse((response) => response.request().method() === 'POST' && response.url().endsWith('/done'));
  expect(answer.status()).toBe(200);
  await page.close();
});

it('leaving the page does what was said to be done', async () => {
  await open('Fourth call');
  const page = await web.open('/');
  await shown(page, 'Needs me now');
  await line(page, 'Fourth call').getByRole('button', { name: 'Done: Fourth call' }).click();
  await line(page, 'Fourth call').waitFor({ state: 'detached' });
  await page.goto('/docs');
  const isDone = () =>
    inTenant(web.database.app, web.brokerageId, async (tx) => (await tx.query.tasks.findMany()).find(({ title }) => title === 'Fourth call')?.status);
  await expect.poll(isDone, { timeout: 10_000 }).toBe('done');
  await page.close();
});

it('put off with a reason, by keys alone', async () => {
  await open('Fifth call');
  const page = await web.open('/');
  await shown(page, 'Needs me now');
  await line(page, 'Fifth call').focus();
  await page.keyboard.press('s');
  await page
    .getByRole('dialog')
    .getByRole('radio', { name: /^Tomorrow/ })
    .waitFor();
  await page.getByRole('dialog').getByRole('button', { name: 'Put off' }).focus();
  await page.keyboard.press('Enter');
  await page.getByRole('dialog').waitFor({ state: 'detached' });
  await line(page, 'Fifth call').waitFor({ state: 'detached' });
  await page.close();
});

it('a drafted message is sent from its line by one key, after ten seconds; its title and Enter lead to where it is read', { timeout: 60_000 }, async () => {
  const { database, brokerageId, api } = web;
  const { key } = await testKey(database, brokerageId);
  await api.call('POST', `/v1/deals/${dealNo}/parties`, { key, body: { role: 'buyer', name: 'Ben Buyer', email: 'ben@example.com' } });
  const deal = (await inTenant(database.app, brokerageId, (tx) => findDealByNo(tx, { dealNo })))!;
  const subject = { kind: 'deal', id: dealId } as const;
  const draft = { deal, template: 'document-accepted', cause: 'test', roles: ['buyer'], about: {}, variables: { document: { title: 'the survey' } } } as const;
  await changeSubject(database.app, { brokerageId, subject, actor: { kind: 'system', id: 'test' }, source: 'test' }, (change) =>
    draftPartyMessages(change, draft),
  );
  const title = 'Look through a message to the buyer of 1208 Fairwin Ave';
  const page = await web.open('/');
  await shown(page, 'Needs me now');
  expect(await line(page, title).getByRole('link', { name: title }).getAttribute('href')).toBe(`/deals/${dealNo}/messages`);
  await line(page, title).getByText('Word that a document is complete, drafted; it goes out when you release it').waitFor();
  expect(await line(page, title).getByRole('button', { name: /^Done/ }).count()).toBe(0);
  await line(page, title).focus();
  await page.keyboard.press('Enter');
  await page.waitForURL(`**/deals/${dealNo}/messages`);
  await page.goBack();
  await line(page, title).focus();
  await page.keyboard.press('e');
  await line(page, title).waitFor({ state: 'detached' });
  const drafts = () => inTenant(database.app, brokerageId, async (tx) => (await tx.query.partyMessages.findMany()).map(({ status }) => status));
  expect(await drafts()).toEqual(['draft']);
  const answer = await page.waitForResponse((response) => response.request().method() === 'POST' && response.url().endsWith('/release'));
  expect([answer.status(), await drafts()]).toEqual([200, ['released']]);
  await page.close();
});

it('an approval is given on its line; refused, the line comes back with why; what must be decided only leads there', { timeout: 60_000 }, async () => {
  await open('Approve the offer', 'approve-offer');
  await open('Find out about a text', 'decide-unknown-send');
  const page = await web.open('/');
  await shown(page, 'Needs me now');
  for (const title of ['Approve the offer', 'Find out about a text']) expect(await line(page, title).getByRole('button', { name: /^Done/ }).count()).toBe(0);
  await line(page, 'Approve the offer').getByRole('button', { name: 'Approve: Approve the offer' }).click();
  await line(page, 'Approve the offer').waitFor({ state: 'detached' });
  // The deal waits for no approval, so it is refused.
  await page.getByRole('alert').waitFor();
  await line(page, 'Approve the offer').waitFor();
  await line(page, 'Find out about a text').focus();
  await page.keyboard.press('e');
  await page.waitForURL(`**/deals/${dealNo}/messages`);
  await page.close();
});

it('somebody who is not signed in is asked to, and comes back to where they wanted to go', async () => {
  const page = await web.open('/deals?side=wholesale', { as: null });
  await page.getByRole('heading', { name: 'Sign in to Keyturn' }).waitFor();
  expect(new URL(page.url()).searchParams.get('from')).toBe('/deals?side=wholesale');
  await page.getByLabel('E-mail').fill('nobody@example.com');
  await page.getByLabel('Password', { exact: true }).fill('not the password');
  await page.keyboard.press('Enter');
  const alert = page.getByRole('alert');
  await alert.waitFor();
  expect(await alert.textContent()).not.toMatch(/something went wrong/i);
  await page.close();
});

it('two thousand deals are a list like any other, below 215 KB for the first load', { timeout: 120_000 }, async () => {
  const { database, brokerageId } = web;
  const at = new Date('2026-11-02T15:00:00Z');
  for (let from = 100; from < 2100; from += 500) {
    const rows = Array.from({ length: from === 1600 ? 499 : 500 }, (_, index) => ({ brokerageId, leadId: randomUUID(), no: from + index }));
    await inTenant(database.app, brokerageId, async (tx) => {
      await tx.insert(leads).values(
        rows.map(({ leadId, no }) => ({
          ...{
            brokerageId,
            id: leadId,
            leadNo: no,
            propertyKey: leadId,
            contentHash: leadId,
            asOf: '2026-11-01',
            createdAt: at,
            updatedAt: at,
            status: 'qualified',
          },
          ...{ line: `${no} ELM ST`, city: 'NASHVILLE', state: 'TN', zip: '37216' },
        })),
      );
      await tx.insert(deals).values(
        rows.map(({ leadId, no }) => ({
          ...{ brokerageId, id: randomUUID(), dealNo: no, workflowId: `deal/${brokerageId}/${no}`, leadId, side: 'wholesale', openedBy: 'rule', openedAt: at },
        })),
      );
    });
  }
  let packed = 0;
  const page = await web.open('/deals', {
    prepare: async (context) => {
      context.on('response', (response) => {
        if (!/\/(assets\/|deals$)/.test(new URL(response.url()).pathname) || response.url().includes('/v1/')) return;
        // What goes over the wire: packed, as the server says it.
        packed += Number(response.headers()['content-length'] ?? 0);
      });
      await context.route('**/assets/**', (route) => route.continue({ headers: { ...route.request().headers(), 'accept-encoding': 'gzip' } }));
    },
  });
  await shown(page, 'Deals');
  await page.getByText('2000 deals shown').waitFor({ timeout: 60_000 });
  console.log(`first load of /deals: ${Math.round(packed / 1024)} KB`);
  expect(packed).toBeGreaterThan(50_000);
  expect(packed).toBeLessThan(215 * 1024);
  expect(await page.locator('tr[data-row]').count()).toBeLessThan(60);

  // How long the page is deaf while one sorts, searches and walks through the list.
  await page.evaluate(
    `globalThis.slow = []; new PerformanceObserver((list) => list.getEntries().forEach((each) => globalThis.slow.push([each.name, Math.round(each.duration)]))).observe({ type: 'event', durationThreshold: 16 })`,
  );
  await page.getByRole('button', { name: 'Property' }).click();
  await page.getByRole('button', { name: 'Property' }).click();
  for (let step = 0; step < 30; step++) await page.keyboard.press('j');
  await page.getByLabel('Search deals').fill('elm 2050');
  await page.getByText('1 deal shown').waitFor();
  const slow = (await page.evaluate('globalThis.slow')) as [string, number][];
  console.log(
    `slowest events with 2,000 rows: ${slow
      .sort((a, b) => b[1] - a[1])
      .slice(0, 6)
      .map(([name, ms]) => `${name} ${ms} ms`)
      .join(', ')}`,
  );
  expect(page.url()).toContain('sort=-property');
  expect(page.url()).toContain('q=elm');
  await page.close();
});
