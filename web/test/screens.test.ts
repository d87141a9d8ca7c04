import { randomUUID } from 'node:crypto';
import type { BrowserContext } from 'playwright-core';
import { beforeAll, describe, expect, it } from 'vitest';
import { changeSubject } from '../../db/events.ts';
import { openTask } from '../../db/queries/tasks.ts';
import { seedDeal } from '../../test/seed-deal.ts';
import { expectNoViolations, picture, shown, type TestWeb, testWeb } from './browser.ts';

let web: TestWeb;
let empty: TestWeb;
let dealNo: number;
beforeAll(async () => {
  web = await testWeb();
  empty = await testWeb();
  const seeded = await seedDeal(web.database.app, web.brokerageId, {
    deal: { stage: 'approval', waitingFor: 'the approval of offer 1', waitingSince: new Date('2026-11-20T15:00:00Z') },
  });
  dealNo = seeded.dealNo;
  await seedDeal(web.database.app, web.brokerageId, { lead: { line: '77 OAK ST' }, deal: { stage: 'following-up' } });
  const subject = { kind: 'deal', id: seeded.dealId } as const;
  const tasks = [
    ['approve-offer', 'Approve offer 1', -2],
    ['answer-seller', 'Answer the seller', 5],
    ['review-document', 'Review the notice', 20],
    ['call-seller', 'Call the seller', -1],
  ] as const;
  for (const [kind, title, hours] of tasks)
    await changeSubject(web.database.app, { brokerageId: web.brokerageId, subject, actor: { kind: 'system', id: 'test' }, source: 'test' }, (change) =>
      openTask(change, {
        ...{
          kind,
          key: randomUUID(),
          subject,
          title,
          reason: 'The rules ask for a person here, because the score is close to the limit',
          role: 'coordinator',
          dealId: seeded.dealId,
        },
        dueAt: new Date(Date.now() + hours * 3_600_000),
      }),
    );
});

const schemes = ['light', 'dark'] as const;
const screens = [
  { path: '/', heading: 'Needs me now', reads: '**/v1/needs-me*' },
  { path: '/deals', heading: 'Deals', reads: '**/v1/deals/board*' },
];
const fails = (reads: string) => (context: BrowserContext) =>
  context.route(reads, (route) =>
    route.fulfill({
      ...{ status: 500, contentType: 'application/problem+json' },
      body: JSON.stringify({
        type: '/problems/internal',
        title: 'An error of ours',
        status: 500,
        detail: 'It is logged.',
        nextStep: 'Report the request id.',
        requestId: 'r-1',
      }),
    }),
  );
const never = (reads: string) => (context: BrowserContext) => context.route(reads, () => new Promise<void>(() => {}));

describe.each(schemes)('%s', (scheme) => {
  it.each(screens)('$path has no barrier when full, empty, loading or in error', async ({ path, heading, reads }) => {
    const full = await web.open(path, { scheme });
    await shown(full, heading);
    await full.locator('[data-row]').first().waitFor();
    await picture(full, `${heading}-${scheme}`);
    await expectNoViolations(full, `${path} full`);

    const none = await empty.open(path, { scheme });
    await shown(none, heading);
    await none.getByRole('heading', { level: 2 }).waitFor();
    await picture(none, `${heading}-${scheme}-empty`);
    await expectNoViolations(none, `${path} empty`);

    const failed = await web.open(path, { scheme, prepare: fails(reads) });
    await failed.getByRole('alert').waitFor();
    expect(await failed.getByRole('alert').textContent()).toContain('Report the request id.');
    await expectNoViolations(failed, `${path} in error`);

    const waiting = await web.open(path, { scheme, prepare: never(reads) });
    await waiting.getByRole('heading', { level: 1, name: heading }).waitFor();
    await waiting.getByText('Reading', { exact: false }).waitFor();
    await expectNoViolations(waiting, `${path} loading`);
    await Promise.all([full, none, failed, waiting].map((page) => page.context().close()));
  });

  it('a phone shows both screens without barriers and without scrolling sideways', async () => {
    for (const { path, heading } of screens) {
      const page = await web.open(path, { scheme, width: 375, height: 760 });
      await shown(page, heading);
      await page.locator('[data-row]').first().waitFor();
      await picture(page, `${heading}-${scheme}-375`);
      await expectNoViolations(page, `${path} at 375 px`);
      expect(await page.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(375);
      await page.context().close();
    }
  });
});

it('the table of the deals fits a desk from 1280 px on', async () => {
  for (const width of [1280, 1400]) {
    const page = await web.open('/deals', { width });
    await shown(page, 'Deals');
    await page.locator('tr[data-row]').first().waitFor();
    expect(await page.evaluate(`(({ scrollWidth, clientWidth }) => scrollWidth - clientWidth)(document.querySelector('.scroll'))`)).toBe(0);
    await page.context().close();
  }
});

it('what needs somebody is worked through by keys alone', async () => {
  const page = await web.open('/');
  await shown(page, 'Needs me now');
  const focused = (): Promise<string | null> => page.evaluate(`document.activeElement?.getAttribute('aria-label') ?? null`);
  await page.locator('[data-row]').first().waitFor();
  await page.keyboard.press('j');
  await expect.poll(focused).toBe('Approve offer 1');
  await page.keyboard.press('j');
  await expect.poll(focused).toBe('Call the seller');
  await page.keyboard.press('k');
  await expect.poll(focused).toBe('Approve offer 1');
  await page.keyboard.press('s');
  await page.getByRole('dialog').waitFor();
  await expectNoViolations(page, 'putting off');
  await picture(page, 'snooze');
  await page.keyboard.press('Escape');
  await page.getByRole('dialog').waitFor({ state: 'detached' });
  await page.keyboard.press('?');
  await page.getByRole('dialog').waitFor();
  await picture(page, 'help');
  await expectNoViolations(page, 'help');
  await page.keyboard.press('Escape');
  await page.getByRole('dialog').waitFor({ state: 'detached' });
  await page.keyboard.press('Control+k');
  await page.getByPlaceholder('Screen, deal number').waitFor();
  await page.keyboard.type('fairwin');
  await page.getByText(`Deal ${dealNo} ·`).first().waitFor();
  await picture(page, 'palette');
  await expectNoViolations(page, 'palette');
  await page.keyboard.press('Enter');
  await page.waitForURL(`**/deals/${dealNo}`);
  await page.context().close();
});
