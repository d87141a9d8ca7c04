import { beforeAll, expect, it } from 'vitest';
import { changeSubject } from '../../../db/events.ts';
import { closeDeal } from '../../../db/queries/closing.ts';
import { endContract, recordContract } from '../../../db/queries/contracts.ts';
import { matchToChecklist, reviewDocument } from '../../../db/queries/documents.ts';
import { reopenDeal } from '../../../db/queries/reopen.ts';
import { testKey } from '../../../test/api.ts';
import { type SeededDeal, seedDeal } from '../../../test/seed-deal.ts';
import { png, uploadOf } from '../../../test/upload.ts';
import { shown, type TestWeb, testWeb } from '../../test/browser.ts';

let web: TestWeb;
let deal: SeededDeal;
let key: string;
let document: { id: string };
beforeAll(async () => {
  web = await testWeb();
  key = (await testKey(web.database, web.brokerageId)).key;
  deal = await seedDeal(web.database.app, web.brokerageId, { lead: { state: 'TX' } });
  const { dealId } = deal;
  document = (await web.api.call('POST', `/v1/deals/${deal.dealNo}/documents`, { key, ...uploadOf(png, 'financing.png') })).json;
  await changeSubject(
    web.database.app,
    { brokerageId: web.brokerageId, subject: { kind: 'deal', id: dealId }, actor: { kind: 'person', id: 'test' }, source: 'test' },
    async (c) => {
      await recordContract(c, {
        ...{ dealId, form: 'tx-trec-resale', formVersion: '20-18', state: 'TX', zone: 'America/Chicago', priceCents: 20_000_000, by: 'test' },
        ...{ effectiveOn: '2026-11-20', effectiveTime: '12:00', periods: { optionDays: 10 }, dates: { closingDate: '2027-12-30' } },
      });
      await matchToChecklist(c, { documentId: document.id, kind: 'TX-FINANCING', formVersion: null });
      await reviewDocument(c, { documentId: document.id, decision: 'accept', version: 1, reason: null, note: null, by: 'test' });
      await endContract(c, { dealId, status: 'terminated', reason: 'financing', earnestMoney: null });
      await closeDeal(c, { dealId, outcome: 'fell-through', reason: 'financing' });
      await reopenDeal(c, { dealId, reason: 'another buyer' });
    },
  );
});
const documentNow = async () => (await web.api.call('GET', `/v1/documents/${document.id}`, { key })).json;

it('a document of a contract that fell through says so, in the file and in review, and accepted there it is taken for the contract of now', async () => {
  const file = await web.open(`/deals/${deal.dealNo}/documents`);
  await file.getByText('Of contract 1, which fell through').waitFor();
  const page = await web.open(`/review?deal=${deal.dealNo}&doc=${document.id}`);
  await shown(page, 'Review');
  await page.getByText('Of contract 1, which fell through').waitFor();
  expect(await documentNow()).toMatchObject({ contractNo: 1, ofEarlierContract: true });
  await page.keyboard.press('a');
  await expect.poll(documentNow).toMatchObject({ contractNo: 2, ofEarlierContract: false, status: 'accepted' });
  await Promise.all([file.close(), page.close()]);
});
