/** What people are asked to do. Each kind has its place on the screens, see `web/screens/needs-me/place.ts`. */
export const taskKinds = [
  'answer-law-questions',
  'answer-offer',
  'answer-seller',
  'approve-offer',
  'call-seller',
  'collect-documents',
  'complete-assignment',
  'correct-signer',
  'decide-unknown-lookup',
  'decide-unknown-send',
  'fetch-signed',
  'find-envelope',
  'fix-template',
  'make-offer',
  'match-message',
  'meet-deadline',
  'mend-delivery',
  'mend-follow-up',
  'promote-backup',
  'reach-party',
  'record-contract',
  'release-message',
  'renew-listing',
  'resubmit-document',
  'review-document',
  'send-envelope',
  'signature-notice',
  'signed-after-end',
  'signed-older-version',
  'void-envelope',
] as const;
export type TaskKind = (typeof taskKinds)[number];

/** Kinds whose key begins with the id of what is acted on: the message, the document, the send. */
const actedOn: readonly string[] = ['release-message', 'review-document', 'resubmit-document', 'decide-unknown-send'] satisfies TaskKind[];
const anId = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** The id of what a task is acted on at; null where the deal or lead says enough. */
export function aboutOf({ kind, key }: { kind: string; key: string }): string | null {
  const id = actedOn.includes(kind) ? key.split('/')[1] : undefined;
  return id && anId.test(id) ? id : null;
}
