import { activityInfo } from '@temporalio/activity';
import { ApplicationFailure } from '@temporalio/common';
import { crmContact, crmTarget, type Delivery, showDeliveryWait } from '../../db/queries/deliveries.ts';
import { inTenant } from '../../db/tenant.ts';
import type { Deps } from '../deps.ts';
import type { CrmOutcome } from '../providers/ports.ts';
import { businessNow } from '../time.ts';
import { type Attempt, end, endedAs, inDelivery, type OfDelivery, presentDelivery, refuse } from './context.ts';

/** Pushes to the CRM under an id that stays the same: a repeat after an answer that was lost is recognised there. */
export async function pushToCrm(deps: Deps, args: OfDelivery): Promise<Attempt> {
  const row = await presentDelivery(deps, args);
  if (row.status !== 'queued') return endedAs(row);
  const now = await businessNow(deps);
  const { target, contact } = await inTenant(deps.db, args.brokerageId, async (tx) => ({
    target: await crmTarget(tx, {}),
    contact: row.contactId ? await crmContact(tx, { contactId: row.contactId }) : null,
  }));
  if (!target) return inDelivery(deps, args, now, (change, at) => end(change, at, 'skipped', 'no CRM is configured'));
  const push = { key: row.key, at: now.toISOString() };
  const changed = (row.about as { fields?: string[] }).fields ?? [];
  const sending = contact ? deps.crm.upsertContact(target, { ...push, contact: { ...contact, changed } }) : deps.crm.ping(target, push);
  const outcome = await sending.catch((error: unknown) => failed(deps, args, row, now, error));
  return inDelivery(deps, args, now, async (change, at) => {
    if (at.status !== 'queued') return endedAs(at);
    return outcome.kind === 'accepted' ? end(change, at, 'done', null) : refuse(change, at, `${outcome.message} (${outcome.code})`);
  });
}

const hourMs = 3_600_000;
/** Half a minute at first, doubling, up to six hours. */
const backoffMs = (attempt: number): number => Math.min(6 * hourMs, 30_000 * 2 ** Math.min(12, attempt - 1));

/** What may pass is tried again for days; the row says when. */
async function failed(deps: Deps, args: OfDelivery, row: Delivery, now: Date, error: unknown): Promise<CrmOutcome> {
  const message = error instanceof Error ? error.message : String(error);
  if (error instanceof ApplicationFailure && error.nonRetryable) return { kind: 'refused', code: error.type ?? 'refused', message };
  const asked = error instanceof ApplicationFailure && typeof error.nextRetryDelay === 'number' ? error.nextRetryDelay : 0;
  const delayMs = Math.max(asked, backoffMs(activityInfo().attempt));
  const at = new Date(now.getTime() + delayMs);
  await inTenant(deps.db, args.brokerageId, (tx) => showDeliveryWait(tx, { deliveryId: row.id, waitingFor: `the next attempt: ${message}`, at }));
  throw ApplicationFailure.create({ type: 'CrmUnavailable', message, nextRetryDelay: delayMs });
}
