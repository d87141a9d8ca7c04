import { ApplicationFailure, activityInfo } from '@temporalio/activity';
import { type Change, changeSubject } from '../../db/events.ts';
import { type Delivery, endDelivery, findDelivery } from '../../db/queries/deliveries.ts';
import { openTask } from '../../db/queries/tasks.ts';
import { inTenant } from '../../db/tenant.ts';
import { deliverySubject } from '../../domain/outreach/delivery.ts';
import type { Deps } from '../deps.ts';

export type OfDelivery = { brokerageId: string; deliveryId: string };
/** What the run is told; the same as `DeliveryAttempt` of its messages. */
export type Attempt = { kind: 'done' | 'skipped' | 'refused' | 'unknown'; why: string | null } | { kind: 'held'; why: string };

export async function presentDelivery(deps: Deps, { brokerageId, deliveryId }: OfDelivery): Promise<Delivery> {
  const row = await inTenant(deps.db, brokerageId, (tx) => findDelivery(tx, { deliveryId }));
  if (row) return row;
  throw ApplicationFailure.nonRetryable(`There is no delivery ${deliveryId}: it was deleted under its run, so terminate the run`, 'NoSuchDelivery');
}

/** One transaction under the lock of what the delivery is about, on the row as it is by then. */
export async function inDelivery<T>(deps: Deps, args: OfDelivery, at: Date, fn: (change: Change, row: Delivery) => Promise<T>): Promise<T> {
  const found = await presentDelivery(deps, args);
  const run = activityInfo().workflowExecution?.workflowId ?? 'unknown';
  const subject = deliverySubject(args.brokerageId, found);
  return changeSubject(
    deps.db,
    { brokerageId: args.brokerageId, subject, actor: { kind: 'workflow', id: run }, source: 'worker', correlationId: run, at },
    async (change) => fn(change, (await findDelivery(change.tx, args))!),
  );
}

export const endedAs = ({ status, reason }: Delivery): Attempt => ({ kind: status as 'done', why: reason });

export async function end(change: Change, { id }: Delivery, status: 'done' | 'skipped' | 'unknown', reason: string | null): Promise<Attempt> {
  await endDelivery(change, { deliveryId: id, status, reason });
  return { kind: status, why: reason };
}

const titles: Record<string, string> = {
  'crm-contact': 'A change of a contact did not reach the CRM',
  'crm-ping': 'The CRM did not take a first word',
  'agent-notice': 'The agent was not told of a signed document',
  'daily-digest': 'A person did not get the digest of the day',
};

/** What a person wrote reaches nobody this way: the answer is owed again. */
async function unreached(change: Change, row: Delivery, why: string): Promise<Attempt> {
  const { leadId, channel } = row.about as { leadId: string; channel: string };
  await openTask(change, {
    kind: 'answer-seller',
    key: `answer-seller/${row.dealId ?? leadId}/${row.id}`,
    subject: deliverySubject(change.tx.brokerageId, row),
    dealId: row.dealId,
    leadId,
    title: `Answer again: your ${channel === 'email' ? 'e-mail' : 'text'} did not go out`,
    reason: `${why}. Open the conversation and answer another way, or call`.slice(0, 500),
    role: 'agent',
    dueAt: new Date(change.now.getTime() + 4 * 3_600_000),
  });
  return { kind: 'refused', why };
}

/** It does not arrive this way: a person mends what is in the way and has it tried again. */
export async function refuse(change: Change, row: Delivery, why: string): Promise<Attempt> {
  await endDelivery(change, { deliveryId: row.id, status: 'refused', reason: why });
  if (row.kind === 'personal-message') return unreached(change, row, why);
  await openTask(change, {
    kind: 'mend-delivery',
    // Refused again after a person had it tried again, it is another task.
    key: `mend-delivery/${row.id}/${change.now.getTime()}`,
    subject: deliverySubject(change.tx.brokerageId, row),
    dealId: row.dealId,
    title: `${titles[row.kind] ?? 'Something was not delivered'} (delivery ${row.deliveryNo})`,
    reason: `${why}. Mend that, then have it tried again among the deliveries of the system`.slice(0, 500),
    role: row.kind === 'agent-notice' ? 'coordinator' : 'engineer',
    dueAt: new Date(change.now.getTime() + 86_400_000),
  });
  return { kind: 'refused', why };
}
