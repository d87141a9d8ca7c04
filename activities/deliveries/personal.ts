import type { Change } from '../../db/events.ts';
import { suppress } from '../../db/queries/consent.ts';
import { type Delivery, showDeliveryWait } from '../../db/queries/deliveries.ts';
import { findSender } from '../../db/queries/outreach-facts.ts';
import { answeredMessageId, type PersonalWords, planReplyTo, senderName } from '../../db/queries/personal-messages.ts';
import { claimSend, type Send } from '../../db/queries/sends.ts';
import { htmlOf } from '../../domain/closing/party-templates.ts';
import { messageIdOf } from '../../domain/outreach/message-id.ts';
import { classifyTextError } from '../../domain/outreach/text-errors.ts';
import type { Deps } from '../deps.ts';
import type { SendOutcome } from '../providers/ports.ts';
import { type Attempt, type OfDelivery, refuse } from './context.ts';
import { type Decision, held, sendThroughLedger } from './ledger.ts';

type Claimed = {
  send: Send;
  from: string;
  token: string;
  fromName: string;
  /** Message-ID of the e-mail that this one answers. */
  answers: string | null;
};

/** Sends what a person wrote, at most once: opt-outs, consent and quiet hours are looked at anew when it is about to go. */
export const sendPersonalMessage = (deps: Deps, args: OfDelivery): Promise<Attempt> =>
  sendThroughLedger<Claimed>(deps, args, {
    decide,
    call: (claimed) => call(deps, claimed),
    async refused(change, send, { code, message }) {
      const optedOut = send.channel === 'text' && classifyTextError(code).class === 'opted-out';
      const channels = send.channel === 'email' ? (['email'] as const) : optedOut ? (['sms', 'call'] as const) : (['sms'] as const);
      await suppress(change, {
        address: send.address,
        channels,
        reason: optedOut ? 'opt-out' : 'bounce',
        source: `send/${send.id}`,
        contactId: send.contactId,
      });
      return `${message} (${code})`;
    },
  });

async function decide(change: Change, row: Delivery): Promise<Decision<Claimed>> {
  const { tx, now } = change;
  const { channel, address, subject, body, leadId } = row.about as PersonalWords;
  const contactId = row.contactId!;
  const plan = await planReplyTo(tx, { contactId, channel, address, now });
  if (!plan || plan.kind === 'no') return { kind: 'answer', answer: await refuse(change, row, plan?.words ?? 'the contact is gone') };
  if (plan.kind === 'held') return held(change, row);
  if (plan.kind === 'later') {
    await showDeliveryWait(tx, { deliveryId: row.id, waitingFor: plan.words, at: plan.at });
    return { kind: 'later', at: plan.at, words: plan.words };
  }
  // Before the claim: it would be found as the last that went out.
  const answers = channel === 'email' ? await answeredMessageId(tx, { contactId, address: plan.address }) : null;
  const sender = (await findSender(tx, { provider: channel === 'text' ? 'twilio' : 'email' }))!;
  const send = await claimSend(tx, {
    send: {
      ...{ key: row.workflowId, channel, leadId, dealId: row.dealId, contactId, step: `personal-${row.deliveryNo}`, address: plan.address },
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
