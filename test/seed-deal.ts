import { randomUUID } from 'node:crypto';
import type { Db } from '../db/client.ts';
import { changeSubject } from '../db/events.ts';
import { publishOfferTemplate } from '../db/queries/offer-templates.ts';
import { contacts, deals, leads, people } from '../db/schema/index.ts';
import { inTenant } from '../db/tenant.ts';
import { defaultLetter } from '../domain/offers/default-letter.ts';

export type SeededDeal = { brokerageId: string; leadId: string; dealId: string; dealNo: number };

const at = new Date('2026-11-02T15:00:00Z');
let numbers = 0;

/** A lead with two owners and a deal on it; the brokerage has a broker and the standard letter. */
export async function seedDeal(
  db: Db,
  brokerageId: string,
  {
    lead = {},
    deal = {},
    owners = ['ANN B WALKER', 'Thomas Walker'],
  }: { lead?: Partial<typeof leads.$inferInsert>; deal?: Partial<typeof deals.$inferInsert>; owners?: string[] } = {},
): Promise<SeededDeal> {
  const [leadId, dealId] = [randomUUID(), randomUUID()];
  const number = ++numbers;
  const ownerIds = owners.map(() => randomUUID());
  await inTenant(db, brokerageId, async (tx) => {
    await tx.insert(people).values({ brokerageId, name: 'Dana Whitfield', email: 'dana@example.com', role: 'broker' }).onConflictDoNothing();
    await tx.insert(leads).values({
      ...{
        brokerageId,
        id: leadId,
        leadNo: number,
        propertyKey: leadId,
        contentHash: leadId,
        asOf: '2026-11-01',
        createdAt: at,
        updatedAt: at,
        status: 'qualified',
      },
      ...{
        line: '1208 FAIRWIN AVE',
        city: 'NASHVILLE',
        state: 'TN',
        zip: '37216',
        county: 'DAVIDSON',
        parcelNumber: '072 13 0 123.00',
        propertyType: 'single-family',
      },
      ...{ valueCents: 25_000_000, repairsCents: 4_000_000, liensCents: 9_000_000, ownerIds },
      ...lead,
    });
    for (const [index, displayName] of owners.entries()) {
      const id = ownerIds[index]!;
      await tx.insert(contacts).values({
        brokerageId,
        id,
        kind: 'person',
        displayName,
        mailingLine: 'PO BOX 1187',
        mailingCity: 'FRANKLIN',
        mailingState: 'TN',
        mailingZip: '37065',
        createdAt: at,
      });
    }
    await tx.insert(deals).values({
      brokerageId,
      id: dealId,
      dealNo: number,
      workflowId: `deal/${brokerageId}/${number}`,
      leadId,
      side: 'wholesale',
      openedBy: 'rule',
      openedAt: at,
      ...deal,
    });
  });
  await changeSubject(db, { brokerageId, subject: { kind: 'brokerage', id: brokerageId }, actor: { kind: 'system', id: 'test' }, source: 'test' }, (change) =>
    publishOfferTemplate(change, { slug: 'letter-of-intent', definition: defaultLetter, by: 'test' }),
  );
  return { brokerageId, leadId, dealId, dealNo: number };
}
