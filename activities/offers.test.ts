import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { MockActivityEnvironment } from '@temporalio/testing';
import { eq } from 'drizzle-orm';
import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { changeSubject } from '../db/events.ts';
import { createFileStore, type FileStore } from '../db/files.ts';
import { requestOffer } from '../db/queries/offer-requests.ts';
import { publishOfferTemplate } from '../db/queries/offer-templates.ts';
import { findOffer, markOfferAccepted, markOfferApproved, markOfferSent, offersOfDeal } from '../db/queries/offers.ts';
import { events, files, leads, offers, tasks } from '../db/schema/index.ts';
import { inTenant } from '../db/tenant.ts';
import { defaultLetter } from '../domain/offers/default-letter.ts';
import { type TestDatabase, testBrokerage, testDatabase } from '../test/database.ts';
import { testFolder } from '../test/folder.ts';
import { type SeededDeal, seedDeal } from '../test/seed-deal.ts';
import type { Deps } from './deps.ts';
import { createOfferActivities, type RenderOfferAnswer, type RenderOfferInput, type RequestOfferAnswer, type RequestOfferInput } from './offers.ts';

let database: TestDatabase;
let store: FileStore;
let folder: string;
let brokerageId: string;
let deal: SeededDeal;
let run: ReturnType<typeof running>;
beforeAll(async () => {
  database = await testDatabase();
  folder = testFolder('offers');
  store = createFileStore(folder);
});
beforeEach(async () => {
  ({ id: brokerageId } = await testBrokerage(database.app));
  deal = await seedDeal(database.app, brokerageId);
  run = running({ db: database.app, files: store });
});

/** The activities as the worker would run them. */
function running(given: Pick<Deps, 'db' | 'files'>) {
  const activities = createOfferActivities(given as Deps);
  const environment = () => new MockActivityEnvironment();
  return {
    requestOffer: (requestKey: string) =>
      environment().run<[RequestOfferInput], RequestOfferAnswer, typeof activities.requestOffer>(activities.requestOffer, {
        brokerageId,
        dealId: deal.dealId,
        requestKey,
      }),
    renderOffer: (offerId: string) =>
      environment().run<[RenderOfferInput], RenderOfferAnswer, typeof activities.renderOffer>(activities.renderOffer, { brokerageId, offerId }),
  };
}
const asPerson = <T>(fn: Parameters<typeof changeSubject<T>>[2]) =>
  changeSubject(database.app, { brokerageId, subject: { kind: 'deal', id: deal.dealId }, actor: { kind: 'person', id: 'p' }, source: 'test' }, fn);
const reading = <T>(fn: Parameters<typeof inTenant<T>>[2]) => inTenant(database.app, brokerageId, fn);
const eventTypes = async () =>
  (await reading((tx) => tx.select({ type: events.type }).from(events).where(eq(events.subjectId, deal.dealId)).orderBy(events.seq))).map(({ type }) => type);
const requested = async (key = 'k'): Promise<string> => {
  const answer = await run.requestOffer(key);
  if (answer.kind === 'none') throw new Error(answer.reason);
  return answer.offerId;
};

describe('requesting an offer', () => {
  test('asks once per key, whoever asks at the same time', async () => {
    const answers = await Promise.all(Array.from({ length: 6 }, () => run.requestOffer('standard/1')));
    expect(new Set(answers.map((answer) => JSON.stringify(answer))).size).toBe(1);
    expect(answers[0]).toMatchObject({ kind: 'requested', terms: 'cash', amountCents: 12_500_000 });
    expect(await eventTypes()).toEqual(['Offer.Requested']);
  });

  test('pins what the letter is made of, by ids instead of people', async () => {
    const offer = await reading(async (tx) => findOffer(tx, { offerId: await requested() }));
    expect(offer).toMatchObject({
      inputs: {
        facts: { arvBasis: 'value', arvCents: 25_000_000 },
        template: { slug: 'letter-of-intent', version: 1 },
        working: [{ formula: 'mao-percent' }, { formula: 'wholesale-offer' }],
      },
    });
    expect(JSON.stringify(offer!.inputs)).not.toMatch(/walker/i);
  });

  test('supersedes the open offer by name in the same transaction, so that one is open', async () => {
    const first = await requested('first');
    const second = await requested('second');
    const rows = await reading((tx) => offersOfDeal(tx, deal));
    expect(rows.map(({ id, status, supersededBy }) => [id, status, supersededBy])).toEqual([
      [second, 'requested', null],
      [first, 'superseded', second],
    ]);
    expect(await eventTypes()).toEqual(['Offer.Requested', 'Offer.Superseded', 'Offer.Requested']);
    expect(await run.renderOffer(first)).toEqual({ kind: 'closed', status: 'superseded', message: 'the offer is superseded' });
  });

  test('is none with its reason when facts are missing, and leaves nothing behind', async () => {
    await reading((tx) => tx.update(leads).set({ repairsCents: null, valueCents: null }).where(eq(leads.id, deal.leadId)));
    expect(await run.requestOffer('k')).toEqual({ kind: 'none', reason: 'Not known yet: value after repair, repairs' });
    expect(await reading((tx) => tx.select().from(offers))).toEqual([]);
  });

  test('takes wishes for this offer over those of the deal', async () => {
    const answer = await asPerson((change) => requestOffer(change, { ...deal, requestKey: 'api', requestedBy: 'p', wishes: { terms: 'subject-to' } }));
    expect(answer).toMatchObject({ kind: 'requested', isNew: true, offer: { terms: 'subject-to', amountCents: 16_250_000 } });
  });
});

describe('writing the letter', () => {
  test('stores a PDF of two pages and drafts the offer once', async () => {
    const offerId = await requested();
    const drafted = await run.renderOffer(offerId);
    expect(await run.renderOffer(offerId)).toEqual(drafted);
    if (drafted.kind !== 'drafted') throw new Error(drafted.message);
    const pdf = (await store.get(brokerageId, drafted.pdfSha256)).toString('latin1');
    expect(pdf.slice(0, 5)).toBe('%PDF-');
    expect(pdf).toMatch(/\/Count 2\b/);
    expect(await eventTypes()).toEqual(['Offer.Requested', 'Offer.Drafted']);
    expect(await reading((tx) => tx.select({ mime: files.mime, sha256: files.sha256 }).from(files))).toEqual([
      { mime: 'application/pdf', sha256: drafted.pdfSha256 },
    ]);
  });

  test('a kill between the file and the row doubles and loses nothing', async () => {
    const offerId = await requested();
    let killed = false;
    const dying = running({
      db: database.app,
      files: {
        ...store,
        put: async (...args: Parameters<FileStore['put']>) => {
          const stored = await store.put(...args);
          if (!killed) {
            killed = true;
            throw new Error('killed');
          }
          return stored;
        },
      },
    });
    await expect(dying.renderOffer(offerId)).rejects.toThrow('killed');
    expect(await dying.renderOffer(offerId)).toMatchObject({ kind: 'drafted' });
    expect(readdirSync(join(folder, brokerageId))).toHaveLength(1);
  });

  test('the same inputs are rendered once, also for another offer', async () => {
    const first = await run.renderOffer(await requested('first'));
    const second = await requested('second');
    const noRendering = running({ db: database.app, files: { ...store, put: () => Promise.reject(new Error('rendered again')) } });
    expect(await noRendering.renderOffer(second)).toEqual(first);
  });

  test('a missing variable blocks with its name, once, and gives somebody the task to mend it', async () => {
    deal = await seedDeal(database.app, brokerageId, { owners: [], lead: { city: null } });
    const offerId = await requested();
    const blocked = { kind: 'blocked', missing: ['seller.names', 'property.address'] };
    expect(await run.renderOffer(offerId)).toMatchObject(blocked);
    expect(await run.renderOffer(offerId)).toMatchObject(blocked);
    expect(await eventTypes()).toEqual(['Offer.Requested', 'Offer.Blocked', 'Task.Opened']);
    expect(await reading((tx) => tx.select({ kind: tasks.kind, role: tasks.role, reason: tasks.reason }).from(tasks))).toEqual([
      { kind: 'fix-template', role: 'coordinator', reason: expect.stringContaining('seller.names, property.address') },
    ]);
  });

  test('a letter too long for two pages is blocked instead of cut', async () => {
    const long = {
      ...defaultLetter,
      sections: [...defaultLetter.sections, ...Array.from({ length: 40 }, () => ({ kind: 'paragraph' as const, text: 'More conditions. '.repeat(40) }))],
    };
    await asPerson((change) => publishOfferTemplate(change, { slug: 'letter-of-intent', definition: long, by: 'test' }));
    expect(await run.renderOffer(await requested())).toMatchObject({
      kind: 'blocked',
      missing: [],
      message: expect.stringMatching(/^The letter has \d+ pages/),
    });
  });

  test('nine owners with long names still fit on two pages', async () => {
    const owners = Array.from(
      { length: 9 },
      (_, n) => `THE BARTHOLOMEW AND MARGUERITE VANDERHOEVEN-MCALLISTER REVOCABLE LIVING TRUST NUMBER ${n + 1} DATED MARCH 14 1987`,
    );
    deal = await seedDeal(database.app, brokerageId, { owners, deal: { wishes: { terms: 'subject-to' } } });
    expect(await run.renderOffer(await requested())).toMatchObject({ kind: 'drafted' });
  });
});

describe('the course of an offer', () => {
  test('goes through approval and sending to acceptance, each once', async () => {
    const offerId = await requested();
    await run.renderOffer(offerId);
    for (let twice = 0; twice < 2; twice++) await asPerson((change) => markOfferApproved(change, { offerId, by: 'broker' }));
    for (let twice = 0; twice < 2; twice++) expect((await asPerson((change) => markOfferSent(change, { offerId }))).expiresAt).toBeInstanceOf(Date);
    for (let twice = 0; twice < 2; twice++)
      expect(await asPerson((change) => markOfferAccepted(change, { offerId }))).toMatchObject({ status: 'accepted', approvedBy: 'broker' });
    expect(await eventTypes()).toEqual(['Offer.Requested', 'Offer.Drafted', 'Offer.Approved', 'Offer.Sent', 'Offer.Accepted']);
  });

  test('refuses what cannot happen with what can', async () => {
    const offerId = await requested();
    await expect(asPerson((change) => markOfferAccepted(change, { offerId }))).rejects.toMatchObject({
      code: 'offer-status',
      message: 'Offer 1 is requested and cannot become accepted.',
    });
  });
});
