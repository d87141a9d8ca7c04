import { ApplicationFailure, activityInfo } from '@temporalio/activity';
import { eq } from 'drizzle-orm';
import type { Tx } from '../../db/client.ts';
import { type Change, changeSubject } from '../../db/events.ts';
import { type Deal, findDeal } from '../../db/queries/closing.ts';
import { suppress } from '../../db/queries/consent.ts';
import { listDeadlines } from '../../db/queries/deadlines.ts';
import { findSender, listAddresses, sendingStopped } from '../../db/queries/outreach-facts.ts';
import { findParty } from '../../db/queries/parties.ts';
import { endMessage, overtakeMessage, showMessageWait } from '../../db/queries/party-messages.ts';
import { findPartyMessage, type PartyMessage } from '../../db/queries/party-messages.view.ts';
import { claimSend, findSendByKey, markRefused, markSent, markUnknown, releaseClaim, type Send } from '../../db/queries/sends.ts';
import { openTask } from '../../db/queries/tasks.ts';
import { brokerages } from '../../db/schema/index.ts';
import { inTenant } from '../../db/tenant.ts';
import { htmlOf } from '../../domain/closing/party-templates.ts';
import { chooseAddress } from '../../domain/outreach/addresses.ts';
import { messageIdOf } from '../../domain/outreach/message-id.ts';
import type { Deps } from '../deps.ts';
import { OutcomeUnknown } from '../providers/faults.ts';
import { businessNow } from '../time.ts';
import { tryAgainAt } from './context.ts';

export type OfMessage = { brokerageId: string; messageId: string };
/** What the run is told; the same as `MessageAttempt` of its messages. */
export type Attempt = { kind: 'sent' | 'unknown' | 'refused' | 'not-open'; why: string | null } | { kind: 'held'; why: string };
type Claimed = { send: Send; message: PartyMessage; from: string; fromName: string };
type Decision = { kind: 'answer'; answer: Attempt } | ({ kind: 'claimed' } & Claimed);

/** A stop of all sending commits after the claims it waited for; a call that begins later than this after its look would break its promise. */
const staleMs = 900;
/** A refusal that may pass is tried for this long after the release. */
const patienceMs = 24 * 3_600_000;
const patientRetryMs = 3_600_000;

/** Sends a released message by e-mail, at most once: claim the key under the deal's lock, call, record. */
export async function sendPartyMessage(deps: Deps, args: OfMessage): Promise<Attempt> {
  for (;;) {
    const now = await businessNow(deps);
    const looked = performance.now();
    const decision = await underLock(deps, args, now, (change, message) => decideAndClaim(change, message));
    if (decision.kind === 'answer') return decision.answer;
    const answer = await deliver(deps, args, decision, now, () => performance.now() - looked > staleMs);
    if (answer !== 'stale') return answer;
  }
}

/** The send failed for good: it is left to a person. */
export async function refusePartyMessage(deps: Deps, args: OfMessage & { why: string }): Promise<void> {
  await underLock(deps, args, await businessNow(deps), (change, message) => refuse(change, message, args.why));
}

async function underLock<T>(
  deps: Deps,
  { brokerageId, messageId }: OfMessage,
  at: Date,
  fn: (change: Change, message: PartyMessage) => Promise<T>,
): Promise<T> {
  const found = await inTenant(deps.db, brokerageId, (tx) => findPartyMessage(tx, { messageId }));
  if (!found) throw ApplicationFailure.nonRetryable(`There is no message ${messageId}: it was deleted under its run, so terminate the run`, 'NoSuchMessage');
  const run = activityInfo().workflowExecution?.workflowId ?? 'unknown';
  const about = { subject: { kind: 'deal', id: found.dealId }, actor: { kind: 'workflow', id: run }, source: 'worker', correlationId: run, at } as const;
  return changeSubject(deps.db, { brokerageId, ...about }, async (change) => fn(change, (await findPartyMessage(change.tx, { messageId }))!));
}

async function decideAndClaim(change: Change, message: PartyMessage): Promise<Decision> {
  const { tx, now } = change;
  const answered = (answer: Attempt): Decision => ({ kind: 'answer', answer });
  if (message.status !== 'released') return answered(endedAs(message));
  const earlier = await findSendByKey(tx, { key: message.workflowId });
  if (earlier) {
    // An earlier attempt died between its claim and its record.
    const why = 'The worker was lost while the message was under way';
    await markUnknown(change, { sendId: earlier.id, problem: why });
    await endMessage(change, { messageId: message.id, status: 'unknown', reason: why });
    return answered({ kind: 'unknown', why });
  }
  const held = async (why: string): Promise<Decision> => {
    await showMessageWait(tx, { messageId: message.id, waitingFor: why, at: null });
    return answered({ kind: 'held', why });
  };
  if (await sendingStopped(tx, {})) return held('sending is stopped');
  const [party, deal] = [await findParty(tx, { partyId: message.partyId }), await findDeal(tx, { dealId: message.dealId })];
  const overtaken = await overtakenBy(tx, message, deal!);
  if (overtaken) {
    await overtakeMessage(change, { messageId: message.id, reason: overtaken, by: 'rule' });
    return answered({ kind: 'not-open', why: overtaken });
  }
  if (!party || party.leftAt) return answered(await refuse(change, message, 'the party has left the deal'));
  const choice = chooseAddress('email', await listAddresses(tx, { contactId: party.contactId }));
  if (choice.kind !== 'send') return answered(await refuse(change, message, choice.why));
  const sender = await findSender(tx, { provider: 'email' });
  if (!sender) return answered(await refuse(change, message, 'no mailbox is configured'));
  const [brokerage] = await tx.select({ name: brokerages.name }).from(brokerages).where(eq(brokerages.id, tx.brokerageId));
  const send = await claimSend(tx, {
    send: {
      key: message.workflowId,
      channel: 'email',
      leadId: deal!.leadId,
      dealId: message.dealId,
      contactId: party.contactId,
      step: `message-${message.messageNo}`,
      address: choice.address,
      templateSlug: message.template,
      templateVersion: 1,
      subject: message.subject,
      body: message.body,
      // Known beforehand, so that a bounce or a reply finds the send even when its outcome was never learned.
      providerId: messageIdOf(message.workflowId, sender.address),
      claimedAt: now,
    },
  });
  return { kind: 'claimed', send: send!, message, from: sender.address, fromName: brokerage!.name };
}

/** What has happened since the release that makes its words untrue; whoever released it knew what had happened before. */
async function overtakenBy(tx: Tx, { dealId, about, decidedAt, createdAt }: PartyMessage, { stage, closedAt }: Deal): Promise<string | null> {
  const since = decidedAt ?? createdAt;
  if (closedAt && closedAt > since && stage !== 'closed') return `the deal is ${stage}`;
  const { clock } = about as { clock?: string };
  const row = clock === undefined ? undefined : (await listDeadlines(tx, { dealId })).find((one) => one.clock === clock);
  if (!row) return null;
  if (row.movedAt > since) return 'the deadline has moved since';
  const { at: settledAt } = (row.settled ?? {}) as { at?: string };
  return settledAt !== undefined && new Date(settledAt) > since ? `the deadline is ${row.status}` : null;
}

const endedAs = ({ status, reason }: PartyMessage): Attempt =>
  status === 'sent' || status === 'unknown' || status === 'refused' ? { kind: status, why: reason } : { kind: 'not-open', why: reason };

async function deliver(deps: Deps, args: OfMessage, claimed: Claimed, now: Date, isStale: () => boolean): Promise<Attempt | 'stale'> {
  const { send, message, from, fromName } = claimed;
  const change = <T>(fn: (change: Change, message: PartyMessage) => Promise<T>): Promise<T> => underLock(deps, args, now, fn);
  if (isStale()) {
    await change(({ tx }) => releaseClaim(tx, { key: send.key }));
    return 'stale';
  }
  const mail = { key: send.key, fromName, from, to: send.address, subject: message.subject, text: message.body, html: htmlOf(message.body) };
  const outcome = await deps.email.send({ ...mail, headers: {}, attachments: [] }).catch((error: unknown) => ({ kind: 'failed' as const, error }));
  if (outcome.kind === 'accepted')
    return change(async (c) => {
      await markSent(c, { sendId: send.id, providerId: outcome.providerId });
      await endMessage(c, { messageId: message.id, status: 'sent', reason: null });
      return { kind: 'sent', why: null };
    });
  if (outcome.kind === 'refused' && outcome.permanent)
    return change(async (c) => {
      await suppress(c, { address: send.address, channels: ['email'], reason: 'bounce', source: `send/${send.id}`, contactId: send.contactId });
      await markRefused(c, { sendId: send.id, code: outcome.code, message: outcome.message });
      return refuse(c, message, outcome.message);
    });
  if (outcome.kind === 'refused') {
    const at = new Date(now.getTime() + patientRetryMs);
    const why = `${outcome.message} (${outcome.code})`;
    const given = await change(async (c) => {
      await releaseClaim(c.tx, { key: send.key });
      if (at.getTime() - (message.decidedAt ?? message.createdAt).getTime() >= patienceMs) return refuse(c, message, why);
      await showMessageWait(c.tx, { messageId: message.id, waitingFor: `the provider, which refuses it for now: ${why}`, at });
      return null;
    });
    if (given) return given;
    throw tryAgainAt('ProviderRefused', `The provider refused it for now: ${why}`, at, now);
  }
  const { error } = outcome;
  if (error instanceof OutcomeUnknown)
    return change(async (c) => {
      await markUnknown(c, { sendId: send.id, problem: error.message });
      await endMessage(c, { messageId: message.id, status: 'unknown', reason: error.message });
      return { kind: 'unknown', why: error.message };
    });
  // Anything else a provider throws means that it took nothing: the claim is given back, and the wait for the next attempt is shown.
  const asked = error instanceof ApplicationFailure ? error.nextRetryDelay : undefined;
  const delayMs = typeof asked === 'number' ? asked : Math.min(900_000, 10_000 * 2 ** Math.min(10, activityInfo().attempt - 1));
  const waitingFor = `the next attempt: ${error instanceof Error ? error.message : String(error)}`.slice(0, 500);
  await change(async ({ tx }) => {
    await releaseClaim(tx, { key: send.key });
    await showMessageWait(tx, { messageId: message.id, waitingFor, at: new Date(now.getTime() + delayMs) });
  });
  if (!(error instanceof ApplicationFailure)) throw error;
  const { type, message: text, nonRetryable, details } = error;
  throw ApplicationFailure.create({
    type: type ?? 'ProviderFault',
    message: text,
    nonRetryable: nonRetryable ?? false,
    details: details ?? [],
    nextRetryDelay: delayMs,
  });
}

/** It reaches nobody this way: a person finds another. */
async function refuse(change: Change, { id, dealId, dealNo, messageNo, role }: PartyMessage, why: string): Promise<Attempt> {
  await endMessage(change, { messageId: id, status: 'refused', reason: why });
  await openTask(change, {
    kind: 'reach-party',
    key: `reach-party/${id}`,
    subject: { kind: 'deal', id: dealId },
    dealId,
    title: `Reach the ${role} of deal ${dealNo}: message ${messageNo} did not go out`,
    reason: `${why}. Mend the address, or tell them another way`.slice(0, 500),
    role: 'coordinator',
    dueAt: new Date(change.now.getTime() + 86_400_000),
  });
  return { kind: 'refused', why };
}
