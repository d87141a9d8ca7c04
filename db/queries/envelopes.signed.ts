import { and, eq, max } from 'drizzle-orm';
import type { Tx } from '../client.ts';
import type { Change } from '../events.ts';
import { documents, documentVersions, files } from '../schema/index.ts';
import { identityOf, writeEnvelope } from './envelopes.course.ts';
import { findEnvelope } from './envelopes.ts';

/** Names the stored PDF and ends the row. Once: a second look finds it. */
export async function fileSigned({ tx, now, event }: Change, { envelopeId, sha256 }: { envelopeId: string; sha256: string | null }): Promise<void> {
  const row = await findEnvelope(tx, { envelopeId });
  if (!row || row.endedAt) return;
  await writeEnvelope(tx, { envelopeId, values: { signedSha256: sha256, endedAt: now, waitingFor: null, runDueAt: null } });
  if (sha256 !== null) await event('Envelope.Filed', { ...(await identityOf(tx, { envelope: row })), documentId: row.documentId, sha256 });
}

/** The signed PDF becomes the newest version of the document that was sent. Bytes that are a version already stay that version. */
export async function addSignedVersion({ tx, now, event }: Change, { envelopeId, sha256 }: { envelopeId: string; sha256: string }): Promise<void> {
  const envelope = await findEnvelope(tx, { envelopeId });
  if (!envelope) return;
  const { documentId } = envelope;
  const mine = and(eq(documents.brokerageId, tx.brokerageId), eq(documents.id, documentId));
  const [document] = await tx.select().from(documents).where(mine);
  const [file] = await tx
    .select()
    .from(files)
    .where(and(eq(files.brokerageId, tx.brokerageId), eq(files.sha256, sha256)));
  if (!document || !file) return;
  const [newest] = await tx
    .select({ version: max(documentVersions.version) })
    .from(documentVersions)
    .where(and(eq(documentVersions.brokerageId, tx.brokerageId), eq(documentVersions.documentId, documentId)));
  const version = (newest?.version ?? 0) + 1;
  const [added] = await tx
    .insert(documentVersions)
    .values({
      ...{ brokerageId: tx.brokerageId, documentId, version, sha256, mime: file.mime, name: file.name, bytes: file.bytes },
      ...{ uploadedAt: now, uploadedBy: envelope.workflowId },
    })
    .onConflictDoNothing()
    .returning();
  if (!added) return;
  await tx.update(documents).set({ version }).where(mine);
  const { dealId, dealNo } = await identityOf(tx, { envelope });
  await event('Document.Signed', { dealId, dealNo, documentId, version, envelopeId });
}

/** Where the bytes of a version lie. */
export async function documentToSign(tx: Tx, { documentId, version }: { documentId: string; version: number }): Promise<{ name: string; sha256: string }> {
  const [row] = await tx
    .select({ name: documentVersions.name, sha256: documentVersions.sha256 })
    .from(documentVersions)
    .where(and(eq(documentVersions.brokerageId, tx.brokerageId), eq(documentVersions.documentId, documentId), eq(documentVersions.version, version)));
  return row ?? { name: 'document.pdf', sha256: '' };
}
