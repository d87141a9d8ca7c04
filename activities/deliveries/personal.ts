import type { Change } from '../../db/events.ts';
import { suppress } from '../../db/queries/consent.ts';
import { type Delivery, showDeliveryWait } from '../../db/queries/deliveries.ts';
import { findSender } from '../../db/queries/outreach-facts.ts';
import { answeredMessageId, type PersonalWords, planReplyTo, senderName } from '../../db/queries/personal-messages.ts';
import { claimSend, findSendByKey, markRefused, markSent, markUnknown, releaseClaim, type Send } from '../../db/queries/sends.ts';
import { inTenant } from '../../db/tenant.ts';
import { htmlOf } from '../../domain/closing/party-templates.ts';
import { messageIdOf } from '../../domain/outreach/message-id.ts';
import { classifyTextError } from '../../domain/outreach/text-errors.ts';
import type { Deps } from '../deps.ts';
import { tryAgainAt } from '../outreach/context.ts';
import { OutcomeUnknown } from '../providers/faults.ts';
import type { SendOutcome } from '../providers/ports.ts';
import { businessNow } from '../time.ts';
import { type Attempt, end, endedAs, inDelivery, type OfDelivery, refuse } from './context.ts';

type Claimed = { send: Send; from: string; token: string; fromName: string; answers: string | null };
type Decision = { kind: 'answer'; answer: Attempt } | { kind: 'later'; at: Date; words: string } | { kind: 'claimed'; claimed: Claimed };

/** A stop of all sending commits after the claims it waited for; a call that begins later than this after its look would break its promise. */
const staleMs = 900;

/** Sends what a person wrote, at most once: opt-outs, consent and quiet hours are looked at anew when it is about to go. */
export async function sendPersonalMessage(deps: Deps, args: OfDelivery): Promise<Attempt> {
  for (;;) {
    const now = await businessNow(deps);
    const looked = performance.now();
    const decision = await inDelivery(deps, args, now, (change, row) => decideAndClaim(change, row));
    if (decision.kind === 'answer') return decision.answer;
    if (decision.kind === 'later') throw tryAgainAt('QuietHours', `Not now: ${decision.words}`, decision.at, now);
    const { claimed } = decision;
    if (performance.now() - looked <= staleMs) return deliver(deps, args, claimed, now);
    await inTenant(deps.db, args.brokerageId, (tx) => releaseClaim(tx, { key: claimed.send.key }));
  }
}

async function decideAndClaim(change: Change, row: Delivery): Promise<Decision> {
  const { tx, now } = change;
  const answered = (answer: Attempt): Decision => ({ kind: 'answer', answer });
  if (row.status !== 'queued') return answered(endedAs(row));
  const earlier = await findSendByKey(tx, { key: row.workflowId });
  if (earlier?.status === 'claimed') {
    const why = 'The worker was lost while the message was under way';
    await markUnknown(change, { sendId: earlier.id, problem: why });
    return answered(await end(change, row, 'unknown', why));
  }
  if (earlier) return answered(await end(change, row, 'done', null));
  const { channel, address, subject, body, leadId } = row.about as PersonalWords;
  const plan = await planReplyTo(tx, { contactId: row.contactId!, channel, address, now });
  if (!plan || plan.kind === 'no') return answered(await refuse(change, row, plan?.words ?? 'the contact is gone'));
  if (plan.kind === 'held') {
    await showDeliveryWait(tx, { deliveryId: row.id, waitingFor: 'sending to go on', at: null });
    return answered({ kind: 'held', why: 'sending is stopped' });
  }
  if (plan.kind === 'later') {
    await showDeliveryWait(tx, { deliveryId: row.id, waitingFor: plan.words, at: plan.at });
    return { kind: 'later', at: plan.at, words: plan.words };
  }
  // Before the claim: it would be found as the last that went out.
  const answers = channel === 'email' ? await answeredMessageId(tx, { contactId: row.contactId!, address: plan.address }) : null;
  const sender = (await findSender(tx, { provider: channel === 'text' ? 'twilio' : 'email' }))!;
  const send = await claimSend(tx, {
    send: {
      ...{ key: row.workflowId, channel, leadId, dealId: row.dealId, contactId: row.contactId, step: `personal-${row.deliveryNo}`, address: plan.address },
      ...{ templateSlug: 'personal-message', templateVersion: 1, subject, body, claimedAt: now },
      // Known beforehand, so that a bounce or a reply finds the send even when its outcome was never learned.
      providerId: channel === 'email' ? messageIdOf(row.workflowId, sender.address) : null,
    },
  });
  return { kind: 'claimed', claimed: { send: send!, from: sender.address, token: sender.token, fromName: await senderName(tx, {}), answers } };
}

function call({ email, text, publicUrl }: Deps, { send, from, token, fromName, answers }: Claimed): Promise<SendOutcome> {
  const { key, address: to } = send;
  const body = send.body!;
  if (send.channel === 'text') return text.send({ key, from, to, body, statusCallback: `${publicUrl}/webhooks/twilio/${token}` });
  // RFC 5322, 3.6.4: what keeps an answer in its thread.
  const headers: Record<string, string> = answers ? { 'In-Reply-To': `<${answers}>`, References: `<${answers}>` } : {};
  return email.send({ key, fromName, from, to, subject: send.subject ?? '', text: body, html: htmlOf(body), headers, attachments: [] });
}

async function deliver(deps: Deps, args: OfDelivery, claimed: Claimed, now: Date): Promise<Attempt> {
  const { send } = claimed;
  const change = (fn: (change: Change, row: Delivery) => Promise<Attempt>): Promise<Attempt> => inDelivery(deps, args, now, fn);
  const outcome = await call(deps, claimed).catch((error: unknown) => ({ kind: 'failed' as const, error }));
  if (outcome.kind === 'accepted')
    return change(async (c, row) => {
      await markSent(c, { sendId: send.id, providerId: outcome.providerId });
      return end(c, row, 'done', null);
    });
  if (outcome.kind === 'refused' && outcome.permanent)
    return change(async (c, row) => {
      const optedOut = send.channel === 'text' && classifyTextError(outcome.code).class === 'opted-out';
      const channels = send.channel === 'email' ? (['email'] as const) : optedOut ? (['sms', 'call'] as const) : (['sms'] as const);
      await suppress(c, { address: send.address, channels, reason: optedOut ? 'opt-out' : 'bounce', source: `send/${send.id}`, contactId: send.contactId });
      await markRefused(c, { sendId: send.id, code: outcome.code, message: outcome.message });
      return refuse(c, row, `${outcome.message} (${outcome.code})`);
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
