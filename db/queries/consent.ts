import { and, eq, inArray, isNull } from 'drizzle-orm';
import type { Tx } from '../client.ts';
import { type Change, lockSubject } from '../events.ts';
import { consents, contactPoints, suppressions, wrongAddresses } from '../schema/index.ts';

export type Channel = 'sms' | 'call' | 'email';

/** Suppresses an address on these channels for the whole brokerage, at once, and revokes the consents given for it. Again changes nothing. */
export async function suppress(
  { tx, now, event }: Change,
  {
    address,
    channels,
    reason,
    source,
    contactId = null,
  }: { address: string; channels: readonly Channel[]; reason: string; source: string; contactId?: string | null | undefined },
): Promise<void> {
  const known = await tx
    .select({ channel: suppressions.channel })
    .from(suppressions)
    .where(
      and(eq(suppressions.brokerageId, tx.brokerageId), eq(suppressions.address, address), eq(suppressions.reason, reason), isNull(suppressions.liftedAt)),
    );
  const fresh = channels.filter((channel) => !known.some((one) => one.channel === channel));
  if (fresh.length === 0) return;
  const values = { reason, source, at: now, liftedAt: null };
  for (const channel of fresh)
    await tx
      .insert(suppressions)
      .values({ brokerageId: tx.brokerageId, channel, address, ...values })
      .onConflictDoUpdate({ target: [suppressions.brokerageId, suppressions.channel, suppressions.address], set: values });
  await tx
    .update(consents)
    .set({ revokedAt: now })
    .where(and(eq(consents.brokerageId, tx.brokerageId), eq(consents.address, address), inArray(consents.channel, [...fresh]), isNull(consents.revokedAt)));
  if (reason !== 'opt-out') return;
  const owners = contactId ? [contactId] : await contactsAt(tx, { address });
  for (const id of owners) await event('Contact.OptedOut', { contactId: id, channels: [...fresh], source }, { kind: 'contact', id });
  if (owners.length === 0) await event('Contact.OptedOut', { contactId: null, channels: [...fresh], source });
}

/** Who is known at an address. */
export async function contactsAt(tx: Tx, { address }: { address: string }): Promise<string[]> {
  const rows = await tx
    .selectDistinct({ id: contactPoints.contactId })
    .from(contactPoints)
    .where(and(eq(contactPoints.brokerageId, tx.brokerageId), eq(contactPoints.value, address)))
    .orderBy(contactPoints.contactId);
  return rows.map(({ id }) => id);
}

/** Whether an address is suppressed on a channel. */
export async function isSuppressed(tx: Tx, { address, channel }: { address: string; channel: Channel }): Promise<boolean> {
  const [row] = await tx
    .select({ address: suppressions.address })
    .from(suppressions)
    .where(
      and(eq(suppressions.brokerageId, tx.brokerageId), eq(suppressions.address, address), eq(suppressions.channel, channel), isNull(suppressions.liftedAt)),
    );
  return row !== undefined;
}

/** The address belongs to somebody else: never used again for this contact. */
export async function markWrongAddress(
  { tx, now, event }: Change,
  { contactId, address, channel, source }: { contactId: string; address: string; channel: Channel; source: string },
): Promise<void> {
  const added = await tx
    .insert(wrongAddresses)
    .values({ brokerageId: tx.brokerageId, contactId, address, source, at: now })
    .onConflictDoNothing()
    .returning({ at: wrongAddresses.at });
  if (added.length > 0) await event('Contact.AddressWrong', { contactId, channel, source }, { kind: 'contact', id: contactId });
}

/** Records consent with its evidence; the same consent again changes nothing. A suppressed address stays suppressed. */
export async function recordConsent(
  { tx, now, event }: Change,
  {
    contactId,
    channel,
    address,
    form,
    evidence,
    givenAt,
  }: { contactId: string; channel: Channel; address: string; form: 'written' | 'oral'; evidence: string; givenAt?: Date | undefined },
): Promise<boolean> {
  await lockSubject(tx, { kind: 'contact', id: contactId });
  const same = and(
    eq(consents.brokerageId, tx.brokerageId),
    eq(consents.contactId, contactId),
    eq(consents.channel, channel),
    eq(consents.address, address),
    isNull(consents.revokedAt),
  );
  const [known] = await tx
    .select({ id: consents.id })
    .from(consents)
    .where(and(same, eq(consents.form, form)));
  if (known) return false;
  await tx.insert(consents).values({ brokerageId: tx.brokerageId, contactId, channel, address, form, evidence, givenAt: givenAt ?? now });
  await event('Consent.Recorded', { contactId, channel, form }, { kind: 'contact', id: contactId });
  return true;
}
