import { beforeAll, expect, it } from 'vitest';
import { documentVersions } from '../../../../db/schema/index.ts';
import { inTenant } from '../../../../db/tenant.ts';
import { testKey } from '../../../../test/api.ts';
import { seedDeal } from '../../../../test/seed-deal.ts';
import { pdfOf, uploadOf } from '../../../../test/upload.ts';
import { type TestWeb, testWeb } from '../../../test/browser.ts';

let web: TestWeb;
let key: string;
beforeAll(async () => {
  web = await testWeb();
  key = (await testKey(web.database, web.brokerageId)).key;
});

it('a signed copy of an older version says so beside the version in force, and a person takes it', async () => {
  const deal = await seedDeal(web.database.app, web.brokerageId, { lead: { state: 'TX' } });
  const path = `/v1/deals/${deal.dealNo}/documents`;
  const { json } = await web.api.call('POST', path, { key, ...uploadOf(pdfOf('one'), 'contract.pdf') });
  await web.api.call('POST', path, { key, ...uploadOf(pdfOf('two'), 'contract.pdf', { document: String(json.documentNo) }) });
  await inTenant(web.database.app, web.brokerageId, (tx) =>
    tx.insert(documentVersions).values({
      ...{ brokerageId: web.brokerageId, documentId: json.id, version: 3, sha256: 'f'.repeat(64), mime: 'application/pdf', name: 'signed.pdf' },
      ...{ bytes: 10, uploadedAt: new Date(), uploadedBy: 'envelope/x/1/1', signatureOf: 1 },
    }),
  );
  const page = await web.open(`/deals/${deal.dealNo}/documents`);
  await page.getByRole('button', { name: 'Versions of contract.pdf' }).click();
  await page.getByText('All had signed version 1: version 3 is its signed copy').waitFor();
  expect(await page.getByText(/signed copy of version 1, signed\.pdf/).count()).toBe(1);
  await page.getByRole('button', { name: 'Take version 3 as the one in force' }).click();
  await page.getByText('Version 3 waits for a review').first().waitFor();
  await page.close();
});
