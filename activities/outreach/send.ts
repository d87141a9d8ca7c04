import { ApplicationFailure } from '@temporalio/activity';
import type { Change } from '../../db/events.ts';
import { findSender, type LoadedEnrolment, listAddresses, loadEnrolment, sendingStopped } from '../../db/queries/outreach-facts.ts';
import { claimSend, findSendByKey, markUnknown, type Send } from '../../db/queries/sends.ts';
import { openTask } from '../../db/queries/tasks.ts';
import { inTenant } from '../../db/tenant.ts';
import { chooseAddress } from '../../domain/outreach/addresses.ts';
import type { Answer } from '../../domain/outreach/course.ts';
import { locate } from '../../domain/outreach/locate.ts';
import { messageIdOf } from '../../domain/outreach/message-id.ts';
import { findStep } from '../../domain/outreach/plan.ts';
import type { EmailStep, TextStep } from '../../domain/outreach/schemas.ts';
import { callingWindow } from '../../domain/outreach/windows.ts';
import { stepWords } from '../../domain/outreach/words.ts';
import { type Whereabouts, whenAndWhere } from '../../domain/outreach/zones.ts';
import type { Deps } from '../deps.ts';
import { businessNow } from '../time.ts';
import { openCallTask } from './call-seller.ts';
import { attachmentsOf, type Composed, compose } from './compose.ts';
import { changeLead, present, type StepArgs, tryAgainAt } from './context.ts';
import { deliver } from './deliver.ts';
import { gate, hold, recordTouch, showDeferral } from './record.ts';

type SendStepOf = EmailStep | TextStep;
export type Prepared = {
  loaded: LoadedEnrolment;
  step: SendStepOf;
  where: Whereabouts;
  composed: Composed;
  sender: { address: string; token: string } | undefined;
  attachments: { name: string; mime: string; bytes: Uint8Array }[];
};
type Decision = { kind: 'answer'; answer: Answer } | { kind: 'defer'; at: Date; why: string } | { kind: 'claimed'; send: Send };

/** A stop of all sending commits after the claims it waited for; a call that begins later than this after its look would break its promise. */
const staleMs = 900;

/** Sends one e-mail or text, at most once: prepare, then claim the key under the lead's lock, then call, then record. */
export async function sendStep(deps: Deps, args: StepArgs): Promise<Answer> {
  for (;;) {
    const now = await businessNow(deps);
    const prepared = await prepare(deps, args);
    const looked = performance.now();
    const decision = await changeLead(deps, { brokerageId: args.brokerageId, leadId: prepared.loaded.lead.id, now }, (change) =>
      decideAndClaim(change, args, prepared),
    );
    if (decision.kind === 'answer') return decision.answer;
    if (decision.kind === 'defer') throw tryAgainAt('QuietHours', `Not now: ${decision.why}`, decision.at, now);
    const answer = await deliver(deps, args, prepared, { send: decision.send, now, isStale: () => performance.now() - looked > staleMs });
    if (answer !== 'stale') return answer;
  }
}

/** Everything slow, before the claim: rendering, zones, the letter's bytes. */
async function prepare(deps: Deps, { brokerageId, enrolmentId, step: stepId }: StepArgs): Promise<Prepared> {
  const found = await inTenant(deps.db, brokerageId, async (tx) => {
    const loaded = present(await loadEnrolment(tx, { enrolmentId }), enrolmentId);
    const step = findStep(loaded.definition, stepId);
    if (step.kind !== 'email' && step.kind !== 'text') throw ApplicationFailure.nonRetryable(`Step "${stepId}" sends nothing`, 'WrongStep');
    const addresses = loaded.contact ? await listAddresses(tx, { contactId: loaded.contact.id }) : [];
    const sender = await findSender(tx, { provider: step.kind === 'text' ? 'twilio' : 'email' });
    return { loaded, step, addresses, sender, composed: await compose(deps, tx, loaded, step) };
  });
  const { loaded, step, addresses, sender, composed } = found;
  return { loaded, step, sender, composed, where: await locate(loaded, preferred(step, addresses)), attachments: await attachmentsOf(deps, loaded, step) };
}

/** The number a text would go to stands first: its prefix is part of the evidence. */
function preferred(step: SendStepOf, addresses: Awaited<ReturnType<typeof listAddresses>>) {
  const choice = chooseAddress(step.kind, addresses);
  const chosen = choice.kind === 'send' ? choice.address : null;
  return [...addresses].sort((a, b) => Number(b.value === chosen) - Number(a.value === chosen));
}

/** Under the lock, on what is there by now: stopped, opted out, out of hours, or ours to send. */
async function decideAndClaim(change: Change, args: StepArgs, { step, where, composed, sender }: Prepared): Promise<Decision> {
  const { tx, now } = change;
  const loaded = present(await loadEnrolment(tx, args), args.enrolmentId);
  const answered = (answer: Answer): Decision => ({ kind: 'answer', answer });
  const claimed = await findSendByKey(tx, { key: args.key });
  if (claimed?.status === 'claimed') {
    // An earlier attempt died between its claim and its record.
    await markUnknown(change, { sendId: claimed.id, problem: 'The worker was lost while the message was under way' });
    return answered(await recordTouch(change, loaded, args, { step, outcome: 'unknown', why: 'the outcome is unknown', where }));
  }
  const before = await gate(tx, loaded, args);
  if (before) return answered(before);
  if (await sendingStopped(tx, {})) return answered(await hold(change, loaded, 'sending-stopped', 'sending is stopped'));

  const choice = chooseAddress(step.kind, loaded.contact ? await listAddresses(tx, { contactId: loaded.contact.id }) : []);
  if (choice.kind !== 'send') {
    const { leadId, dealId } = loaded.enrolment;
    await change.event('Message.NotSent', { leadId, dealId, channel: step.kind, step: step.id, reason: choice.why });
    const title = `Call instead of ${step.kind === 'email' ? 'an e-mail' : 'a text'}`;
    if (choice.kind === 'call') await openCallTask(change, loaded, { key: args.key, title, reason: `${stepWords(step)} was not sent: ${choice.why}`, where });
    return answered(await recordTouch(change, loaded, args, { step, outcome: choice.kind === 'call' ? 'task' : 'skipped', why: choice.why, where }));
  }
  if (step.kind === 'text') {
    const { allowed, nextAllowedAt } = callingWindow(now, where.candidates);
    if (!allowed) return defer(change, loaded, step, nextAllowedAt, where);
  }
  if (!sender) return answered(await hold(change, loaded, 'no-sender', `no ${step.kind === 'text' ? 'sending number' : 'mailbox'} is configured`));
  if (composed.rendered.kind === 'blocked') return answered(await blockedByTemplate(change, loaded, step, composed));
  const send = await claim(change, args, loaded, { step, address: choice.address, composed, from: sender.address });
  return { kind: 'claimed', send };
}

async function defer({ tx }: Change, { enrolment }: LoadedEnrolment, step: SendStepOf, at: Date, where: Whereabouts): Promise<Decision> {
  const waitingFor = `${stepWords(step)} on ${whenAndWhere(at, where)} (quiet hours until then)`;
  await showDeferral(tx, { enrolmentId: enrolment.id, at, waitingFor });
  return { kind: 'defer', at, why: `quiet hours where the recipient lives, until ${at.toISOString()}` };
}

async function blockedByTemplate(
  change: Change,
  loaded: LoadedEnrolment,
  step: SendStepOf,
  { templateSlug, templateVersion, rendered }: Composed,
): Promise<Answer> {
  const why = rendered.kind === 'blocked' ? rendered.message : '';
  await openTask(change, {
    kind: 'fix-template',
    key: `fix-template/${loaded.enrolment.id}/${step.id}`,
    subject: { kind: 'lead', id: loaded.lead.id },
    leadId: loaded.lead.id,
    dealId: loaded.enrolment.dealId,
    title: `Template "${templateSlug}" (version ${templateVersion}) lacks a value for lead ${loaded.lead.leadNo}`,
    reason: `${why}. Fill in what is missing and resume the enrolment, or skip the step`,
    role: 'marketer',
    dueAt: new Date(change.now.getTime() + 86_400_000),
  });
  return hold(change, loaded, 'missing-variable', why);
}

async function claim(
  { tx, now }: Change,
  { key }: StepArgs,
  { enrolment, contact }: LoadedEnrolment,
  { step, address, composed, from }: { step: SendStepOf; address: string; composed: Composed; from: string },
): Promise<Send> {
  const { rendered, templateSlug, templateVersion, token } = composed;
  if (rendered.kind !== 'rendered') throw new Error('not rendered');
  const send = await claimSend(tx, {
    send: {
      key,
      channel: step.kind,
      enrolmentId: enrolment.id,
      leadId: enrolment.leadId,
      dealId: enrolment.dealId,
      contactId: contact!.id,
      step: step.id,
      address,
      templateSlug,
      templateVersion,
      subject: rendered.subject,
      body: step.kind === 'email' ? rendered.plain : rendered.body,
      // Known beforehand, so that a bounce or a reply finds the send even when its outcome was never learned.
      providerId: step.kind === 'email' ? messageIdOf(key, from) : null,
      unsubscribeToken: step.kind === 'email' ? token : null,
      claimedAt: now,
    },
  });
  if (!send) throw new Error(`the key ${key} is taken by a send that is settled`);
  return send;
}
