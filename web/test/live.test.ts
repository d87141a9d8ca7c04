import type { Page } from 'playwright-core';
import { beforeAll, expect, it } from 'vitest';
import { seedDeal } from '../../test/seed-deal.ts';
import { shown, type TestWeb, testWeb } from './browser.ts';
import { type Deals, facts, inDatabase, onScreen, seeded } from './facts.ts';

const [desks, rounds, seed] = [5, 10, 26_11];
let web: TestWeb;
let deals: Deals;
beforeAll(async () => {
  web = await testWeb();
  deals = await Promise.all(Array.from({ length: 8 }, () => seedDeal(web.database.app, web.brokerageId)));
});

it(`after ${desks * rounds} forced disconnects while facts change, every screen says what the database says`, { timeout: 180_000 }, async () => {
  const { database, brokerageId, streams } = web;
  const random = seeded(seed);
  const happening = facts(database.app, brokerageId, deals, random);
  const number = () => database.relay.sql`update events set position = nextval('event_positions') where position is null`;
  const happen = async (kind?: 'open' | 'wait') => {
    const happened = await happening.next(kind);
    await number();
    return happened;
  };
  for (let n = 0; n < 6; n++) await happen('open');

  const pages: { page: Page; screen: 'needs-me' | 'deals' }[] = [];
  for (let desk = 0; desk < desks; desk++) {
    const page = await web.open('/', { width: 1400, apart: true });
    const second = await page.context().newPage();
    await second.goto('/deals');
    pages.push({ page, screen: 'needs-me' }, { page: second, screen: 'deals' });
    await shown(page, 'Needs me now');
    await shown(second, 'Deals');
  }
  const agree = async (when: string): Promise<void> => {
    const { needsMe, deals: files } = await inDatabase(database.app, brokerageId);
    for (const [n, { page, screen }] of pages.entries())
      await expect
        .poll(() => onScreen(page, screen), { timeout: 12_000, message: `${screen} of desk ${n >> 1}, ${when}` })
        .toEqual(screen === 'deals' ? files : needsMe);
  };
  await agree('before');

  let cuts = 0;
  for (let round = 1; round <= rounds; round++) {
    await expect.poll(streams.open, { timeout: 20_000, message: 'every desk is connected' }).toBe(desks);
    // Every other round one fact alone, while nobody hears it: nothing that happens before or later could bring it along.
    const alone = round % 2 === 0;
    for (let n = 0; !alone && n < Math.floor(random() * 3); n++) await happen();
    cuts += streams.cut();
    if (alone) await happen(round % 4 === 0 ? 'wait' : 'open');
    else for (let n = 0; n <= random() * 3; n++) await happen();
    await agree(`round ${round}, seed ${seed}`);
  }
  expect(cuts).toBe(desks * rounds);
  for (const context of new Set(pages.map(({ page }) => page.context()))) await context.close();
});
