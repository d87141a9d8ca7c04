import { randomUUID } from 'node:crypto';
import type { Db } from '../db/client.ts';
import { contacts, leads, ruleSets } from '../db/schema/index.ts';
import { inTenant } from '../db/tenant.ts';
import { defaultRuleSet } from '../domain/sourcing/qualification.default.ts';

export type LeadValues = Partial<typeof leads.$inferInsert> & { owner?: string | null };

const at = new Date('2026-11-02T15:00:00Z');

/** Leads in review of one list, numbered from `from`; each owned by a person unless it says otherwise. */
export async function seedLeads(
  db: Db,
  brokerageId: string,
  values: LeadValues[],
  from = 1,
): Promise<{ id: string; leadNo: number; ownerId: string | null }[]> {
  const rows = values.map(({ owner = 'Alma Whitaker', ...lead }, index) => ({
    ...lead,
    owner,
    id: lead.id ?? randomUUID(),
    leadNo: from + index,
    ownerId: owner === null ? null : randomUUID(),
  }));
  await inTenant(db, brokerageId, async (tx) => {
    for (const { owner, ownerId } of rows)
      if (ownerId && owner) {
        const [firstName, lastName] = owner.split(' ');
        await tx.insert(contacts).values({
          brokerageId,
          id: ownerId,
          kind: lastName ? 'person' : 'company',
          firstName: lastName ? firstName : null,
          lastName,
          displayName: owner,
          createdAt: at,
        });
      }
    await tx.insert(leads).values(
      rows.map(({ owner: _owner, ownerId, ...lead }) => ({
        ...{
          brokerageId,
          propertyKey: `adr:${lead.leadNo}`,
          contentHash: lead.id,
          asOf: '2026-11-01',
          createdAt: at,
          updatedAt: at,
          status: 'review',
          outcome: 'review',
        },
        ...{ line: `${100 + lead.leadNo} MAIN ST`, city: 'NASHVILLE', state: 'TN', zip: '37216', county: 'DAVIDSON', propertyType: 'single-family' },
        ...(ownerId ? { ownerIds: [ownerId] } : {}),
        ...lead,
      })),
    );
  });
  return rows.map(({ id, leadNo, ownerId }) => ({ id, leadNo, ownerId }));
}

/** The default rules, published as version 1. */
export async function seedRules(db: Db, brokerageId: string): Promise<void> {
  await inTenant(db, brokerageId, (tx) =>
    tx
      .insert(ruleSets)
      .values({ brokerageId, version: 1, name: 'Default', definition: defaultRuleSet, status: 'published', createdBy: 'test', createdAt: at, publishedAt: at }),
  );
}
