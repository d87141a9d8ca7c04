import { eq } from 'drizzle-orm';
import { beforeAll, describe, expect, it } from 'vitest';
import { reportState } from '../../../db/across/health.ts';
import { deals, deliveries, sends } from '../../../db/schema/index.ts';
import { inTenant } from '../../../db/tenant.ts';
import { type TestSession, testSession } from '../../../test/api.ts';
import { testBrokerage } from '../../../test/database.ts';
import { seedSampleIds } from '../../../test/sample-ids.ts';
import { seedParked } from '../../../test/seed-parked.ts';
import { expectNoViolations, picture, shown, type TestWeb, testWeb } from '../../test/browser.ts';
import { expectEveryState } from '../../test/states.ts';
import { eventWords, runWords, type SystemState, verdicts } from './verdicts.ts';

let web: TestWeb;
let quiet: TestSession;
let engineer: TestSession;
beforeAll(async () => {
  web = await testWeb({ role: 'broker' });
  const { database, brokerageId, slug } = web;
  const { dealId, sendId } = await seedSampleIds(database.app, { id: brokerageId, slug });
  await inTenant(database.app, brokerageId, async (tx) => {
    await tx
      .update(deals)
      .set({ runDueAt: new Date(Date.now() - 3_600_000), waitingFor: 'the offer to be answered' })
      .where(eq(deals.id, dealId));
    await tx
      .update(sends)
      .set({ status: 'unknown', problem: { message: 'the connection broke off' } })
      .where(eq(sends.id, sendId));
    await tx
      .update(deliveries)
      .set({ status: 'refused', kind: 'crm-contact', reason: 'the CRM answered 410', endedAt: new Date() })
      .where(eq(deliveries.deliveryNo, 7));
  });
  await Promise.all(['crm-push-run', 'contact-crm'].map((consumer) => seedParked(database, brokerageId, { consumer })));
  await reportState(database.app, 'worker', { breakers: [{ provider: 'twilio', state: 'open', openedAt: null }] });
  await reportState(database.app, 'relay', {
    consumers: [
      { name: 'deal-run', waiting: 3, oldestMs: 65_000 },
      { name: 'contact-crm', waiting: 0, oldestMs: 0 },
    ],
  });
  quiet = await testSession(web.api, database, (await testBrokerage(database.app)).id, { role: 'broker' });
  engineer = await testSession(web.api, database, brokerageId, { role: 'engineer' });
});

describe('the system', () => {
  it('has no barrier in any state', { timeout: 240_000 }, async () => {
    await expectEveryState(web, {
      ...{ path: '/system', heading: 'System', reads: '**/v1/system' },
      full: (page) => page.getByRole('button', { name: 'Try again: delivery 7' }).waitFor(),
      empty: { web, as: quiet, shows: (page) => page.getByText('None: every consumer has taken in what it hears.').waitFor() },
    });
  });

  it('says what is wrong with the next step, and every runbook it links to can be read on the instance', async () => {
    const page = await web.open('/system');
    await shown(page, 'System');
    for (const words of ['twilio does not answer', 'deal run is 65 s behind', '1 run late', 'No worker asks the queue'])
      await page.getByText(words, { exact: false }).first().waitFor();
    await page.getByText('the offer to be answered').waitFor();
    // What is not there yet says what it waits for: here it has no run.
    const onTheWay = page.getByRole('table', { name: 'Deliveries on the way' });
    await onTheWay
      .getByText(/^Waiting for its run to deliver it since .*; next: it is tried for seven days\.$/)
      .first()
      .waitFor();
    const links = await page.locator('a[href^="/docs/"]').evaluateAll((all: { href: string }[]) => all.map(({ href }) => href));
    expect(new Set(links).size).toBeGreaterThan(4);
    for (const link of new Set(links)) {
      const answer = await page.goto(link);
      expect(answer!.status(), link).toBe(200);
      await expectNoViolations(page, link);
    }
    await picture(page, 'runbook');
    await page.close();
  });

  it('what is parked is taken in again or discarded with a reason, a lost send is decided, a delivery is tried again', async () => {
    const page = await web.open('/system');
    await shown(page, 'System');
    const dialog = page.getByRole('dialog');
    await page.getByRole('button', { name: 'Discard: Contact updated by contact crm' }).click();
    await expectNoViolations(page, 'discarding');
    await picture(page, 'discard');
    await dialog.getByText('It was done by hand').click();
    await dialog.getByRole('button', { name: 'Discard' }).click();
    await page.getByRole('button', { name: 'Discard: Contact updated by contact crm' }).waitFor({ state: 'detached' });
    await page.getByRole('button', { name: 'Take in again: Contact updated by crm push run' }).click();
    await page.getByText('None: every consumer has taken in what it hears.').waitFor();
    const rows = await web.database.relay.sql`select consumer, status, settled_reason from parked_events order by consumer`;
    expect(rows.map((row) => [row.consumer, row.status, row.settled_reason])).toEqual([
      ['contact-crm', 'discarded', 'It was done by hand'],
      ['crm-push-run', 'retry', null],
    ]);

    await page.getByRole('button', { name: /^Decide: / }).click();
    await expectNoViolations(page, 'deciding');
    await picture(page, 'decide');
    await dialog.getByLabel('It did not go out: leave it').check();
    await dialog.getByRole('button', { name: 'Settle' }).click();
    await page.getByText('No message: of each it is known what became of it.').waitFor();

    await page.getByRole('button', { name: 'Try again: delivery 7' }).click();
    await page.getByText('None: everything arrived, or is still being tried.').waitFor();
    await page.close();
  });

  it('sending is stopped with a reason, which shows at once elsewhere, and goes on', async () => {
    const page = await web.open('/system');
    const other = await web.open('/system', { as: engineer });
    await Promise.all([page, other].map((each) => shown(each, 'System')));
    await other.getByRole('status').getByText('Live').waitFor();
    expect(await other.getByRole('button', { name: 'Stop all sending …' }).count()).toBe(0);
    await page.getByRole('button', { name: 'Stop all sending …' }).click();
    await expectNoViolations(page, 'stopping');
    await page.getByRole('dialog').getByRole('button', { name: 'Stop sending' }).click();
    await page.getByText('by Pat Example').waitFor();
    await web.database.relay.sql`update events set position = nextval('event_positions') where position is null`;
    await other.getByText('by Pat Example').waitFor();
    await page.getByRole('button', { name: 'Send again …' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Send again' }).click();
    await page.getByRole('button', { name: 'Stop all sending …' }).waitFor();
    await Promise.all([page, other].map((each) => each.close()));
  });
});

describe('verdicts', () => {
  const well: Omit<SystemState, 'unsettled'> = {
    engine: { ok: true, version: '1', namespace: 'keyturn', runUrl: null },
    queues: [{ name: 'keyturn', kind: 'workflow', pollers: 2, backlog: 0, oldestSeconds: 0 }],
    processes: [{ name: 'worker', secondsAgo: 3, silent: false, state: {} }],
    relay: { lagMs: 0, parkedOfAll: 0, consumers: [{ name: 'deal-run', waiting: 1, oldestMs: 40 }] },
    breakers: [{ process: 'worker', provider: 'twilio', state: 'closed' }],
    stuck: [],
    files: { freeBytes: 5e9, totalBytes: 9e9 },
  };
  const cases: [string, Partial<typeof well>][] = [
    ['The engine does not answer', { engine: { ...well.engine, ok: false } }],
    ['The process worker is silent for 2 min', { processes: [{ name: 'worker', secondsAgo: 120, silent: true, state: {} }] }],
    ['Nobody works on keyturn', { queues: [{ ...well.queues[0]!, pollers: 0 }] }],
    ['The relay is 45 s behind', { relay: { ...well.relay, lagMs: 45_000 } }],
    ['Deal run is 31 s behind', { relay: { ...well.relay, consumers: [{ name: 'deal-run', waiting: 9, oldestMs: 31_000 }] } }],
    ['Twilio does not answer', { breakers: [{ process: 'worker', provider: 'twilio', state: 'open' }] }],
    ['900 MB free on the disk', { files: { freeBytes: 9e8, totalBytes: 9e9 } }],
  ];
  it('nothing is said of what works', () => expect(verdicts(well)).toEqual([]));
  it.each(cases)('%s', (what, change) => {
    const found = verdicts({ ...well, ...change });
    expect(found.map((each) => each.what)).toEqual([what]);
    expect(found[0]!.nextStep).toMatch(/\.$/);
  });
  it('an engine that does not answer makes no queue lonely', () =>
    expect(verdicts({ ...well, engine: { ...well.engine, ok: false }, queues: [{ ...well.queues[0]!, pollers: null }] })).toHaveLength(1));
  it('names are said in words', () => {
    expect(eventWords('EarnestMoney.Received')).toBe('Earnest money received');
    expect(runWords('deadline/acme/26/option-period')).toBe('deadline 26 option period');
  });
});
