import type { TaskKind } from './task-kinds.ts';

/** Why a task asks for somebody now; the first that fits. */
export const buckets = ['overdue', 'automation', 'approval', 'review', 'reply', 'today'] as const;
export type Bucket = (typeof buckets)[number];

/** Kinds of task by what they ask for; others show when they are due. */
export const bucketKinds = {
  automation: ['decide-unknown-send', 'mend-follow-up', 'fix-template', 'decide-unknown-lookup', 'reach-party', 'mend-delivery', 'correct-signer'],
  approval: ['approve-offer', 'release-message'],
  review: ['review-document'],
  reply: ['answer-seller', 'answer-offer', 'match-message', 'promote-backup'],
} as const satisfies Partial<Record<Bucket, readonly TaskKind[]>>;
