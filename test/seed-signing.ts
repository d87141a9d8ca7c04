import { randomUUID } from 'node:crypto';
import type { Db } from '../db/client.ts';
import { changeSubject } from '../db/events.ts';
import type { FileStore } from '../db/files.ts';
import { requestEnvelope } from '../db/queries/envelopes.request.ts';
import type { EnvelopeRow } from '../db/queries/envelopes.ts';
import { contactPoints, contacts, documents, documentVersions, parties } from '../db/schema/index.ts';
import { inTenant } from '../db/tenant.ts';

export const pdf = Buffer.from('%PDF-1.4\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n');
export type SeededFile = { documentId: string; partyIds: string[]; signers: { partyId: string; routingOrder: number; anchor: string | null }[] };

const at = new Date('2026-11-20T15:00:00Z');
let numbers = 0;

/** A contract of a deal, and its parties: each an e-mail address, in the order they sign. A null has none. */
export async function seedFile(
  { db, files }: { db: Db; files: FileStore },
  {
    brokerageId,
    dealId,
    emails,
    roles = ['buyer', 'seller', 'buyer-agent'],
  }: { brokerageId: string; dealId: string; emails: (string | null)[]; roles?: string[] },
): Promise<SeededFile> {
  const { sha256, bytes } = await files.put(brokerageId, pdf);
  const documentId = randomUUID();
  const people = emails.map((email, index) => ({ email, contactId: randomUUID(), partyId: randomUUID(), role: roles[index]! }));
  await inTenant(db, brokerageId, async (tx) => {
    await tx.insert(documents).values({ brokerageId, id: documentId, documentNo: ++numbers, dealId, title: 'Purchase contract', uploadedAt: at });
    await tx.insert(documentVersions).values({
      ...{ brokerageId, documentId, version: 1, sha256, mime: 'application/pdf', name: 'contract.pdf', bytes, uploadedAt: at, uploadedBy: 'test' },
    });
    for (const { email, contactId, partyId, role } of people) {
      await tx.insert(contacts).values({ brokerageId, id: contactId, kind: 'person', displayName: `Jo ${role}`, createdAt: at });
      if (email) await tx.insert(contactPoints).values({ brokerageId, contactId, kind: 'email', value: email, source: 'test', createdAt: at });
      await tx.insert(parties).values({ brokerageId, id: partyId, dealId, contactId, role, addedAt: at });
    }
  });
  const partyIds = people.map(({ partyId }) => partyId);
  return { documentId, partyIds, signers: partyIds.map((partyId, index) => ({ partyId, routingOrder: index + 1, anchor: null })) };
}

/** Signatures asked for, as a person does by the API. */
export const askSignatures = (db: Db, brokerageId: string, dealId: string, { documentId, signers }: SeededFile): Promise<EnvelopeRow> =>
  changeSubject(db, { brokerageId, subject: { kind: 'deal', id: dealId }, actor: { kind: 'system', id: 'test' }, source: 'test' }, (change) =>
    requestEnvelope(change, { dealId, document: { id: documentId }, version: null, subject: 'Purchase contract', message: null, signers, by: 'test' }),
  );
