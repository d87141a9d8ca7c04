import { randomUUID } from 'node:crypto';
import { and, desc, eq, inArray, isNull, max, sql } from 'drizzle-orm';
import { dealEnded } from '../../domain/closing/ended.ts';
import { isSigningEnd, type Voiding } from '../../domain/closing/signing.ts';
import { DomainError } from '../../domain/errors.ts';
import type { Tx } from '../client.ts';
import type { Change } from '../events.ts';
import { contactPoints, contacts, documents, documentVersions, envelopeRecipients, envelopes, parties, wrongAddresses } from '../schema/index.ts';
import { dealOfEnvelope, type EnvelopeRow, envelopesOfDeal, findEnvelope, signingSettings } from './envelopes.ts';

export type NewSigner = { partyId: string; routingOrder: number; anchor: string | null };
export type NewEnvelope = {
  dealId: string;
  /** Its id, or its number within the deal. */
  document: { id: string } | { no: number };
  version: number | null;
  subject: string;
  message: string | null;
  signers: NewSigner[];
  by: string;
};

/** Asks for signatures: judged by what can be known now. The event starts the run that sends. */
export async function requestEnvelope({ tx, now, event }: Change, wish: NewEnvelope): Promise<EnvelopeRow> {
  const { dealId, signers, by } = wish;
  const { dealNo, closed, stage } = await dealOfEnvelope(tx, { dealId });
  if (closed) throw dealEnded({ dealNo, stage });
  const version = await versionToSign(tx, wish);
  await refuseSigners(tx, dealId, signers);

  const { slug } = await signingSettings(tx, {});
  const [last] = await tx
    .select({ no: max(envelopes.envelopeNo) })
    .from(envelopes)
    .where(and(eq(envelopes.brokerageId, tx.brokerageId), eq(envelopes.dealId, dealId)));
  const [id, envelopeNo] = [randomUUID(), (last?.no ?? 0) + 1];
  const workflowId = `envelope/${slug}/${dealNo}/${envelopeNo}`;
  const { documentId, version: documentVersion } = version;
  const [row] = await tx
    .insert(envelopes)
    .values({
      ...{ brokerageId: tx.brokerageId, id, envelopeNo, dealId, documentId, documentVersion, workflowId },
      ...{ subject: wish.subject, message: wish.message, requestedAt: now, requestedBy: by, waitingFor: 'the signature provider to take it' },
      // Unlike the run's id it is never used again, whatever becomes of this database: the provider keeps what it got.
      key: `${workflowId}/${id.slice(0, 8)}`,
    })
    .returning();
  await tx.insert(envelopeRecipients).values(signers.map((signer, at) => ({ brokerageId: tx.brokerageId, envelopeId: id, recipientNo: at + 1, ...signer })));
  await event('Envelope.Requested', { dealId, dealNo, envelopeId: id, envelopeNo, workflowId, documentId, documentVersion, signers: signers.length });
  return row!;
}

async function versionToSign(tx: Tx, { dealId, document, version }: NewEnvelope): Promise<typeof documentVersions.$inferSelect> {
  const which = 'id' in document ? eq(documents.id, document.id) : eq(documents.documentNo, document.no);
  const [of] = await tx
    .select()
    .from(documents)
    .where(and(eq(documents.brokerageId, tx.brokerageId), eq(documents.dealId, dealId), which));
  const name = 'id' in document ? document.id : document.no;
  if (!of) throw new DomainError('no-such-document', `The deal has no document ${name}.`, { nextStep: 'List the documents of the deal and take one of them' });
  const [row] = await tx
    .select()
    .from(documentVersions)
    .where(and(eq(documentVersions.brokerageId, tx.brokerageId), eq(documentVersions.documentId, of.id), eq(documentVersions.version, version ?? of.version)));
  if (!row)
    throw new DomainError('no-such-document', `Document ${of.documentNo} has no version ${version ?? of.version}; version ${of.version} is in force.`, {
      nextStep: 'Take one of its versions, or leave the version out for the one in force',
    });
  if (row.mime !== 'application/pdf')
    throw new DomainError('not-a-pdf', `Version ${row.version} of document ${of.documentNo} is ${row.mime}, and only a PDF can be signed.`, {
      nextStep: 'Upload it as a PDF and ask again',
    });
  return row;
}

/** All of them are asked for at once, so that one answer names every fault. */
async function refuseSigners(tx: Tx, dealId: string, signers: NewSigner[]): Promise<void> {
  const ids = signers.map(({ partyId }) => partyId);
  if (ids.length === 0) throw new DomainError('no-signer', 'Nobody is named who shall sign.', { nextStep: 'Name at least one party of the deal' });
  const twice = ids.find((id, at) => ids.indexOf(id) !== at);
  if (twice)
    throw new DomainError('duplicate-party', `Party ${twice} is named twice.`, { nextStep: 'Name each party once: one person signs in all places at once' });
  const known = await signersOf(tx, { dealId, partyIds: ids });
  const strangers = ids.filter((id) => !known.some(({ partyId }) => partyId === id));
  if (strangers.length > 0)
    throw new DomainError('no-such-signer', `The deal has no such party: ${strangers.join(', ')}.`, {
      nextStep: 'List the parties of the deal; one that has left cannot sign',
    });
  const mute = known.filter(({ email }) => email === null);
  if (mute.length > 0)
    throw new DomainError(
      'party-without-email',
      `No e-mail address is known of ${mute.map(({ partyId, role }) => `the ${role.replaceAll('-', ' ')} (party ${partyId})`).join(', ')}.`,
      {
        nextStep: 'Add an address to the contact and ask again',
      },
    );
}

export type Signer = { partyId: string; role: string; name: string; email: string | null };

/** Parties who have not left, each with the best address that is not known to be wrong: what a person said, else the newest. */
export async function signersOf(tx: Tx, { dealId, partyIds }: { dealId: string; partyIds: string[] }): Promise<Signer[]> {
  const rows = await tx
    .select({ partyId: parties.id, role: parties.role, name: contacts.displayName, email: contactPoints.value })
    .from(parties)
    .innerJoin(contacts, and(eq(contacts.brokerageId, parties.brokerageId), eq(contacts.id, parties.contactId)))
    .leftJoin(
      contactPoints,
      and(
        eq(contactPoints.brokerageId, parties.brokerageId),
        eq(contactPoints.contactId, parties.contactId),
        eq(contactPoints.kind, 'email'),
        sql`not exists (select 1 from ${wrongAddresses} w where w.brokerage_id = ${contactPoints.brokerageId} and w.contact_id = ${contactPoints.contactId} and w.address = ${contactPoints.value})`,
      ),
    )
    .where(and(eq(parties.brokerageId, tx.brokerageId), eq(parties.dealId, dealId), inArray(parties.id, partyIds), isNull(parties.leftAt)))
    .orderBy(contactPoints.rank, desc(contactPoints.createdAt), contactPoints.value);
  const found = new Map<string, Signer>();
  for (const row of rows) if (!found.has(row.partyId)) found.set(row.partyId, row);
  return [...found.values()];
}

/** Wants an envelope ended; its run does it at the provider. The first wish stands. */
export async function requestVoid(
  { tx, event }: Change,
  { envelopeId, voiding }: { envelopeId: string; voiding: Voiding & { cause: 'person' | 'deal-closed' } },
): Promise<EnvelopeRow> {
  const row = await findEnvelope(tx, { envelopeId });
  if (!row) throw new DomainError('no-such-envelope', `There is no envelope ${envelopeId}.`, { nextStep: 'List the envelopes of the deal' });
  if (isSigningEnd(row.status))
    throw new DomainError('envelope-ended', `Envelope ${row.envelopeNo} is ${row.status} already.`, {
      nextStep: 'Ask for signatures anew: each request is an envelope of its own',
    });
  if (row.voiding) return row;
  const { dealNo } = await dealOfEnvelope(tx, { dealId: row.dealId });
  const [next] = await tx
    .update(envelopes)
    .set({ voiding, waitingFor: 'the signature provider to end it' })
    .where(and(eq(envelopes.brokerageId, tx.brokerageId), eq(envelopes.id, envelopeId)))
    .returning();
  const { dealId, envelopeNo, workflowId } = row;
  await event('Envelope.VoidRequested', { dealId, dealNo, envelopeId, envelopeNo, workflowId, cause: voiding.cause });
  return next!;
}

/** A deal that has fallen through wants no signatures any more. */
export async function voidEnvelopesOf(change: Change, { dealId, reason, by }: { dealId: string; reason: string; by: string }): Promise<void> {
  for (const { id, status } of await envelopesOfDeal(change.tx, { dealId }))
    if (!isSigningEnd(status)) await requestVoid(change, { envelopeId: id, voiding: { cause: 'deal-closed', reason, by } });
}
