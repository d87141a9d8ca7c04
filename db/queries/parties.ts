import { randomUUID } from 'node:crypto';
import { and, asc, eq, inArray, isNull, sql } from 'drizzle-orm';
import type { Given } from '../../domain/closing/parties.ts';
import { DomainError } from '../../domain/errors.ts';
import type { Tx } from '../client.ts';
import { type Change, lockSubject } from '../events.ts';
import { contactPoints, contacts, deals, parties } from '../schema/index.ts';

export type Party = typeof parties.$inferSelect & { name: string; dealNo: number };
export type ContactView = { id: string; name: string; emails: string[]; phones: string[]; statedZone: string | null };

const withNames = (tx: Tx) =>
  tx
    .select({ party: parties, name: contacts.displayName, dealNo: deals.dealNo })
    .from(parties)
    .innerJoin(contacts, and(eq(contacts.brokerageId, parties.brokerageId), eq(contacts.id, parties.contactId)))
    .innerJoin(deals, and(eq(deals.brokerageId, parties.brokerageId), eq(deals.id, parties.dealId)))
    .$dynamic();

/** Who takes part, and with `all` who has taken part; in order of role. */
export async function listParties(tx: Tx, { dealId, roles, all }: { dealId: string; roles?: readonly string[]; all?: boolean }): Promise<Party[]> {
  const rows = await withNames(tx)
    .where(
      and(
        eq(parties.brokerageId, tx.brokerageId),
        eq(parties.dealId, dealId),
        roles ? inArray(parties.role, [...roles]) : undefined,
        all ? undefined : isNull(parties.leftAt),
      ),
    )
    .orderBy(asc(parties.role), asc(parties.addedAt), asc(parties.id));
  return rows.map(({ party, name, dealNo }) => ({ ...party, name, dealNo }));
}

export async function findParty(tx: Tx, { partyId }: { partyId: string }): Promise<Party | undefined> {
  const [row] = await withNames(tx).where(and(eq(parties.brokerageId, tx.brokerageId), eq(parties.id, partyId)));
  return row && { ...row.party, name: row.name, dealNo: row.dealNo };
}

export async function findContact(tx: Tx, { contactId }: { contactId: string }): Promise<ContactView | undefined> {
  const [row] = await tx
    .select()
    .from(contacts)
    .where(and(eq(contacts.brokerageId, tx.brokerageId), eq(contacts.id, contactId)));
  if (!row) return undefined;
  const points = await tx
    .select()
    .from(contactPoints)
    .where(and(eq(contactPoints.brokerageId, tx.brokerageId), eq(contactPoints.contactId, contactId)))
    .orderBy(contactPoints.rank, contactPoints.createdAt, contactPoints.value);
  const of = (kind: string) => points.flatMap((point) => (point.kind === kind ? [point.value] : []));
  return { id: row.id, name: row.displayName, emails: of('email'), phones: of('phone'), statedZone: row.statedZone };
}

export type NewParty = { dealId: string; dealNo: number } & Given;

/** Adds somebody to a deal: a contact we know, or a new one. The same contact in the same role again is the party that is there. */
export async function addParty({ tx, now, event }: Change, party: NewParty): Promise<{ party: Party; fresh: boolean }> {
  const { dealId, dealNo, role } = party;
  const contactId = 'contactId' in party ? party.contactId : await newContact(tx, now, party);
  if (!(await findContact(tx, { contactId })))
    throw new DomainError('no-such-contact', `There is no contact ${contactId}.`, { nextStep: 'Give name and address of the party instead.' });
  const [known] = (await listParties(tx, { dealId, roles: [role] })).filter((one) => one.contactId === contactId);
  if (known) return { party: known, fresh: false };
  const [row] = await tx.insert(parties).values({ brokerageId: tx.brokerageId, dealId, contactId, role, addedAt: now }).returning();
  await event('Party.Added', { dealId, dealNo, partyId: row!.id, contactId, role });
  return { party: (await findParty(tx, { partyId: row!.id }))!, fresh: true };
}

async function newContact(tx: Tx, at: Date, { name, email, phone }: { name: string; email?: string | undefined; phone?: string | undefined }): Promise<string> {
  const id = randomUUID();
  await tx.insert(contacts).values({ brokerageId: tx.brokerageId, id, kind: 'person', displayName: name, createdAt: at });
  for (const [kind, value] of [['email', email] as const, ['phone', phone] as const]) if (value) await setPoint(tx, at, { contactId: id, kind, value });
  return id;
}

/** A party that has left gets no more messages; what was said to it stays. */
export async function leaveDeal({ tx, now, event }: Change, { partyId }: { partyId: string }): Promise<Party> {
  const party = await findParty(tx, { partyId });
  if (!party) throw new DomainError('no-such-party', `There is no party ${partyId}.`, { nextStep: 'List the parties of the deal and take the id of one.' });
  if (party.leftAt) return party;
  await tx
    .update(parties)
    .set({ leftAt: now })
    .where(and(eq(parties.brokerageId, tx.brokerageId), eq(parties.id, partyId)));
  const { dealId, dealNo, contactId, role } = party;
  await event('Party.Left', { dealId, dealNo, partyId, contactId, role });
  return { ...party, leftAt: now };
}

export type ContactChange = { name?: string | undefined; email?: string | undefined; phone?: string | undefined; statedZone?: string | null | undefined };

/** Changes a contact in its one place; an address replaces the best one of its kind. One event says which fields, and its consumers take the values from here. */
export async function updateContact({ tx, now, event }: Change, { contactId, ...wanted }: { contactId: string } & ContactChange): Promise<ContactView> {
  await lockSubject(tx, { kind: 'contact', id: contactId });
  const before = await findContact(tx, { contactId });
  if (!before)
    throw new DomainError('no-such-contact', `There is no contact ${contactId}.`, { nextStep: 'List the parties of a deal: each names its contact.' });
  const { name, email, phone, statedZone } = wanted;
  const fields: string[] = [];
  if (name !== undefined && name !== before.name) fields.push('name');
  if (statedZone !== undefined && statedZone !== before.statedZone) fields.push('statedZone');
  if (fields.length > 0)
    await tx
      .update(contacts)
      .set({ ...(name === undefined ? {} : { displayName: name, firstName: null, lastName: null }), ...(statedZone === undefined ? {} : { statedZone }) })
      .where(and(eq(contacts.brokerageId, tx.brokerageId), eq(contacts.id, contactId)));
  for (const [kind, value, old] of [['email', email, before.emails[0]] as const, ['phone', phone, before.phones[0]] as const]) {
    if (value === undefined || value === old) continue;
    fields.push(kind);
    if (old !== undefined)
      await tx
        .delete(contactPoints)
        .where(
          and(
            eq(contactPoints.brokerageId, tx.brokerageId),
            eq(contactPoints.contactId, contactId),
            eq(contactPoints.kind, kind),
            eq(contactPoints.value, old),
          ),
        );
    await setPoint(tx, now, { contactId, kind, value });
  }
  if (fields.length === 0) return before;
  await event('Contact.Updated', { contactId, fields, deals: await openDealsOf(tx, contactId) }, { kind: 'contact', id: contactId });
  return (await findContact(tx, { contactId }))!;
}

/** Open deals in which a contact takes part, or whose property is theirs. */
async function openDealsOf(tx: Tx, contactId: string): Promise<{ dealId: string; dealNo: number }[]> {
  const rows = await tx.execute<{ id: string; deal_no: number }>(sql`
    select d.id, d.deal_no from deals d where d.brokerage_id = ${tx.brokerageId} and d.closed_at is null and (
      exists (select 1 from parties p where p.brokerage_id = d.brokerage_id and p.deal_id = d.id and p.contact_id = ${contactId} and p.left_at is null)
      or exists (select 1 from leads l where l.brokerage_id = d.brokerage_id and l.id = d.lead_id and ${contactId}::uuid = any(l.owner_ids)))
    order by d.deal_no`);
  return rows.map(({ id, deal_no }) => ({ dealId: id, dealNo: deal_no }));
}

/** What a person says stands first. */
async function setPoint(tx: Tx, at: Date, { contactId, kind, value }: { contactId: string; kind: 'email' | 'phone'; value: string }): Promise<void> {
  await tx
    .insert(contactPoints)
    .values({ brokerageId: tx.brokerageId, contactId, kind, value, source: 'person', rank: 0, createdAt: at })
    .onConflictDoUpdate({
      target: [contactPoints.brokerageId, contactPoints.contactId, contactPoints.kind, contactPoints.value],
      set: { rank: 0, source: sql`excluded.source` },
    });
}
