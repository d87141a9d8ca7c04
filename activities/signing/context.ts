import { ApplicationFailure, activityInfo } from '@temporalio/activity';
import { type Change, changeSubject } from '../../db/events.ts';
import { dealOfEnvelope, type EnvelopeRow, findEnvelope, signingSettings } from '../../db/queries/envelopes.ts';
import { openTask } from '../../db/queries/tasks.ts';
import { inTenant } from '../../db/tenant.ts';
import { isSigningEnd, type SigningStatus } from '../../domain/closing/signing.ts';
import type { TaskKind } from '../../domain/closing/task-kinds.ts';
import type { EnvelopeAnswer } from '../../workflows/signing/messages.ts';
import type { Deps } from '../deps.ts';
import { businessNow } from '../time.ts';

export type OfEnvelope = { brokerageId: string; envelopeId: string };
export type InEnvelope = { change: Change; row: EnvelopeRow };

/** One transaction under the deal's lock, on the row as it is by then. */
export async function inEnvelope<T>(deps: Deps, { brokerageId, envelopeId }: OfEnvelope, fn: (context: InEnvelope) => Promise<T>): Promise<T> {
  const { dealId } = await present(deps, { brokerageId, envelopeId });
  const run = activityInfo().workflowExecution?.workflowId ?? 'unknown';
  const about = { subject: { kind: 'deal', id: dealId }, actor: { kind: 'workflow', id: run }, source: 'worker', correlationId: run } as const;
  return changeSubject(deps.db, { brokerageId, ...about, at: await businessNow(deps) }, async (change) =>
    fn({ change, row: (await findEnvelope(change.tx, { envelopeId }))! }),
  );
}

export async function present(deps: Deps, { brokerageId, envelopeId }: OfEnvelope): Promise<EnvelopeRow> {
  const row = await inTenant(deps.db, brokerageId, (tx) => findEnvelope(tx, { envelopeId }));
  if (row) return row;
  throw ApplicationFailure.nonRetryable(`There is no envelope ${envelopeId}: it was deleted under its run, so terminate the run`, 'NoSuchEnvelope');
}

/** Where the row says that it stands: at the provider, or at an end. */
export async function standing({ change, row }: InEnvelope): Promise<EnvelopeAnswer> {
  const now = (await findEnvelope(change.tx, { envelopeId: row.id }))!;
  if (isSigningEnd(now.status)) return { kind: 'ended', status: now.status as SigningStatus };
  const { zone } = await signingSettings(change.tx, {});
  return { kind: 'out', waitingFor: now.waitingFor ?? '', expiresAt: now.expiresAt?.toISOString() ?? null, zone };
}

/** Something only a person can mend; once per envelope, kind and what it is about. */
export async function askPerson(
  { change, row }: InEnvelope,
  { kind, what, reason, about }: { kind: TaskKind; what: string; reason: string; about?: string },
): Promise<void> {
  const { dealNo } = await dealOfEnvelope(change.tx, { dealId: row.dealId });
  await openTask(change, {
    kind,
    key: [kind, row.id, about].filter(Boolean).join('/'),
    subject: { kind: 'deal', id: row.dealId },
    dealId: row.dealId,
    title: `Envelope ${row.envelopeNo} of deal ${dealNo} ${what}`,
    reason: reason.slice(0, 500),
    role: 'coordinator',
    dueAt: new Date(change.now.getTime() + 86_400_000),
  });
}
