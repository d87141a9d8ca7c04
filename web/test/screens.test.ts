import { randomUUID } from 'node:crypto';
import { beforeAll, expect, it } from 'vitest';
import { changeSubject } from '../../db/events.ts';
import { openTask } from '../../db/queries/tasks.ts';
import { seedDeal } from '../../test/seed-deal.ts';
import { expectNoViolations, picture, shown, type TestWeb, testWeb } from './browser.ts';
import { expectEveryState } from './states.ts';

let web: TestWeb;
let empty: TestWeb;
let dealNo: number;
beforeAll(async () => {
  web = await testWeb();
  empty = await web.other();
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

it.each([
  { path: '/', heading: 'Needs me now', reads: '**/v1/needs-me*' },
  { path: '/deals', heading: 'Deals', reads: '**/v1/deals/board*' },
])('$path has no barrier when full, empty, loading or in error, on a desk or a phone', { timeout: 120_000 }, async (screen) => {
  await expectEveryState(web, {
    ...screen,
    full: (page) => page.locator('[data-row]').first().waitFor(),
    empty: { web: empty, shows: (page) => page.getByRole('heading', { level: 2 }).waitFor() },
  });
});

it('the table of the deals fits a desk from 1280 px on', async () => {
  for (const width of [1280, 1400]) {
    const page = await web.open('/deals', { width });
    await shown(page, 'Deals');
    await page.locator('tr[data-row]').first().waitFor();
    expect(await page.evaluate(`(({ scrollWidth, clientWidth }) => scrollWidth - clientWidth)(document.querySelector('.scroll'))`)).toBe(0);
    await page.close();
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
  await page.close();
});

it('what is typed before the palette stands is found by it, and Enter goes to what was read after the last letter', async () => {
  const page = await web.open('/');
  await shown(page, 'Needs me now');
  const later = async (pattern: RegExp): Promise<void> => {
    await page.route(pattern, async (route) => {
      await new Promise((done) => setTimeout(done, 700));
      await route.continue();
    });
  };
  await later(/\/assets\/Palette-.*\.js$/);
  await later(/\/v1\/(deals|leads)\?.*limit=200/);
  await page.locator('[data-row]').first().waitFor();
  await page.keyboard.press('Control+k');
  await page.keyboard.type('fairwins');
  await page.keyboard.press('Backspace');
  await page.getByText(`Deal ${dealNo} ·`).first().waitFor();
  expect(await page.getByPlaceholder('Screen, deal number').inputValue()).toBe('fairwin');
  await page.keyboard.press('Enter');
  await page.waitForURL(`**/deals/${dealNo}`);
  await page.close();
});
