import type { Tx } from '../../db/client.ts';
import { agentOf, crmTarget, findDelivery, releaseHeldDeliveries, requestDelivery, settleDelivery } from '../../db/queries/deliveries.ts';
import { findSend } from '../../db/queries/sends.ts';
import type { DeliveryInput } from '../../workflows/outreach/delivery.messages.ts';
import { dealId as dealAttribute, stage, tenantId } from '../../workflows/search-attributes.ts';
import { acts, type Consumer, type EventOf, type RunAction, writes } from './types.ts';

/** Whatever changes about a contact, or about where it takes part, reaches the brokerage's CRM. Without one, nothing is kept for it. */
const crmContacts = writes({
  name: 'contact-crm',
  on: ['Contact.Updated', 'Party.Added', 'Party.Left'],
  async write(change, { eventId, type, payload }) {
    if (!(await crmTarget(change.tx, {}))) return;
    const fields = type === 'Contact.Updated' ? payload.fields : ['deals'];
    await requestDelivery(change, { kind: 'crm-contact', key: `crm/${eventId}`, contactId: payload.contactId, about: { fields } });
  },
});

/** A CRM that was entered gets a first word, so that a broker sees whether it listens. */
const crmPing = writes({
  name: 'crm-ping',
  on: ['Settings.Changed'],
  async write(change, { eventId, payload }) {
    if (!('crm' in payload.changes) || !(await crmTarget(change.tx, {}))) return;
    await requestDelivery(change, { kind: 'crm-ping', key: `crm/${eventId}`, about: {} });
  },
});

/** The deal's agent is told of every document that all have signed; stopped, it holds up nothing else and says it once, later. */
const agentNotice = writes({
  name: 'agent-notice',
  on: ['Document.Signed'],
  async write(change, { payload: { dealId, documentId, version, envelopeId } }) {
    const personId = await agentOf(change.tx, { dealId });
    await requestDelivery(change, { kind: 'agent-notice', key: `signed/${envelopeId}`, dealId, personId, about: { documentId, version, envelopeId } });
  },
});

const crmRuns = acts({ name: 'crm-push-run', on: ['CrmPush.Requested'], act: (tx, event) => runOf(tx, event, 'crm') });
const noticeRuns = acts({ name: 'agent-notice-run', on: ['AgentNotice.Requested'], act: (tx, event) => runOf(tx, event, 'agent-notice') });
const digestRuns = acts({ name: 'daily-digest-run', on: ['DailyDigest.Requested'], act: (tx, event) => runOf(tx, event, 'digest') });
const personalRuns = acts({ name: 'personal-message-run', on: ['PersonalMessage.Requested'], act: (tx, event) => runOf(tx, event, 'personal') });

const summaries: Record<DeliveryInput['kind'], (deliveryNo: number, dealNo: number | null) => string> = {
  crm: (no) => `Delivery ${no} to the CRM`,
  'agent-notice': (no, dealNo) => `Delivery ${no}: tells the agent of deal ${dealNo}`,
  digest: (no) => `Delivery ${no}: the digest of the day for a person`,
  personal: (no) => `Delivery ${no}: what a person wrote to a contact`,
};

async function runOf(
  tx: Tx,
  event: EventOf<'CrmPush.Requested' | 'AgentNotice.Requested' | 'PersonalMessage.Requested' | 'DailyDigest.Requested'>,
  kind: DeliveryInput['kind'],
): Promise<RunAction | null> {
  const { brokerageId, brokerage, eventId, payload } = event;
  const { deliveryId, deliveryNo, workflowId } = payload;
  const row = await findDelivery(tx, { deliveryId });
  if (row?.status !== 'queued') return null;
  const input: DeliveryInput = { brokerageId, deliveryId, deliveryNo, kind };
  const dealNo = 'dealNo' in payload ? payload.dealNo : null;
  return {
    kind: 'signal-with-start',
    workflow: 'deliveryWorkflow',
    workflowId,
    input,
    signal: 'lookAgain',
    signalInput: { eventId },
    summary: summaries[kind](deliveryNo, dealNo),
    details: `At most one effect, tried for days.\n\n- Brokerage **${brokerage}**\n- Kind **${row.kind}**\n- API \`/v1/deliveries\``,
    page: pageOf(row, dealNo),
    attributes: [
      { key: tenantId, value: brokerage },
      { key: stage, value: 'delivering' },
      ...(dealNo === null ? [] : [{ key: dealAttribute, value: String(dealNo) }]),
    ],
    memo: { deliveryNo, kind: row.kind },
  };
}

/** What was written to a person stands in their conversation, what an agent is told at the deal's signatures; the digest is turned off at the account; pushes to the CRM at the system. */
function pageOf({ kind, contactId }: { kind: string; contactId: string | null }, dealNo: number | null): string {
  if (kind === 'personal-message') return `/conversations/${contactId}`;
  if (kind === 'daily-digest') return '/account';
  return dealNo === null ? '/system' : `/deals/${dealNo}/signatures`;
}

/** Sending goes on: notices that were held for it look again. */
const noticesGoOn = writes({ name: 'agent-notices-after-sending-stop', on: ['Sending.Resumed'], write: (change) => releaseHeldDeliveries(change, {}) });

/** A person, or the provider, late, says what became of a notice whose outcome was unknown. */
const noticesSettled = writes({
  name: 'agent-notices-settled',
  on: ['Message.Settled'],
  async write(change, { payload }) {
    const send = await findSend(change.tx, { sendId: payload.sendId });
    if (send) await settleDelivery(change, { key: send.key, sent: payload.status.next === 'sent' });
  },
});

export const deliveryConsumers: Consumer[] = [crmContacts, crmPing, agentNotice, crmRuns, noticeRuns, personalRuns, digestRuns, noticesGoOn, noticesSettled];
