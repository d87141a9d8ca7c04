import { beforeAll, expect, it } from 'vitest';
import { changeSubject } from '../../db/events.ts';
import { DomainError } from '../../domain/errors.ts';
import { testSession } from '../../test/api.ts';
import { seedDeal } from '../../test/seed-deal.ts';
import type { ForwardOptions } from '../../workers/up/forward/forward.ts';
import { carryOutNext } from '../../workers/up/forward/moves.ts';
import { expectNoViolations, picture, shown, type TestWeb, testWeb } from '../test/browser.ts';

const dayMs = 86_400_000;
let web: TestWeb;
beforeAll(async () => {
  web = await testWeb();
  await seedDeal(web.database.app, web.brokerageId);
});
const raise = (ms: number) => web.database.relay.sql`update instance_clock set offset_ms = offset_ms + ${Math.ceil(ms)}`;

/** What the supervisor does with a move that was asked for; the part that moves runs has tests of its own. */
async function carryOut(perform: (options: ForwardOptions) => Promise<unknown>): Promise<void> {
  await expect.poll(() => carryOutNext(web.database.relay.sql, { home: '', perform }), { timeout: 20_000 }).toBe(true);
}
async function happen(): Promise<void> {
  const subject = { kind: 'brokerage', id: web.brokerageId } as const;
  await changeSubject(web.database.app, { brokerageId: web.brokerageId, subject, actor: { kind: 'system', id: 'test' }, source: 'test' }, async ({ event }) => {
    for (const kind of ['call-seller', 'review']) await event('Task.Opened', { taskId: web.brokerageId, kind, dueAt: new Date().toISOString(), role: 'agent' });
  });
  await web.database.relay.sql`update events set position = nextval('event_positions') where position is null`;
}

it('the clock goes forward a day: progress in words, then what happened, and the screen is read anew', async () => {
  const page = await web.open('/deals');
  await shown(page, 'Deals');
  const clock = page.getByRole('button', { name: /^Clock of the business/ });
  expect(await clock.getAttribute('aria-label')).not.toContain('moved ahead');
  await clock.click();
  await page.getByRole('menuitem', { name: 'Forward a day' }).waitFor();
  await expectNoViolations(page, 'the menu of the clock');
  await picture(page, 'clock-menu');
  await page.getByRole('menuitem', { name: 'Forward a day' }).click();
  const dialog = page.getByRole('dialog', { name: 'The clock is moving' });
  const readAnew = page.waitForRequest((request) => request.url().includes('/v1/deals/board'), { timeout: 30_000 });
  const release = Promise.withResolvers<void>();
  const carried = carryOut(async ({ days, onReached, onDoing }) => {
    onDoing!('2 runs to act');
    await raise((days / 2) * dayMs);
    await onReached!(new Date(Date.now() + (days / 2) * dayMs));
    await happen();
    await release.promise;
    await raise((days / 2) * dayMs);
  });
  await dialog.getByText('Waiting for 2 runs to act').waitFor();
  await dialog.getByText(/^1[12] of 24 hours, to /).waitFor();
  await dialog.getByText('2 tasks for people').waitFor();
  await expectNoViolations(page, 'the clock is moving');
  await picture(page, 'clock-moving');
  release.resolve();
  await carried;
  const done = page.getByRole('dialog', { name: 'What happened' });
  await done.getByText('2 tasks for people').waitFor();
  await expectNoViolations(page, 'what happened');
  await picture(page, 'clock-done');
  await readAnew;
  await page.keyboard.press('Escape');
  await expect.poll(() => clock.getAttribute('aria-label'), { timeout: 20_000 }).toContain('moved ahead');
  await page.close();
});

it('a move to an instant that is refused says so; one that stops on the way says why and goes on from there', async () => {
  const page = await web.open('/deals', { scheme: 'dark', width: 375 });
  await shown(page, 'Deals');
  await page.getByRole('button', { name: /^Clock of the business/ }).click();
  await page.getByRole('menuitem', { name: 'Forward to …' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('Date and time').evaluate((field: { min: string }) => {
    field.min = '';
  });
  await dialog.getByLabel('Date and time').fill('2020-01-01T09:00');
  await dialog.getByRole('button', { name: 'Forward' }).click();
  await dialog.getByRole('alert').waitFor();
  expect(await dialog.getByRole('alert').textContent()).toMatch(/already\..*\./);
  await expectNoViolations(page, 'a refused move');
  await picture(page, 'clock-refused-375');
  const in2days = new Date(Date.now() + 4 * dayMs).toISOString().slice(0, 16);
  await dialog.getByLabel('Date and time').fill(in2days);
  await dialog.getByRole('button', { name: 'Forward' }).click();
  await carryOut(() => Promise.reject(new DomainError('forward-cut-short', 'The engine did not answer', { nextStep: 'Run it again: it goes on from there' })));
  await dialog.getByText('The engine did not answer').waitFor();
  await dialog.getByText('Run it again: it goes on from there').waitFor();
  await expectNoViolations(page, 'a move that stopped');
  await dialog.getByRole('button', { name: 'Try again' }).click();
  await carryOut(async ({ days }) => raise(days * dayMs));
  await page.getByRole('dialog', { name: 'What happened' }).waitFor();
  await page.close();
});

it('who may not move it sees the time and what happened, and no way to move it', async () => {
  const page = await web.open('/deals', { as: await testSession(web.api, web.database, web.brokerageId, { role: 'auditor' }) });
  await shown(page, 'Deals');
  await page.getByRole('button', { name: /^Clock of the business/ }).click();
  await page.getByRole('menuitem', { name: 'What happened in the last move' }).waitFor();
  expect(await page.getByRole('menuitem', { name: /^Forward/ }).count()).toBe(0);
  await page.close();
});
