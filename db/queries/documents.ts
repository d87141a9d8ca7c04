import { and, asc, desc, eq, max } from 'drizzle-orm';
import type { RejectReason } from '../../domain/closing/documents.ts';
import type { ProposedMatch } from '../../domain/compliance/checklists/matcher.ts';
import { DomainError } from '../../domain/errors.ts';
import type { Tx } from '../client.ts';
import { asDocument, type Document } from '../document.ts';
import type { Change } from '../events.ts';
import { deals, documents, documentVersions, documentViews, files } from '../schema/index.ts';
import { contractNoNow, contractNoOf } from './contracts.ts';

export type { Document };
export type DocumentVersion = typeof documentVersions.$inferSelect;
export type Review = { decision: 'accept' | 'reject'; reason: RejectReason | null; note: string | null; version: number; by: string; at: string };
export type StoredFile = { sha256: string; bytes: number; mime: string; name: string };

const withDeal = (tx: Tx) =>
  tx
    .select({ document: documents, dealNo: deals.dealNo, contractNow: contractNoNow })
    .from(documents)
    .innerJoin(deals, and(eq(deals.brokerageId, documents.brokerageId), eq(deals.id, documents.dealId)))
    .$dynamic();

export async function listDocuments(tx: Tx, { dealId, kind }: { dealId: string; kind?: string | undefined }): Promise<Document[]> {
  const rows = await withDeal(tx)
    .where(and(eq(documents.brokerageId, tx.brokerageId), eq(documents.dealId, dealId), kind === undefined ? undefined : eq(documents.kind, kind)))
    .orderBy(asc(documents.documentNo));
  return rows.map(asDocument);
}

export async function findDocument(tx: Tx, { documentId }: { documentId: string }): Promise<Document | undefined> {
  const [row] = await withDeal(tx).where(and(eq(documents.brokerageId, tx.brokerageId), eq(documents.id, documentId)));
  return row && asDocument(row);
}

export async function findDocumentByNo(tx: Tx, { dealId, documentNo }: { dealId: string; documentNo: number }): Promise<Document | undefined> {
  const [row] = await withDeal(tx).where(and(eq(documents.brokerageId, tx.brokerageId), eq(documents.dealId, dealId), eq(documents.documentNo, documentNo)));
  return row && asDocument(row);
}

/** Newest first. */
export function listVersions(tx: Tx, { documentId }: { documentId: string }): Promise<DocumentVersion[]> {
  return tx
    .select()
    .from(documentVersions)
    .where(and(eq(documentVersions.brokerageId, tx.brokerageId), eq(documentVersions.documentId, documentId)))
    .orderBy(desc(documentVersions.version));
}

/** Who opened which version, newest first. */
export function listViews(tx: Tx, { documentId }: { documentId: string }): Promise<(typeof documentViews.$inferSelect)[]> {
  return tx
    .select()
    .from(documentViews)
    .where(and(eq(documentViews.brokerageId, tx.brokerageId), eq(documentViews.documentId, documentId)))
    .orderBy(desc(documentViews.at), desc(documentViews.id))
    .limit(200);
}

export type NewUpload = {
  dealId: string;
  /** The document it is a version of; a new one without. */
  documentNo?: number | undefined;
  title?: string | undefined;
  file: StoredFile;
  proposals: ProposedMatch[];
  by: string;
};

/**
 * Takes in a file that is stored: as a document of its own or as the next version of one. The same bytes again are the version that is there; added
 * again under another contract than before, it is looked through for that.
 * A new version, also of a rejected or accepted document, waits for a review.
 */
export async function addDocument(change: Change, upload: NewUpload): Promise<{ document: Document; version: DocumentVersion; fresh: boolean }> {
  const { tx, now, event } = change;
  const { dealId, documentNo, file, proposals, by } = upload;
  const target = documentNo === undefined ? await documentWith(tx, dealId, file.sha256) : await findDocumentByNo(tx, { dealId, documentNo });
  if (documentNo !== undefined && !target)
    throw new DomainError('no-such-document', `The deal has no document ${documentNo}.`, {
      nextStep: 'List the documents of the deal and take the number of one.',
    });
  const versions = target ? await listVersions(tx, { documentId: target.id }) : [];
  const same = versions.find(({ sha256 }) => sha256 === file.sha256);
  if (target && same) {
    const again = target.ofEarlierContract && same.version === target.version;
    return { document: again ? await takeVersion(change, { documentId: target.id, version: same.version }) : target, version: same, fresh: false };
  }

  await tx
    .insert(files)
    .values({ brokerageId: tx.brokerageId, ...file })
    .onConflictDoNothing();
  // What comes now is of the contract of now, also where the version before was of another.
  const common = { status: 'in-review', review: null, proposals, uploadedAt: now, contractNo: await contractNoOf(tx, { dealId }) };
  const [row] = target
    ? await tx
        .update(documents)
        .set({ ...common, version: versions[0]!.version + 1 })
        .where(and(eq(documents.brokerageId, tx.brokerageId), eq(documents.id, target.id)))
        .returning()
    : await tx
        .insert(documents)
        .values({ brokerageId: tx.brokerageId, dealId, documentNo: await nextNo(tx, dealId), title: upload.title ?? file.name, ...common })
        .returning();
  const [version] = await tx
    .insert(documentVersions)
    .values({ brokerageId: tx.brokerageId, documentId: row!.id, version: row!.version, ...file, uploadedAt: now, uploadedBy: by })
    .returning();
  const document = (await findDocument(tx, { documentId: row!.id }))!;
  const { mime, bytes } = file;
  await event(target ? 'Document.VersionAdded' : 'Document.Uploaded', { ...about(document), mime, bytes, proposal: proposals[0]?.id ?? null });
  return { document, version: version!, fresh: true };
}

/** The document of the deal whose version in force has these bytes. */
async function documentWith(tx: Tx, dealId: string, sha256: string): Promise<Document | undefined> {
  const [row] = await withDeal(tx)
    .innerJoin(
      documentVersions,
      and(
        eq(documentVersions.brokerageId, documents.brokerageId),
        eq(documentVersions.documentId, documents.id),
        eq(documentVersions.version, documents.version),
      ),
    )
    .where(and(eq(documents.brokerageId, tx.brokerageId), eq(documents.dealId, dealId), eq(documentVersions.sha256, sha256)));
  return row && asDocument(row);
}

async function nextNo(tx: Tx, dealId: string): Promise<number> {
  const [row] = await tx
    .select({ last: max(documents.documentNo) })
    .from(documents)
    .where(and(eq(documents.brokerageId, tx.brokerageId), eq(documents.dealId, dealId)));
  return (row?.last ?? 0) + 1;
}

/** A person says which document it is, with the edition of its form; null takes it back. Whose contract fell through, is taken for the next one by it. */
export async function matchToChecklist(
  { tx, event }: Change,
  { documentId, kind, formVersion }: { documentId: string; kind: string | null; formVersion: string | null },
): Promise<Document> {
  const document = await present(tx, documentId);
  const contractNo = await contractNoOf(tx, document);
  if (document.kind === kind && document.formVersion === formVersion && document.contractNo === contractNo) return document;
  await tx
    .update(documents)
    .set({ kind, formVersion, contractNo })
    .where(and(eq(documents.brokerageId, tx.brokerageId), eq(documents.id, documentId)));
  const moved = document.contractNo === contractNo ? {} : { contractNo: { prior: document.contractNo, next: contractNo } };
  await event('Document.Matched', { ...about(document), kind: { prior: document.kind, next: kind }, formVersion, ...moved });
  return { ...document, kind, formVersion, contractNo, ofEarlierContract: false };
}

/** Accepts or rejects the version named; another one may have come since the reviewer looked. The same decision again changes nothing. */
export async function reviewDocument(
  { tx, now, event }: Change,
  { documentId, decision, version, reason, note, by }: { documentId: string } & Omit<Review, 'at'>,
): Promise<Document> {
  const document = await present(tx, documentId);
  if (version !== document.version)
    throw new DomainError('newer-version', `Version ${document.version} of the document has come; the review is of version ${version}.`, {
      nextStep: `Look at version ${document.version} and review that.`,
    });
  const status = decision === 'accept' ? 'accepted' : 'rejected';
  const before = document.review as Review | null;
  if (document.status === status && before?.reason === reason && before.version === version) return document;
  const review: Review = { decision, reason, note, version, by, at: now.toISOString() };
  await tx
    .update(documents)
    .set({ status, review })
    .where(and(eq(documents.brokerageId, tx.brokerageId), eq(documents.id, documentId)));
  await event('Document.Reviewed', { ...about(document), kind: document.kind, status: { prior: document.status, next: status }, reason });
  return { ...document, status, review };
}

/** Makes another version the one in force, such as a signed copy of an older one; it is looked through as if it had come now. */
export async function takeVersion({ tx, now, event }: Change, { documentId, version }: { documentId: string; version: number }): Promise<Document> {
  const document = await present(tx, documentId);
  await versionOf(tx, document, version);
  if (document.version === version && !document.ofEarlierContract) return document;
  const values = { version, status: 'in-review', review: null, uploadedAt: now, contractNo: await contractNoOf(tx, document) };
  await tx
    .update(documents)
    .set(values)
    .where(and(eq(documents.brokerageId, tx.brokerageId), eq(documents.id, documentId)));
  await event('Document.VersionTaken', { ...about(document), version, prior: document.version });
  return { ...document, ...values, ofEarlierContract: false };
}

/** Writes down who opened a version; answers what to open. */
export async function viewDocument(
  { tx, now, event }: Change,
  { documentId, version, personId }: { documentId: string; version: number; personId: string },
): Promise<DocumentVersion> {
  const document = await present(tx, documentId);
  const row = await versionOf(tx, document, version);
  await tx.insert(documentViews).values({ brokerageId: tx.brokerageId, documentId, version, personId, at: now });
  await event('Document.Viewed', { ...about(document), version, personId });
  return row;
}

const about = ({ dealId, dealNo, id, documentNo, version }: Document) => ({ dealId, dealNo, documentId: id, documentNo, version });

async function versionOf(tx: Tx, { id }: Document, version: number): Promise<DocumentVersion> {
  const versions = await listVersions(tx, { documentId: id });
  const row = versions.find((one) => one.version === version);
  if (row) return row;
  throw new DomainError('no-such-document', `The document has no version ${version}.`, { nextStep: `Take one of the versions 1 to ${versions[0]!.version}.` });
}

async function present(tx: Tx, documentId: string): Promise<Document> {
  const document = await findDocument(tx, { documentId });
  if (document) return document;
  throw new DomainError('no-such-document', `There is no document ${documentId}.`, { nextStep: 'List the documents of the deal and take the id of one.' });
}
