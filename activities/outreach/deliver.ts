import { ApplicationFailure, activityInfo } from '@temporalio/activity';
import { suppress } from '../../db/queries/consent.ts';
import { requestStop } from '../../db/queries/outreach.ts';
import { markRefused, markSent, markUnknown, releaseClaim, type Send } from '../../db/queries/sends.ts';
import type { Answer, Plan } from '../../domain/outreach/course.ts';
import { classifyTextError } from '../../domain/outreach/text-errors.ts';
import { stepWords } from '../../domain/outreach/words.ts';
import type { Deps } from '../deps.ts';
import { OutcomeUnknown } from '../providers/faults.ts';
import type { SendOutcome } from '../providers/ports.ts';
import { openCallTask } from './call-seller.ts';
import { changeLead, type StepArgs, tryAgainAt } from './context.ts';
import { recordTouch, showDeferral } from './record.ts';
import type { Prepared } from './send.ts';

type Refused = Extract<SendOutcome, { kind: 'refused' }>;
export type Claimed = { send: Send; now: Date /** Too long since the look at the kill switch. */; isStale: () => boolean };

/** A refusal that may pass is tried for this long after the step was due, then left out. */
const patienceMs = 24 * 3_600_000;
const patientRetryMs = 3_600_000;

/** Makes the one call a claim allows and records what came of it. */
export async function deliver(deps: Deps, args: StepArgs, prepared: Prepared, claimed: Claimed): Promise<Answer | 'stale'> {
  const { send, now } = claimed;
  const { loaded, step, where } = prepared;
  const change = <T>(fn: Parameters<typeof changeLead<T>>[2]): Promise<T> => changeLead(deps, { ...args, leadId: loaded.lead.id, now }, fn);
  if (claimed.isStale()) {
    await change(({ tx }) => releaseClaim(tx, args));
    return 'stale';
  }
  const outcome = await call(deps, prepared, send).catch((error: unknown) => ({ kind: 'failed' as const, error }));
  if (outcome.kind === 'accepted')
    return change(async (c) => {
      await markSent(c, { sendId: send.id, providerId: outcome.providerId });
      return recordTouch(c, loaded, args, { step, outcome: 'sent', why: null, where });
    });
  if (outcome.kind === 'refused')
    return outcome.permanent ? refusedForGood(deps, args, prepared, claimed, outcome) : refusedForNow(deps, args, prepared, claimed, outcome);
  const { error } = outcome;
  if (error instanceof OutcomeUnknown)
    return change(async (c) => {
      await markUnknown(c, { sendId: send.id, problem: error.message });
      return recordTouch(c, loaded, args, { step, outcome: 'unknown', why: 'the outcome is unknown', where });
    });
  // Anything else a provider throws means that it took nothing: the claim is given back and the step tried again.
  const delayMs = delayOf(error);
  await change(async ({ tx }) => {
    await releaseClaim(tx, args);
    await showDeferral(tx, {
      enrolmentId: args.enrolmentId,
      at: new Date(now.getTime() + delayMs),
      waitingFor: `${stepWords(step)}: ${messageOf(error)}`.slice(0, 500),
    });
  });
  if (!(error instanceof ApplicationFailure)) throw error;
  const { type, message, nonRetryable, details } = error;
  throw ApplicationFailure.create({
    type: type ?? 'ProviderFault',
    message,
    nonRetryable: nonRetryable ?? false,
    details: details ?? [],
    nextRetryDelay: delayMs,
  });
}

async function call({ email, text, publicUrl }: Deps, { loaded, step, composed, sender, attachments }: Prepared, send: Send): Promise<SendOutcome> {
  const { rendered, unsubscribeUrl } = composed;
  if (rendered.kind !== 'rendered' || !sender) throw new Error('a claim without a message');
  if (step.kind === 'text')
    return text.send({
      key: send.key,
      from: sender.address,
      to: send.address,
      body: rendered.body,
      statusCallback: `${publicUrl}/webhooks/twilio/${sender.token}`,
    });
  return email.send({
    key: send.key,
    fromName: loaded.brokerage.name,
    from: sender.address,
    to: send.address,
    subject: rendered.subject ?? '',
    html: rendered.body,
    text: rendered.plain,
    // RFC 8058: one click, no page, no login.
    headers: { 'List-Unsubscribe': `<${unsubscribeUrl}>`, 'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click' },
    attachments,
  });
}

/** The address is dead, or its owner has opted out at the provider: suppressed, and the follow-up stops. A number that merely takes no texts is called instead. */
function refusedForGood(deps: Deps, args: StepArgs, { loaded, step, where }: Prepared, { send, now }: Claimed, { code, message }: Refused): Promise<Answer> {
  return changeLead(deps, { ...args, leadId: loaded.lead.id, now }, async (c) => {
    const found = step.kind === 'text' ? classifyTextError(code).class : 'invalid';
    const optedOut = found === 'opted-out';
    const reason = optedOut ? 'opt-out' : 'bounce';
    await suppress(c, {
      address: send.address,
      channels: step.kind === 'email' ? ['email'] : optedOut ? ['sms', 'call'] : ['sms'],
      reason,
      source: `send/${send.id}`,
      contactId: send.contactId,
    });
    await markRefused(c, { sendId: send.id, code, message });
    if (found === 'not-mobile') {
      await openCallTask(c, loaded, { key: args.key, title: 'Call instead of a text', reason: `${stepWords(step)} was not sent: ${message}`, where });
      return recordTouch(c, loaded, args, { step, outcome: 'task', why: message, where });
    }
    const why = optedOut ? 'opted-out' : 'bounced';
    await requestStop(c, { enrolmentId: args.enrolmentId, reason: why, sourceEventId: send.id });
    return { kind: 'stopping', reason: why };
  });
}

/** Nothing was taken, and it may be taken later: tried for a day, then left out with its reason. */
async function refusedForNow(deps: Deps, args: StepArgs, { loaded, step, where }: Prepared, { now }: Claimed, { code, message }: Refused): Promise<Answer> {
  const plan = loaded.enrolment.plan as Plan;
  const due = plan.dueAt ? Date.parse(plan.dueAt) : loaded.enrolment.openedAt.getTime();
  const at = new Date(now.getTime() + patientRetryMs);
  const why = `${message} (${code})`;
  const answer = await changeLead(deps, { ...args, leadId: loaded.lead.id, now }, async (c) => {
    await releaseClaim(c.tx, args);
    if (at.getTime() - due < patienceMs) {
      await showDeferral(c.tx, { enrolmentId: args.enrolmentId, at, waitingFor: `${stepWords(step)}, refused for now: ${why}` });
      return null;
    }
    const { leadId, dealId } = loaded.enrolment;
    await c.event('Message.NotSent', { leadId, dealId, channel: step.kind, step: step.id, reason: why });
    return recordTouch(c, loaded, args, { step, outcome: 'skipped', why, where });
  });
  if (answer) return answer;
  throw tryAgainAt('ProviderRefused', `The provider refused it for now: ${why}`, at, now);
}

const messageOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));
/** As the provider asks, else growing with the attempts up to a quarter of an hour. */
const delayOf = (error: unknown): number => {
  const asked = error instanceof ApplicationFailure ? error.nextRetryDelay : undefined;
  return typeof asked === 'number' ? asked : Math.min(900_000, 10_000 * 2 ** Math.min(10, activityInfo().attempt - 1));
};
