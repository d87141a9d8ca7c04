import { and, eq } from 'drizzle-orm';
import { outlivesSigning } from '../../domain/closing/documents.ts';
import type { Tx } from '../client.ts';
import type { Change } from '../events.ts';
import { documents, documentVersions, files } from '../schema/index.ts';
import { listVersions, type Review, viewDocument } from './documents.ts';
import { identityOf, writeEnvelope } from './envelopes.course.ts';
import { type EnvelopeRow, findEnvelope } from './envelopes.ts';
import { openTask } from './tasks.ts';

/** Names the stored PDF and ends the row. Once: a second look finds it. */
export async function fileSigned({ tx, now, event }: Change, { envelopeId, sha256 }: { envelopeId: string; sha256: string | null }): Promise<void> {
  const row = await findEnvelope(tx, { envelopeId });
  if (!row || row.endedAt) return;
  await writeEnvelope(tx, { envelopeId, values: { signedSha256: sha256, endedAt: now, waitingFor: null, runDueAt: null } });
  if (sha256 !== null) await event('Envelope.Filed', { ...(await identityOf(tx, { envelope: row })), documentId: row.documentId, sha256 });
}

/**
 * The signed PDF becomes a version of the document that was sent, and the one in force, unless a newer one has come meanwhile: that nobody has signed,
 * so a person decides. Bytes that are a version already stay that version.
 */
export async function addSignedVersion(change: Change, { envelopeId, sha256 }: { envelopeId: string; sha256: string }): Promise<void> {
  const { tx, now, event } = change;
  const envelope = await findEnvelope(tx, { envelopeId });
  if (!envelope) return;
  const { documentId, documentVersion: of } = envelope;
  const mine = and(eq(documents.brokerageId, tx.brokerageId), eq(documents.id, documentId));
  const [document] = await tx.select().from(documents).where(mine);
  const [file] = await tx
    .select()
    .from(files)
    .where(and(eq(files.brokerageId, tx.brokerageId), eq(files.sha256, sha256)));
  if (!document || !file) return;
  const versions = await listVersions(tx, { documentId });
  const version = (versions[0]?.version ?? 0) + 1;
  const [added] = await tx
    .insert(documentVersions)
    .values({
      ...{ brokerageId: tx.brokerageId, documentId, version, sha256, mime: file.mime, name: file.name, bytes: file.bytes },
      ...{ uploadedAt: now, uploadedBy: envelope.workflowId, signatureOf: of },
    })
    .onConflictDoNothing()
    .returning();
  if (!added) return;
  const current = versions.find((one) => one.version === document.version);
  const inForce = document.version === of || current?.signatureOf === of;
  const doubted = outlivesSigning(document.review as Review | null);
  if (inForce)
    await tx
      .update(documents)
      .set({ version, ...(doubted ? { status: 'in-review', review: null, uploadedAt: now } : {}) })
      .where(mine);
  const { dealId, dealNo } = await identityOf(tx, { envelope });
  await event('Document.Signed', { dealId, dealNo, documentId, version, envelopeId, of, inForce, accepted: inForce && !doubted });
  if (!inForce) await askWhichStands(change, { envelope, dealNo, document, version });
}

function askWhichStands(
  change: Change,
  { envelope, dealNo, document, version }: { envelope: EnvelopeRow; dealNo: number; document: typeof documents.$inferSelect; version: number },
): Promise<unknown> {
  const { dealId, envelopeNo, documentVersion } = envelope;
  return openTask(change, {
    kind: 'signed-older-version',
    key: `signed-older-version/${document.id}/${version}`,
    subject: { kind: 'deal', id: dealId },
    dealId,
    title: `Envelope ${envelopeNo} of deal ${dealNo} was signed on an older version of document ${document.documentNo}`,
    reason: `Signed is version ${documentVersion}; meanwhile version ${document.version} is in force, which nobody has signed. Its signed copy is kept as version ${version}: take that as the version in force, or send version ${document.version} for signature`,
    role: 'coordinator',
    dueAt: new Date(change.now.getTime() + 86_400_000),
  });
}

/** Writes down who opened the signed copy, at the version of the document that it is; until it is one, nothing but the envelope has it. */
export async function viewSigned(change: Change, { envelopeId, personId }: { envelopeId: string; personId: string }): Promise<void> {
  const envelope = await findEnvelope(change.tx, { envelopeId });
  if (!envelope) return;
  const { documentId, signedSha256 } = envelope;
  const copy = (await listVersions(change.tx, { documentId })).find(({ sha256 }) => sha256 === signedSha256);
  if (copy) await viewDocument(change, { documentId, version: copy.version, personId });
}

/** Where the bytes of a version lie. */
export async function documentToSign(tx: Tx, { documentId, version }: { documentId: string; version: number }): Promise<{ name: string; sha256: string }> {
  const [row] = await tx
    .select({ name: documentVersions.name, sha256: documentVersions.sha256 })
    .from(documentVersions)
    .where(and(eq(documentVersions.brokerageId, tx.brokerageId), eq(documentVersions.documentId, documentId), eq(documentVersions.version, version)));
  return row ?? { name: 'document.pdf', sha256: '' };
}
