import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { instantOf, minutesOf } from '../../../domain/time/zoned.ts';
import { sampleApi } from '../sample/api.ts';
import { samplePdf } from '../sample/pdf.ts';
import { dayAfter, type Happening, happenings, type PurchaseRecord, purchaseZone } from '../sample/purchase.ts';

/** Life outside that goes on while the clock is moved: when it next does something, and doing what is due. */
export type Outside = { nextAt(): number | null; act(until: number): Promise<void> };

export const purchasePath = (home: string): string => join(home, 'sample-purchase.json');
export const readPurchase = (home: string): PurchaseRecord | null =>
  existsSync(purchasePath(home)) ? (JSON.parse(readFileSync(purchasePath(home), 'utf8')) as PurchaseRecord) : null;

export function savePurchase(home: string, record: PurchaseRecord): void {
  const path = purchasePath(home);
  writeFileSync(`${path}.new`, JSON.stringify(record));
  renameSync(`${path}.new`, path);
}

/** The parties of the sample's Texas purchase, who do through the API what their script says; null where there is no sample. */
export function purchaseParties(home: string, access: { url: string; key: string } | null): Outside | null {
  const found = readPurchase(home);
  if (!found || !access) return null;
  const record = found;
  const api = sampleApi(access.url, access.key);
  const at = ({ day, time }: Happening): number => instantOf(dayAfter(record.effectiveOn, day), minutesOf(time), purchaseZone).getTime();
  return {
    nextAt: () => (happenings[record.done] ? at(happenings[record.done]!) : null),
    async act(until) {
      for (let next = happenings[record.done]; next && at(next) <= until; next = happenings[record.done]) {
        await perform(next, record.done);
        record.done += 1;
        savePurchase(home, record);
      }
    },
  };

  async function perform(happening: Happening, index: number): Promise<void> {
    const path = `/v1/deals/${record.dealNo}`;
    const key = `sample/purchase/${index}`;
    switch (happening.kind) {
      case 'fact': {
        const { fact, amountCents, text } = happening;
        await api.post(`${path}/facts`, { fact, ...(amountCents ? { amountCents } : {}), ...(text ? { text } : {}) }, key);
        return;
      }
      case 'change': {
        const { reason, closingDay } = happening;
        await api.post(`${path}/changes`, { reason, dates: { closingDate: dayAfter(record.effectiveOn, closingDay) } }, key);
        return;
      }
      case 'document': {
        const { id } = await upload(happening, key);
        await api.post(`/v1/documents/${id}/match`, { kind: happening.form }, `${key}/match`);
        await api.post(`/v1/documents/${id}/review`, { decision: 'accept' }, `${key}/review`);
        return;
      }
      case 'signatures': {
        const { id } = await upload(happening, key);
        const signers = [record.parties.buyer, record.parties.seller].map((partyId, order) => ({ partyId, routingOrder: order + 1 }));
        await api.post(`${path}/envelopes`, { documentId: id, subject: happening.document, signers }, `${key}/envelope`);
        return;
      }
      default:
        happening satisfies never;
    }
  }

  function upload({ document, says }: { document: string; says: string }, key: string): Promise<{ id: string }> {
    const name = `${document.toLowerCase().replaceAll(' ', '-')}.pdf`;
    return api.upload(
      `/v1/deals/${record.dealNo}/documents`,
      { name, title: document, bytes: samplePdf([says, '418 Heronsgate Way, San Antonio, Texas']) },
      key,
    );
  }
}
