/** Largest file of a deal, in bytes. */
export const documentBytes = 25_000_000;

/** Why a document is sent back. The words are for whoever has to send it again. */
export const rejectReasons = {
  'wrong-document': 'It is another document than the one asked for',
  'wrong-form-version': 'It is on an edition of the form that is not in force',
  'wrong-deal': 'It belongs to another property or other parties',
  'missing-signature': 'A signature is missing',
  'missing-initials': 'Initials are missing on a page',
  'missing-pages': 'Pages are missing',
  'blanks-left': 'Blanks that must be filled in are empty',
  'not-dated': 'A date beside a signature is missing',
  unreadable: 'It cannot be read',
  expired: 'It is out of date',
} as const;
export type RejectReason = keyof typeof rejectReasons;
export const rejectReasonNames = Object.keys(rejectReasons) as [RejectReason, ...RejectReason[]];

/** What signing itself cures: rejected for one of these, the signed copy needs no other look. */
const curedBySigning: readonly (RejectReason | null)[] = ['missing-signature', 'missing-initials', 'not-dated'];
/** Whether a person's no to the version that was signed stands against its signed copy. */
export const outlivesSigning = (review: { decision: string; reason: RejectReason | null } | null): boolean =>
  review?.decision === 'reject' && !curedBySigning.includes(review.reason);

/** The best that the documents of one kind amount to. */
export const documentStates = ['complete', 'in-review', 'rejected', 'missing'] as const;
export type DocumentState = (typeof documentStates)[number];

const stateOf: Record<string, DocumentState> = { accepted: 'complete', 'in-review': 'in-review', rejected: 'rejected' };

/** Where a checklist's document stands, by those that people took for it, oldest first: accepted before in review before rejected, the newest of equals. */
export function itemState<T extends { status: string }>(documents: readonly T[]): { state: DocumentState; document: T | null } {
  const ranked = documents.map((document) => ({ state: stateOf[document.status] ?? ('missing' as const), document }));
  for (const state of documentStates) {
    const best = ranked.findLast((one) => one.state === state);
    if (best) return best;
  }
  return { state: 'missing', document: null };
}
