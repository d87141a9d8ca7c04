import { beforeAll, describe, expect, test } from 'vitest';
import { changeSubject } from '../../db/events.ts';
import { markOfferDrafted } from '../../db/queries/offers.ts';
import { type TestApi, testApi, testKey } from '../../test/api.ts';
import { type TestDatabase, testBrokerage, testDatabase } from '../../test/database.ts';
import { type SeededDeal, seedDeal } from '../../test/seed-deal.ts';

let database: TestDatabase;
let api: TestApi;
let brokerageId: string;
let deal: SeededDeal;
let key: string;
beforeAll(async () => {
  database = await testDatabase();
  api = testApi(database);
  ({ id: brokerageId } = await testBrokerage(database.app));
  deal = await seedDeal(database.app, brokerageId);
  ({ key } = await testKey(database, brokerageId));
});
const ask = (body: unknown, idempotencyKey?: string) =>
  api.call('POST', `/v1/deals/${deal.dealNo}/offers`, { key, body, ...(idempotencyKey ? { idempotencyKey } : {}) });

describe('asking for an offer', () => {
  test('answers 202 with a job and the offer with its working; the same key gives the same offer', async () => {
    const first = await ask({}, 'offer-key-1');
    expect(first.status).toBe(202);
    expect(first.headers.get('location')).toBe(`/v1/jobs/offer.${first.json.offer.id}`);
    expect(first.json.offer).toMatchObject({
      status: 'requested',
      terms: 'cash',
      amountCents: 12_500_000,
      formula: 'standard',
      figures: { priceCents: 12_500_000 },
    });
    expect((await ask({}, 'offer-key-1')).text).toBe(first.text);
    expect((await api.call('GET', first.headers.get('location')!, { key })).json).toMatchObject({ status: 'running' });
  });

  test('supersedes the open one by name', async () => {
    const old = await ask({});
    const next = await ask({ terms: 'seller-finance', monthlyCents: 100_000 });
    expect(next.json.offer).toMatchObject({ terms: 'seller-finance', amountCents: 15_000_000 });
    expect((await api.call('GET', `/v1/offers/${old.json.offer.id}`, { key })).json).toMatchObject({ status: 'superseded', supersededBy: next.json.offer.id });
    const { items } = (await api.call('GET', `/v1/deals/${deal.dealNo}/offers`, { key })).json;
    expect(items.filter(({ status }: { status: string }) => status === 'requested')).toHaveLength(1);
  });

  test('says which facts are missing, and leaves no offer', async () => {
    const bare = await seedDeal(database.app, brokerageId, { lead: { repairsCents: null } });
    const refused = await api.call('POST', `/v1/deals/${bare.dealNo}/offers`, { key, body: {} });
    expect(refused).toMatchObject({ status: 422, json: { type: '/problems/no-offer', detail: 'Not known yet: repairs.', missing: ['repairsCents'] } });
    expect((await api.call('GET', `/v1/deals/${bare.dealNo}/offers`, { key })).json.items).toEqual([]);
  });

  test('is refused once the seller has accepted: the contract says what was agreed', async () => {
    const agreed = await seedDeal(database.app, brokerageId, { deal: { stage: 'under-contract' } });
    const refused = await api.call('POST', `/v1/deals/${agreed.dealNo}/offers`, { key, body: {} });
    expect(refused).toMatchObject({ status: 409, json: { type: '/problems/seller-accepted', detail: expect.stringContaining('under-contract') } });
  });

  test.each([{ terms: 'barter' }, { priceCents: -1 }, { priceCents: 1.5 }, { closeInDays: 0 }, { colour: 'red' }, []])(
    'refuses %j with what does not fit',
    async (body) => {
      expect(await ask(body)).toMatchObject({ status: 400, json: { type: '/problems/invalid-request' } });
    },
  );
});

test('the letter is there once it is written, and says before why it is not', async () => {
  const { offer } = (await ask({})).json;
  expect(await api.call('GET', `/v1/offers/${offer.id}/pdf`, { key })).toMatchObject({ status: 409, json: { type: '/problems/letter-not-written' } });
  const { sha256 } = await api.deps.files.put(brokerageId, Buffer.from('%PDF-1.3 test'));
  await changeSubject(database.app, { brokerageId, subject: { kind: 'deal', id: deal.dealId }, actor: { kind: 'system', id: 't' }, source: 'test' }, (change) =>
    markOfferDrafted(change, { offerId: offer.id, pdfSha256: sha256, letterHash: sha256 }),
  );
  const pdf = await api.call('GET', `/v1/offers/${offer.id}/pdf`, { key });
  expect([pdf.status, pdf.headers.get('content-type'), pdf.text]).toEqual([200, 'application/pdf', '%PDF-1.3 test']);
});

test('lists go page by page without repeating or hiding an offer', async () => {
  const seen: number[] = [];
  let cursor: string | null = '';
  while (cursor !== null) {
    const { json }: { json: { items: { offerNo: number }[]; nextCursor: string | null } } = await api.call(
      'GET',
      `/v1/offers?limit=2${cursor ? `&cursor=${cursor}` : ''}`,
      { key },
    );
    seen.push(...json.items.map(({ offerNo }) => offerNo));
    cursor = json.nextCursor;
  }
  expect(seen).toEqual(Array.from({ length: seen.length }, (_, n) => seen.length - n));
});

test('a letter template is refused with all its faults at once, and published as the next version', async () => {
  const { items } = (await api.call('GET', '/v1/offer-templates', { key })).json;
  const { definition } = items[0];
  const faulty = {
    ...definition,
    sections: [
      { kind: 'paragraph', text: 'Dear {{ seller.nick }}, {% if %}' },
      { kind: 'paragraph', text: '{{ offer.prize }}' },
    ],
  };
  const refused = await api.call('POST', '/v1/offer-templates', { key, body: { slug: 'letter-of-intent', definition: faulty } });
  expect(refused).toMatchObject({ status: 422, json: { type: '/problems/template-faulty' } });
  expect(refused.json.errors.map(({ path }: { path: string }) => path)).toEqual(['sections.0.text', 'sections.1.text', 'sections']);
  const published = await api.call('POST', '/v1/offer-templates', {
    key,
    body: { slug: 'letter-of-intent', definition: { ...definition, title: 'Our offer' } },
  });
  expect(published).toMatchObject({ status: 201, json: { version: 2 } });
});
