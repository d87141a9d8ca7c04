import { beforeAll, describe, expect, it } from 'vitest';
import { isSuppressed } from '../db/queries/consent.ts';
import { claimSend } from '../db/queries/sends.ts';
import { events } from '../db/schema/index.ts';
import { inTenant } from '../db/tenant.ts';
import { type TestApi, testApi, testKey } from '../test/api.ts';
import { type TestDatabase, testDatabase } from '../test/database.ts';
import { seedOutreach, seedSeller } from '../test/seed-outreach.ts';

let database: TestDatabase;
let api: TestApi;
let brokerage: { id: string; slug: string };
let key: string;
beforeAll(async () => {
  database = await testDatabase();
  api = testApi(database);
  brokerage = await seedOutreach(database.app);
  key = (await testKey(database, brokerage.id)).key;
});

describe('sequences', () => {
  it('every fault of a definition is told at once, and nothing is saved', async () => {
    const definition = { start: 'a', steps: [{ id: 'a', kind: 'text', template: 'nowhere', next: 'gone' }] };
    const answer = await api.call('POST', '/v1/sequences', { key, body: { slug: 'faulty', name: 'Faulty', definition } });
    expect(answer).toMatchObject({ status: 422, json: { type: '/problems/sequence-faults' } });
    expect(answer.json.errors.map(({ code }: { code: string }) => code).sort()).toEqual(['missing-target', 'no-archive', 'unknown-template']);
    expect((await api.call('GET', '/v1/sequences/faulty', { key })).status).toBe(404);
  });

  it('a version never changes: a changed definition is the next one, the same is none', async () => {
    const save = (days: number) =>
      api.call('POST', '/v1/sequences', {
        key,
        body: {
          slug: 'calls',
          name: 'Calls',
          definition: {
            start: 'w',
            steps: [
              { id: 'w', kind: 'wait', days, next: 'end' },
              { id: 'end', kind: 'archive' },
            ],
          },
        },
      });
    expect(await save(1)).toMatchObject({ status: 201, json: { version: 1 } });
    expect(await save(1)).toMatchObject({ status: 200, json: { version: 1 } });
    expect(await save(2)).toMatchObject({ status: 201, json: { version: 2 } });
    expect((await api.call('GET', '/v1/sequences/calls?version=1', { key })).json.definition.steps[0].days).toBe(1);
  });

  it('a lead is enrolled once, with everything pinned, and says what it waits for', async () => {
    const { leadNo } = await seedSeller(database.app, brokerage.id);
    const ask = () => api.call('POST', '/v1/sequences/seller-follow-up/enrolments', { key, body: { leadNo } });
    const first = await ask();
    expect(first).toMatchObject({
      status: 201,
      json: { sequenceVersion: 1, enrolmentNo: 1, status: 'open', templateVersions: { 'offer-email': 1, 'first-text': 1, 'last-text': 1 } },
    });
    expect(first.headers.get('location')).toBe(`/v1/enrolments/${first.json.id}`);
    expect(await ask()).toMatchObject({ status: 200, json: { id: first.json.id } });
    expect((await api.call('GET', `/v1/enrolments/${first.json.id}/explain`, { key })).json.explanation).toBe('waiting for the offer by e-mail');
    expect((await api.call('POST', `/v1/enrolments/${first.json.id}/pause`, { key })).json).toMatchObject({ paused: true, dueAt: null });
    expect((await api.call('POST', `/v1/enrolments/${first.json.id}/resume`, { key })).json).toMatchObject({
      paused: false,
      waitingFor: 'the offer by e-mail',
    });
    expect((await api.call('POST', `/v1/enrolments/${first.json.id}/stop`, { key, body: {} })).json).toMatchObject({ stopReason: 'stopped-by-person' });
  });
});

describe('templates', () => {
  it('publishing refuses with every fault, and an unchanged source is no new version', async () => {
    const bad = await api.call('POST', '/v1/templates', { key, body: { channel: 'text', slug: 'hello', source: '{{ a }} {{ b }}' } });
    expect(bad).toMatchObject({ status: 422, json: { type: '/problems/template-faulty' } });
    expect(bad.json.errors).toHaveLength(2);
    const publish = () => api.call('POST', '/v1/templates', { key, body: { channel: 'text', slug: 'hello', source: 'Hi {{ seller.first_name }}' } });
    expect(await publish()).toMatchObject({ status: 201, json: { version: 1 } });
    expect(await publish()).toMatchObject({ status: 200, json: { version: 1 } });
  });
});

describe('unsubscribing', () => {
  const token = 'abcdefghijklmnopqrstuvwxyz012345';
  let seller: Awaited<ReturnType<typeof seedSeller>>;
  beforeAll(async () => {
    seller = await seedSeller(database.app, brokerage.id);
    const send = {
      key: 'k',
      channel: 'email',
      leadId: seller.leadId,
      contactId: seller.contactId,
      step: 's',
      address: seller.email!,
      templateSlug: 't',
      templateVersion: 1,
      unsubscribeToken: token,
      claimedAt: new Date(),
    };
    await inTenant(database.app, brokerage.id, (tx) => claimSend(tx, { send }));
  });
  const suppressed = () => inTenant(database.app, brokerage.id, (tx) => isSuppressed(tx, { address: seller.email!, channel: 'email' }));
  const post = () =>
    api.call('POST', `/u/${token}`, {
      raw: 'List-Unsubscribe=One-Click',
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
      idempotencyKey: null,
    });

  it('a link scanner that follows the link unsubscribes nobody; a POST without any login does, once', async () => {
    const page = await api.call('GET', `/u/${token}`);
    expect(page.status).toBe(200);
    expect(page.text).toContain('<form method="post">');
    expect(await suppressed()).toBe(false);
    expect((await post()).status).toBe(200);
    expect(await suppressed()).toBe(true);
    const count = async () => (await inTenant(database.app, brokerage.id, (tx) => tx.select().from(events))).length;
    const before = await count();
    expect((await post()).status).toBe(200);
    expect(await count()).toBe(before);
  });

  it.each(['unknown-token-unknown-token', 'x', '%00', 'a'.repeat(500)])('an unknown address (%s) is told so', async (unknown) => {
    for (const method of ['GET', 'POST']) expect((await api.call(method, `/u/${unknown}`, { idempotencyKey: null })).status).toBe(404);
  });
});

describe('consents', () => {
  it('are recorded for an address the contact has, with evidence, once', async () => {
    const { contactId, phone } = await seedSeller(database.app, brokerage.id, { consent: false });
    const body = { contactId, channel: 'sms', address: phone, form: 'written', evidence: 'web form' };
    expect(await api.call('POST', '/v1/consents', { key, body })).toMatchObject({ status: 200, json: { recorded: true } });
    expect(await api.call('POST', '/v1/consents', { key, body })).toMatchObject({ status: 200, json: { recorded: false } });
    expect(await api.call('POST', '/v1/consents', { key, body: { ...body, address: '+16155559999' } })).toMatchObject({ status: 422 });
    expect(await api.call('POST', '/v1/consents', { key, body: { ...body, evidence: ' ' } })).toMatchObject({ status: 400 });
  });
});
