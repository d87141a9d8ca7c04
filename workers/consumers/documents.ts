import { syncItems } from '../../db/queries/checklist.ts';
import { type Document, findDocument, listDocuments, type Review } from '../../db/queries/documents.ts';
import { closeTasks, openTask, reopenTasks } from '../../db/queries/tasks.ts';
import type { Outcome } from '../../domain/closing/course.ts';
import { rejectReasons } from '../../domain/closing/documents.ts';
import { knownForms } from '../../domain/compliance/checklists/forms.ts';
import type { ProposedMatch } from '../../domain/compliance/checklists/matcher.ts';
import type { EventType } from '../../domain/events/index.ts';
import { collectConsumers } from './documents.collect.ts';
import { type Consumer, type EventOf, writes } from './types.ts';

const dayMs = 86_400_000;

/** A document that people took for one of the checklist moves its item: in review, rejected, complete. */
const checklistDocuments = writes({
  name: 'checklist-documents',
  on: ['Document.VersionAdded', 'Document.VersionTaken', 'Document.Signed', 'Document.Matched', 'Document.Reviewed'],
  async write(change, event) {
    const { dealId, dealNo, documentId } = event.payload;
    const document = await findDocument(change.tx, { documentId });
    const kinds = new Set([document?.kind, event.type === 'Document.Matched' ? event.payload.kind.prior : null]);
    for (const kind of kinds) if (kind) await syncItems(change, { deal: { id: dealId, dealNo }, document: kind });
  },
});

/** Each version is looked through by a person; one that is sent back is asked for again. */
const documentTasks = writes({
  name: 'document-tasks',
  on: [
    ...(['Document.Uploaded', 'Document.VersionAdded', 'Document.VersionTaken', 'Document.Signed', 'Document.Reviewed'] as const),
    ...(['Deal.Closed', 'Deal.Reopened'] as const),
  ],
  async write(change, event) {
    if (event.type === 'Deal.Closed') return endTasks(change, event.payload);
    if (event.type === 'Deal.Reopened') return beginAgain(change, event.payload);
    const { documentId } = event.payload;
    const document = await findDocument(change.tx, { documentId });
    if (!document) return;
    if (event.type === 'Document.Reviewed') {
      await closeTasks(change, { keyPrefix: `review-document/${documentId}/`, outcome: event.payload.status.next ?? 'reviewed', by: event.actor.id });
      const later = document.status !== event.payload.status.next || document.version !== event.payload.version;
      // Decided anew, or sent again, before this was taken in: the later event says what is to be done.
      if (later) return;
      if (document.status === 'rejected') await askAgain(change, document);
      else await closeTasks(change, { keyPrefix: `resubmit-document/${documentId}/`, outcome: 'accepted', by: event.actor.id });
      return;
    }
    if (event.type === 'Document.Signed' && event.payload.inForce === false) return;
    const looked = event.type === 'Document.Signed' && event.payload.accepted !== false;
    const outcome = 'another version stands for it';
    for (const kind of ['review-document', 'resubmit-document', 'signed-older-version'])
      await closeTasks(change, { keyPrefix: `${kind}/${documentId}/`, outcome, by: 'rule' });
    if (document.version === event.payload.version && document.status === 'in-review' && !looked) await askForReview(change, document, event);
  },
});

/** A deal that came to nothing needs no documents; one that closed keeps its file, so they are still looked through. */
async function endTasks(change: Asking, { dealId, outcome }: { dealId: string; outcome: string }): Promise<void> {
  if (outcome === 'closed') return;
  for (const { id } of await listDocuments(change.tx, { dealId }))
    for (const kind of ['review-document', 'resubmit-document', 'signed-older-version'])
      await closeTasks(change, { keyPrefix: `${kind}/${id}/`, outcome, by: 'rule' });
}

/** What the end of the deal had taken off the list is to be done after all, but for what speaks of the contract that fell through. */
async function beginAgain(change: Asking, { dealId }: { dealId: string }): Promise<void> {
  for (const { id, kind: named, status, ofEarlierContract } of await listDocuments(change.tx, { dealId })) {
    // What nobody has named yet may be about the property: somebody looks.
    if (ofEarlierContract && named !== null) continue;
    const kind = status === 'in-review' ? 'review-document' : status === 'rejected' ? 'resubmit-document' : null;
    if (kind) for (const outcome of endings) await reopenTasks(change, { dealId, keyPrefix: `${kind}/${id}/`, outcome });
  }
}
/** Every end of a deal that can be opened again. */
const endings: readonly Outcome[] = ['fell-through', 'dead', 'declined', 'expired'];

type Asking = Parameters<typeof openTask>[0];

const askForReview = (change: Asking, { id, dealId, dealNo, documentNo, version, title, proposals, kind }: Document, { type, eventId }: EventOf<EventType>) => {
  const [likely] = proposals as ProposedMatch[];
  const taken = kind
    ? `It was taken for: ${knownForms.find(({ id }) => id === kind)?.document ?? kind}`
    : likely
      ? `It looks like ${likely.document}: ${likely.reasons[0]}`
      : 'No known form was recognised in it';
  return openTask(change, {
    kind: 'review-document',
    // A version that is taken again is looked through again.
    key: `review-document/${id}/${version}${type === 'Document.VersionTaken' ? `/${eventId}` : ''}`,
    subject: { kind: 'deal', id: dealId },
    dealId,
    title: `Review document ${documentNo} of deal ${dealNo}: ${title}`.slice(0, 300),
    reason:
      `Version ${version} ${type === 'Document.VersionTaken' ? 'was taken as the one in force' : 'has come'}. ${taken}; confirm which document it is, then accept or reject it`.slice(
        0,
        500,
      ),
    role: 'coordinator',
    dueAt: new Date(change.now.getTime() + dayMs),
  });
};

const askAgain = (change: Asking, { id, dealId, dealNo, documentNo, version, title, review }: Document) => {
  const { reason } = review as Review;
  return openTask(change, {
    kind: 'resubmit-document',
    key: `resubmit-document/${id}/${version}`,
    subject: { kind: 'deal', id: dealId },
    dealId,
    title: `Get document ${documentNo} of deal ${dealNo} again: ${title}`.slice(0, 300),
    reason: `Version ${version} was rejected: ${reason ? rejectReasons[reason] : 'no reason is recorded'}. Add the mended file as the next version`,
    role: 'coordinator',
    dueAt: new Date(change.now.getTime() + 2 * dayMs),
  });
};

export const documentConsumers: Consumer[] = [checklistDocuments, documentTasks, ...collectConsumers];
