import { randomUUID } from 'node:crypto';
import { and, asc, eq, or } from 'drizzle-orm';
import { mailingKey } from '../../domain/sourcing/address.ts';
import type { PropertyLine } from '../../domain/sourcing/line.ts';
import { contactId } from '../../domain/sourcing/names.ts';
import type { Tx } from '../client.ts';
import type { Change } from '../events.ts';
import { contactPoints, contacts, leads } from '../schema/index.ts';
import { drawNumber } from './numbers.ts';

export type LeadRef = { id: string; leadNo: number };

/** The lead that a property is already known as. */
export async function findLeadOfProperty(tx: Tx, { line }: { line: Pick<PropertyLine, 'propertyKey' | 'addressKey'> }): Promise<LeadRef | null> {
  const [row] = await tx
    .select({ id: leads.id, leadNo: leads.leadNo })
    .from(leads)
    .where(
      and(
        eq(leads.brokerageId, tx.brokerageId),
        or(eq(leads.propertyKey, line.propertyKey), line.addressKey ? eq(leads.addressKey, line.addressKey) : undefined),
      ),
    )
    .orderBy(asc(leads.leadNo))
    .limit(1);
  return row ?? null;
}

/** Makes a lead of a property that a person entered, with its owners; a property that is known stays as it is. */
export async function addLead(
  change: Change,
  { leadId = randomUUID(), line, today }: { leadId?: string; line: PropertyLine; today: string },
): Promise<LeadRef> {
  const { tx, now } = change;
  const known = await findLeadOfProperty(tx, { line });
  if (known) return known;
  const ownerIds = await addOwners(change, line);
  const leadNo = await drawNumber(tx, { kind: 'lead' });
  const { propertyKey, addressKey, parcelNumber, county, street, unit, city, state, zip, propertyType, bedrooms, bathroomsHundredths } = line;
  const { livingSqft, yearBuilt, valueCents, liensCents, repairsCents, listPriceCents, contentHash } = line;
  await tx.insert(leads).values({
    ...{ brokerageId: tx.brokerageId, id: leadId, leadNo, propertyKey, addressKey, parcelNumber, county, line: street, unit, city, state, zip },
    ...{ propertyType, bedrooms, bathroomsHundredths, livingSqft, yearBuilt, valueCents, liensCents, repairsCents, listPriceCents, contentHash },
    ...{ ownerIds, asOf: today, relation: 'known', createdAt: now, updatedAt: now },
  });
  await change.event('Lead.Added', { leadId, leadNo }, { kind: 'lead', id: leadId });
  return { id: leadId, leadNo };
}

async function addOwners({ tx, now }: Change, line: PropertyLine): Promise<string[]> {
  const { brokerageId } = tx;
  const address =
    (line.mailingLine === null
      ? null
      : mailingKey({ line: line.mailingLine, unit: line.mailingUnit, city: line.mailingCity, state: line.mailingState, zip: line.mailingZip })) ??
    line.propertyKey;
  const owners = line.owners.map((owner) => ({ id: contactId(brokerageId, owner, address), owner }));
  for (const { id, owner } of owners)
    await tx
      .insert(contacts)
      .values({ brokerageId, id, kind: owner.kind, firstName: owner.first, lastName: owner.last, displayName: owner.name, createdAt: now })
      .onConflictDoNothing();
  const [first] = owners;
  for (const [rank, { kind, value, lineType, doNotCall }] of first ? line.points.entries() : [])
    await tx
      .insert(contactPoints)
      .values({ brokerageId, contactId: first!.id, kind, value, lineType, doNotCall, source: 'by hand', rank: rank + 1, createdAt: now })
      .onConflictDoNothing();
  return owners.map(({ id }) => id);
}
