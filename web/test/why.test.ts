import { WorkflowNotFoundError } from '@temporalio/client';
import { eq } from 'drizzle-orm';
import type { Page } from 'playwright-core';
import { beforeAll, expect, it } from 'vitest';
import { changeSubject } from '../../db/events.ts';
import { findDealByNo } from '../../db/queries/closing.ts';
import { requestLeadJob } from '../../db/queries/lead-jobs.ts';
import { enrolLead } from '../../db/queries/outreach.ts';
import { draftPartyMessages } from '../../db/queries/party-drafts.ts';
import { publishSequence, publishTemplate } from '../../db/queries/sequences.ts';
import { deals, enrolments, envelopes, webhookEndpoints } from '../../db/schema/index.ts';
import { inTenant } from '../../db/tenant.ts';
import { type DealStage, dealStages } from '../../domain/closing/course.ts';
import { signingStatuses } from '../../domain/closing/signing.ts';
import { defaultSequence, defaultTemplates } from '../../domain/outreach/default-sequence.ts';
import { compileTemplate } from '../../domain/outreach/templates.compile.ts';
import { dealStates, envelopeStates, followUpStates, otherStates, watcherStates } from '../../test/explain/states.ts';
import { type SeededDeal, seedDeal } from '../../test/seed-deal.ts';
import { seedSeller } from '../../test/seed-outreach.ts';
import { askSignatures, seedFile } from '../../test/seed-signing.ts';
import { expectNoViolations, picture, shown, type TestWeb, testWeb } from './browser.ts';

let web: TestWeb;
let deal: SeededDeal;
let enrolmentId: string;
let envelopeId: string;
let page: Page;
/** What the runs say when they are asked; null for no run. */
let told: string | null = null;
const subjectOf = (kind: 'deal' | 'lead' | 'brokerage', id: string) =>
  ({ brokerageId: web.brokerageId, subject: { kind, id }, actor: { kind: 'system', id: 'test' }, source: 'test' }) as const;

beforeAll(async () => {
  web = await testWeb();
  const { database, brokerageId, api } = web;
  // Where the engine would be: the real API asks it as ever, and every state is reached without hours of runs.
  const query = async ({ name }: { name: string }) => {
    if (told === null) throw new WorkflowNotFoundError('no run', 'w', undefined);
    return name === 'explain' ? told : { takenIn: Number.MAX_SAFE_INTEGER };
  };
  Object.assign(api.deps, { temporal: { withDeadline: (_: number, ask: () => unknown) => ask(), workflow: { getHandle: () => ({ query }) } } });
  deal = await seedDeal(database.app, brokerageId, {
    lead: { leadNo: 900, state: 'TX', city: 'AUSTIN', zip: '78701', county: 'TRAVIS' },
    deal: { side: 'buyer', stage: 'accepted' },
  });
  const templates = await Promise.all(defaultTemplates.map(compileTemplate));
  await changeSubject(database.app, subjectOf('brokerage', brokerageId), async (change) => {
    for (const found of templates) if (found.ok) await publishTemplate(change, { template: found.template, by: 'test' });
    await publishSequence(change, { ...defaultSequence, by: 'test' });
  });
  ({ enrolmentId } = await changeSubject(database.app, subjectOf('lead', deal.leadId), (change) =>
    enrolLead(change, { leadId: deal.leadId, dealId: deal.dealId, sequence: 'seller-follow-up' }),
  ));
  const file = await seedFile({ db: database.app, files: api.deps.files }, { brokerageId, dealId: deal.dealId, emails: ['b@example.com', 's@example.com'] });
  ({ id: envelopeId } = await askSignatures(database.app, brokerageId, deal.dealId, file));
  page = await web.open('/deals', { width: 1400 });
  await page.getByRole('status').getByText('Live').waitFor();
});

/** The page hears that something happened, and asks anew; what it is about stands in the rows. */
async function tell(about: 'deal' | 'follow-up' | 'envelope' | 'sending'): Promise<void> {
  const { dealId, dealNo, leadId } = deal;
  const subject = about === 'sending' ? subjectOf('brokerage', web.brokerageId) : about === 'follow-up' ? subjectOf('lead', leadId) : subjectOf('deal', dealId);
  await changeSubject(web.database.app, subject, ({ event }) =>
    about === 'sending'
      ? event('Sending.Resumed', { reason: 'test' })
      : about === 'follow-up'
        ? event('Enrolment.Paused', { enrolmentId, workflowId: 'f', leadId, dealId, by: 'test' })
        : about === 'envelope'
          ? event('Envelope.Requested', { dealId, dealNo, envelopeId, envelopeNo: 1, workflowId: 'e', documentId: envelopeId, documentVersion: 1, signers: 2 })
          : event('Deal.WaitChanged', { dealId, dealNo }),
  );
  await web.database.relay.sql`update events set position = nextval('event_positions') where position is null`;
}

const day = /\bsince \w{3}, \w{3} \d{1,2},? /;
const comes = /(; next: \S|; it goes on when \S|; looked for again \w{3}, |; expires \w{3}, | on \w{3} \d+ \w{3} \d\d:\d\d in |^about to \S|^stopping: \S)/i;
const internal =
  /undefined|null|NaN|Invalid|\[object|\d{4}-\d\d-\d\d|[A-Z][a-z]+\.[A-Z]|\b[a-z]+[A-Z]\w*|\b[0-9a-f]{8}-|under-contract|fell-through|following-up|call-task|wait-until|not-open|sending-stopped|missing-variable|no-sender/;
/** In plain words: what it waits for or is at, since when, and what comes next; of an end only how it ended. */
function expectPlain(words: string, ended: boolean, name: string): void {
  expect.soft(words, name).toMatch(/^[A-Z“].{8,}\.$/);
  expect.soft(words, name).not.toMatch(internal);
  if (ended) return;
  expect.soft(words, name).toMatch(day);
  expect.soft(words, name).toMatch(comes);
}

const setDeal = (values: Partial<typeof deals.$inferInsert>) =>
  inTenant(web.database.app, web.brokerageId, (tx) => tx.update(deals).set(values).where(eq(deals.id, deal.dealId)));
const goTo = async (tab: string): Promise<void> => {
  await page.goto(`/deals/${deal.dealNo}${tab}`);
  await shown(page, '1208 FAIRWIN AVE, AUSTIN, TX 78701');
  await page.getByRole('status').getByText('Live').waitFor();
};
/** Waits until a place says something else than before, and answers it. */
async function newWords(where: string, before: string): Promise<string> {
  let words = before;
  await expect
    .poll(async () => (words = (await page.locator(where).first().textContent({ timeout: 5000 })) ?? ''), {
      timeout: 8000,
      interval: 30,
      message: `after “${before}”`,
    })
    .not.toBe(before);
  return words;
}

it('a deal says on its page why it waits, at every stage and in every way of waiting', { timeout: 120_000 }, async () => {
  told = 'about to be asked';
  await goTo('');
  const region = page.getByRole('region', { name: /^(Why is this waiting\?|How it ended)$/ });
  await region.waitFor();
  let words = await region.locator('p').first().textContent();
  const seen = new Set<DealStage>();
  const changed = async (): Promise<string> => {
    const before = words;
    await expect
      .poll(async () => (words = await region.locator('p').first().textContent()), { timeout: 8000, interval: 30, message: `after “${before}”` })
      .not.toBe(before);
    return words!;
  };
  for (const { name, explanation, ended, course } of dealStates) {
    seen.add(course.stage);
    // In the file an expiry or a reply changes nothing.
    if (explanation === told) continue;
    told = explanation;
    await setDeal({ stage: course.stage, waitingFor: course.waitingFor, closedAt: ended ? new Date() : null, closedReason: course.outcome?.reason ?? null });
    await tell('deal');
    expectPlain(await changed(), ended, name);
  }
  expect([...seen].sort()).toEqual([...dealStages].sort());

  // The row alone, before its run begins and after its history is gone.
  told = null;
  for (const { name, ended, course } of dealStates.filter(({ name }) => !/, with /.test(name))) {
    const waitingSince = course.waitingFor ? new Date('2026-11-26T15:00:00Z') : null;
    await setDeal({
      stage: course.stage,
      waitingFor: course.waitingFor,
      waitingSince,
      closedAt: ended ? new Date() : null,
      closedReason: course.outcome?.reason ?? null,
    });
    await tell('deal');
    expectPlain(await changed(), ended, `${name}, by its row`);
  }
  await setDeal({ stage: 'accepted', waitingFor: 'the contract by 2026-12-03', closedAt: null, closedReason: null });
  await page.goto('/deals');
  await page.locator(`tr[data-row="${deal.dealNo}"]`).waitFor();
  expect(await page.locator('#main').innerText()).not.toMatch(internal);
});

it('a follow-up says on its tab why it stands, however it stands', { timeout: 120_000 }, async () => {
  told = 'about to be asked';
  await goTo('/messages');
  const setRow = (values: Partial<typeof enrolments.$inferInsert>) =>
    inTenant(web.database.app, web.brokerageId, (tx) => tx.update(enrolments).set(values).where(eq(enrolments.id, enrolmentId)));
  let words = 'About to be asked.';
  await page.locator('[data-waits]', { hasText: words }).waitFor();
  const open = followUpStates.filter(({ ended }) => !ended);
  expect(open.length).toBeGreaterThan(50);
  const read = new Set<string>();
  for (const { name, explanation, hold, paused } of open) {
    // Steps of the same kind of wait say the same.
    if (read.has(explanation)) continue;
    read.add(explanation);
    told = explanation;
    await setRow({ paused, heldBy: hold === 'paused' ? null : hold });
    await tell('follow-up');
    words = await newWords('[data-waits]', words);
    expectPlain(words, false, name);
    const card = page.locator('li.card').first();
    await expect
      .poll(() => card.innerText(), { timeout: 5000, interval: 30, message: name })
      .toMatch(paused || (hold && hold !== 'paused') ? /^Held[: ]/m : /^Hold$/m);
    expect.soft(await card.innerText(), name).not.toMatch(internal);
  }
  for (const status of ['finished', 'stopped', 'archived']) {
    await setRow({ status, stopReason: status === 'stopped' ? 'opted-out' : null, closedAt: new Date() });
    await tell('follow-up');
    await page.getByText(status === 'stopped' ? 'Ended: opted out.' : `Ended: ${status}.`).waitFor();
  }
});

it('an envelope says on its card whom it waits for, in every stage and status', { timeout: 60_000 }, async () => {
  told = 'about to be asked';
  await goTo('/signatures');
  let words = 'About to be asked.';
  await page.locator('[data-waits]', { hasText: words }).waitFor();
  for (const { name, explanation, ended } of envelopeStates.filter((state) => !state.ended)) {
    told = explanation;
    await tell('envelope');
    words = await newWords('[data-waits]', words);
    expectPlain(words, ended, name);
  }
  const said = new Set<string>();
  for (const status of signingStatuses) {
    const ends = ['completed', 'declined', 'voided', 'expired', 'failed'].includes(status);
    await inTenant(web.database.app, web.brokerageId, (tx) =>
      tx
        .update(envelopes)
        .set({ status, endedAt: ends ? new Date() : null })
        .where(eq(envelopes.dealId, deal.dealId)),
    );
    await tell('envelope');
    const standing = page.locator('section[aria-label^="Purchase contract"] .status').first();
    await expect.poll(async () => said.size < said.add((await standing.textContent()) ?? '').size, { timeout: 8000, message: status }).toBe(true);
    expect.soft(await page.locator('section[aria-label^="Purchase contract"]').innerText(), status).not.toMatch(internal);
  }
  expect(said.size).toBe(signingStatuses.length);
});

it('a deadline says on the timeline what its watcher waits for', { timeout: 60_000 }, async () => {
  const { api, session } = web;
  const body = { form: 'tx-trec-resale', effectiveOn: '2026-11-25', priceCents: 28_500_000, periods: { optionDays: 10 }, dates: { closingDate: '2027-01-15' } };
  const made = await api.call('POST', `/v1/deals/${deal.dealNo}/contract`, { cookie: session.cookie, body });
  expect(made.status, made.text).toBe(201);
  told = 'about to be asked';
  await goTo('/timeline?clock=closing');
  let words = 'About to be asked.';
  await page.locator('[data-waits]', { hasText: words }).waitFor();
  for (const { name, explanation } of watcherStates.filter(({ ended }) => !ended)) {
    if (explanation === told) continue;
    told = explanation;
    await tell('deal');
    words = await newWords('[data-waits]', words);
    expectPlain(words, false, name);
  }
});

const open = (what: string) => otherStates.filter(({ name, ended }) => name.startsWith(what) && !ended);
/** Reads each state off a place of the screen, told of it by the stream or by its own asking. */
async function walk(what: string, where: string, hear: () => Promise<void> = async () => {}): Promise<void> {
  const states = open(what);
  expect(states.length, what).toBeGreaterThan(0);
  let words = '';
  for (const { name, explanation } of states) {
    told = explanation;
    await hear();
    words = await newWords(where, words);
    expectPlain(words, false, name);
  }
}

it('a message to a party says on its tab what holds it', { timeout: 60_000 }, async () => {
  const { api, session, database, brokerageId } = web;
  const { dealNo, dealId } = deal;
  const { cookie } = session;
  await api.call('POST', `/v1/deals/${dealNo}/parties`, { cookie, body: { role: 'lender', name: 'Lou Lender', email: 'lou@example.com' } });
  const found = (await inTenant(database.app, brokerageId, (tx) => findDealByNo(tx, { dealNo })))!;
  const about = { template: 'document-accepted', cause: 'why', roles: ['lender'], about: {}, variables: { document: { title: 'the survey' } } } as const;
  await changeSubject(database.app, subjectOf('deal', dealId), (change) => draftPartyMessages(change, { deal: found, ...about }));
  const { items } = (await api.call('GET', `/v1/deals/${dealNo}/messages`, { cookie })).json;
  const released = await api.call('POST', `/v1/party-messages/${items.find(({ role }: { role: string }) => role === 'lender').id}/release`, { cookie });
  expect(released.status, released.text).toBe(200);
  // Before its run stands, its row speaks.
  told = null;
  await goTo('/messages');
  expectPlain(await newWords('section[aria-labelledby="going"] [data-waits]', ''), false, 'by its row');
  await walk('a message to a party', 'section[aria-labelledby="going"] [data-waits]', () => tell('sending'));
});

it('what a person wrote says in its conversation what holds it', { timeout: 60_000 }, async () => {
  const { api, session, database, brokerageId } = web;
  const seller = await seedSeller(database.app, brokerageId, { email: 'ann@example.com' });
  const mailbox = { provider: 'email', token: 'why-test-token-of-the-mailbox', address: 'offers@keyturn.example' };
  await inTenant(database.app, brokerageId, (tx) => tx.insert(webhookEndpoints).values({ brokerageId, ...mailbox }));
  const body = { channel: 'email', subject: 'Your house', body: 'May I call you?' };
  const sent = await api.call('POST', `/v1/contacts/${seller.contactId}/messages`, { cookie: session.cookie, body });
  expect(sent.status, sent.text).toBeLessThan(300);
  told = null;
  await page.goto(`/conversations/${seller.contactId}`);
  await page.getByRole('status').getByText('Live').waitFor();
  expectPlain(await newWords('.bubble [data-waits]', ''), false, 'by its row');
  await walk('a delivery', '.bubble [data-waits]', () => tell('sending'));
});

it('a list that is taken in, and work over many leads, say on their screens what they are at', { timeout: 90_000 }, async () => {
  const { api, session, database, brokerageId } = web;
  const form = new FormData();
  form.append('list', 'County roll');
  form.append('file', new File(['APN,County,State\n1-2,Travis,TX\n'], 'list.csv', { type: 'text/csv' }));
  const packed = new Response(form);
  const raw = Buffer.from(await packed.arrayBuffer());
  const headers = { 'content-type': packed.headers.get('content-type')!, 'content-length': String(raw.length) };
  const taken = await api.call('POST', '/v1/imports', { cookie: session.cookie, raw, headers });
  expect(taken.status, taken.text).toBe(202);
  told = null;
  await page.goto(`/imports/${taken.json.importNo}`);
  expectPlain(await newWords('[data-waits]', ''), false, 'an import, by its row');
  await walk('an import', '[data-waits]');

  await changeSubject(database.app, subjectOf('brokerage', brokerageId), (change) =>
    requestLeadJob(change, { kind: 'enrichment', input: {}, leadIds: [deal.leadId], by: 'test' }),
  );
  const jobs = 'ul[aria-label="Work over many leads"] [data-waits]';
  for (const [path, heading] of [
    ['/leads', 'Leads'],
    ['/imports', 'Imports'],
  ] as const) {
    told = null;
    await page.goto(path);
    await shown(page, heading);
    expectPlain(await newWords(jobs, ''), false, `${path}, by its row`);
  }
  await walk('a job on leads', jobs);
  await expectNoViolations(page, 'a job under way');
  await picture(page, 'imports-job');
  await page.close();
});
