import { eq } from 'drizzle-orm';
import type { Change } from '../../db/events.ts';
import { findDeal } from '../../db/queries/closing.ts';
import { readSettings } from '../../db/queries/core.ts';
import { agentOf, type Delivery, reachPerson, showDeliveryWait } from '../../db/queries/deliveries.ts';
import { findDocument } from '../../db/queries/documents.ts';
import { findEnvelope } from '../../db/queries/envelopes.ts';
import { findSender, sendingStopped } from '../../db/queries/outreach-facts.ts';
import { propertyOf } from '../../db/queries/party-drafts.ts';
import { claimSend, findSendByKey, markRefused, markSent, markUnknown, releaseClaim, type Send } from '../../db/queries/sends.ts';
import { brokerages } from '../../db/schema/index.ts';
import { inTenant } from '../../db/tenant.ts';
import { htmlOf } from '../../domain/closing/party-templates.ts';
import { signedNotice } from '../../domain/outreach/delivery.ts';
import { messageIdOf } from '../../domain/outreach/message-id.ts';
import type { Deps } from '../deps.ts';
import { OutcomeUnknown } from '../providers/faults.ts';
import { businessNow } from '../time.ts';
import { type Attempt, end, endedAs, inDelivery, type OfDelivery, refuse } from './context.ts';

type Claimed = { send: Send; from: string; fromName: string };

/** A stop of all sending commits after the claims it waited for; a call that begins later than this after its look would break its promise. */
const staleMs = 900;

/** Writes to the deal's agent, at most once, through the same ledger as everything that goes out. */
export async function sendNotice(deps: Deps, args: OfDelivery): Promise<Attempt> {
  for (;;) {
    const now = await businessNow(deps);
    const looked = performance.now();
    const decided = await inDelivery(deps, args, now, (change, row) => decideAndClaim(change, row));
    if (!('send' in decided)) return decided;
    if (performance.now() - looked <= staleMs) return deliver(deps, args, decided, now);
    await inTenant(deps.db, args.brokerageId, (tx) => releaseClaim(tx, { key: decided.send.key }));
  }
}

async function decideAndClaim(change: Change, row: Delivery): Promise<Attempt | Claimed> {
  const { tx, now } = change;
  if (row.status !== 'queued') return endedAs(row);
  const earlier = await findSendByKey(tx, { key: row.workflowId });
  if (earlier?.status === 'claimed') {
    const why = 'The worker was lost while the message was under way';
    await markUnknown(change, { sendId: earlier.id, problem: why });
    return end(change, row, 'unknown', why);
  }
  if (earlier) return end(change, row, 'done', null);
  if (!(await readSettings(tx))?.signatureNotices) return end(change, row, 'skipped', 'notices of signatures are turned off');
  if (await sendingStopped(tx, {})) {
    await showDeliveryWait(tx, { deliveryId: row.id, waitingFor: 'sending to go on', at: null });
    return { kind: 'held', why: 'sending is stopped' };
  }
  const { documentId, version, envelopeId } = row.about as { documentId: string; version: number; envelopeId: string };
  const deal = (await findDeal(tx, { dealId: row.dealId! }))!;
  const personId = row.personId ?? (await agentOf(tx, { dealId: deal.id }));
  const person = personId ? await reachPerson(tx, { personId }) : null;
  const sender = await findSender(tx, { provider: 'email' });
  if (!person) return refuse(change, row, 'the brokerage has no agent or broker who could be told');
  if (!sender) return refuse(change, row, 'no mailbox is configured');
  const [document, envelope] = [await findDocument(tx, { documentId }), await findEnvelope(tx, { envelopeId })];
  const words = signedNotice({
    ...{ dealNo: deal.dealNo, property: await propertyOf(tx, { deal }), person: person.name, version, what: document?.title ?? 'A document' },
    ...{ envelopeNo: envelope?.envelopeNo ?? 0, documentNo: document?.documentNo ?? 0 },
  });
  const [brokerage] = await tx.select({ name: brokerages.name }).from(brokerages).where(eq(brokerages.id, tx.brokerageId));
  const send = await claimSend(tx, {
    send: {
      ...{ key: row.workflowId, channel: 'email', leadId: deal.leadId, dealId: deal.id, personId: person.id, step: 'agent-notice', address: person.email },
      ...{ templateSlug: 'agent-notice', templateVersion: 1, subject: words.subject, body: words.body, claimedAt: now },
      providerId: messageIdOf(row.workflowId, sender.address),
    },
  });
  return { send: send!, from: sender.address, fromName: brokerage!.name };
}

async function deliver(deps: Deps, args: OfDelivery, { send, from, fromName }: Claimed, now: Date): Promise<Attempt> {
  const change = (fn: (change: Change, row: Delivery) => Promise<Attempt>): Promise<Attempt> => inDelivery(deps, args, now, fn);
  const mail = { key: send.key, fromName, from, to: send.address, subject: send.subject!, text: send.body!, html: htmlOf(send.body!) };
  // RFC 3834: written by a machine, so that nobody's absence answers it.
  const headers = { 'Auto-Submitted': 'auto-generated' };
  const outcome = await deps.email.send({ ...mail, headers, attachments: [] }).catch((error: unknown) => ({ kind: 'failed' as const, error }));
  if (outcome.kind === 'accepted')
    return change(async (c, row) => {
      await markSent(c, { sendId: send.id, providerId: outcome.providerId });
      return end(c, row, 'done', null);
    });
  if (outcome.kind === 'refused' && outcome.permanent)
    return change(async (c, row) => {
      await markRefused(c, { sendId: send.id, code: outcome.code, message: outcome.message });
      return refuse(c, row, `${outcome.message} (${outcome.code}): the agent's address takes nothing`);
    });
  if (outcome.kind === 'failed' && outcome.error instanceof OutcomeUnknown) {
    const why = outcome.error.message;
    return change(async (c, row) => {
      await markUnknown(c, { sendId: send.id, problem: why });
      return end(c, row, 'unknown', why);
    });
  }
  // Nothing was taken: the claim is given back, and it is tried again.
  const error = outcome.kind === 'failed' ? outcome.error : new Error(`${outcome.message} (${outcome.code})`);
  const message = error instanceof Error ? error.message : String(error);
  await inTenant(deps.db, args.brokerageId, async (tx) => {
    await releaseClaim(tx, { key: send.key });
    await showDeliveryWait(tx, { deliveryId: args.deliveryId, waitingFor: `the next attempt: ${message}`, at: null });
  });
  throw error;
}
