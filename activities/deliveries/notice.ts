import { eq } from 'drizzle-orm';
import type { Change } from '../../db/events.ts';
import { findDeal } from '../../db/queries/closing.ts';
import { readSettings } from '../../db/queries/core.ts';
import { agentOf, type Delivery, reachPerson } from '../../db/queries/deliveries.ts';
import { findDocument } from '../../db/queries/documents.ts';
import { findEnvelope } from '../../db/queries/envelopes.ts';
import { findSender, sendingStopped } from '../../db/queries/outreach-facts.ts';
import { propertyOf } from '../../db/queries/party-drafts.ts';
import { claimSend, type Send } from '../../db/queries/sends.ts';
import { brokerages } from '../../db/schema/index.ts';
import { htmlOf } from '../../domain/closing/party-templates.ts';
import { signedNotice } from '../../domain/outreach/delivery.ts';
import { messageIdOf } from '../../domain/outreach/message-id.ts';
import type { Deps } from '../deps.ts';
import type { SendOutcome } from '../providers/ports.ts';
import { type Attempt, end, type OfDelivery, refuse } from './context.ts';
import { type Decision, held, sendThroughLedger } from './ledger.ts';

export type NoticeClaim = { send: Send; from: string; fromName: string };

/** Writes to the deal's agent, at most once, through the same ledger as everything that goes out. */
export const sendNotice = (deps: Deps, args: OfDelivery): Promise<Attempt> =>
  sendThroughLedger<NoticeClaim>(deps, args, {
    decide,
    call: (claimed) => callNotice(deps, claimed),
    refused: async (_change, _send, { code, message }) => `${message} (${code}): the agent's address takes nothing`,
  });

async function decide(change: Change, row: Delivery): Promise<Decision<NoticeClaim>> {
  const { tx, now } = change;
  const answered = (answer: Attempt): Decision<NoticeClaim> => ({ kind: 'answer', answer });
  if (!(await readSettings(tx))?.signatureNotices) return answered(await end(change, row, 'skipped', 'notices of signatures are turned off'));
  if (await sendingStopped(tx, {})) return held(change, row);
  const { documentId, version, envelopeId } = row.about as { documentId: string; version: number; envelopeId: string };
  const deal = (await findDeal(tx, { dealId: row.dealId! }))!;
  const personId = row.personId ?? (await agentOf(tx, { dealId: deal.id }));
  const person = personId ? await reachPerson(tx, { personId }) : null;
  const sender = await findSender(tx, { provider: 'email' });
  if (!person) return answered(await refuse(change, row, 'the brokerage has no agent or broker who could be told'));
  if (!sender) return answered(await refuse(change, row, 'no mailbox is configured'));
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
  return { kind: 'claimed', claimed: { send: send!, from: sender.address, fromName: brokerage!.name } };
}

/** An e-mail to one of the brokerage's own people. */
export function callNotice({ email }: Pick<Deps, 'email'>, { send, from, fromName }: NoticeClaim): Promise<SendOutcome> {
  const { key, address: to, body } = send;
  // RFC 3834: written by a machine, so that nobody's absence answers it.
  const headers = { 'Auto-Submitted': 'auto-generated' };
  return email.send({ key, fromName, from, to, subject: send.subject!, text: body!, html: htmlOf(body!), headers, attachments: [] });
}
