import type { Change } from '../../db/events.ts';
import { type Delivery, showDeliveryWait } from '../../db/queries/deliveries.ts';
import { findSendByKey, markRefused, markSent, markUnknown, releaseClaim, type Send } from '../../db/queries/sends.ts';
import { inTenant } from '../../db/tenant.ts';
import type { Deps } from '../deps.ts';
import { tryAgainAt } from '../outreach/context.ts';
import { OutcomeUnknown } from '../providers/faults.ts';
import type { SendOutcome } from '../providers/ports.ts';
import { businessNow } from '../time.ts';
import { type Attempt, end, endedAs, inDelivery, type OfDelivery, refuse } from './context.ts';

export type Decision<C extends { send: Send }> =
  | { kind: 'answer'; answer: Attempt }
  | { kind: 'later'; at: Date; words: string }
  | { kind: 'claimed'; claimed: C };
type Refusal = Extract<SendOutcome, { kind: 'refused' }>;

export type Way<C extends { send: Send }> = {
  /** Looks at the facts of the moment, and claims the send in the ledger where it may go. Only for a delivery that is open and was never claimed. */
  decide(change: Change, row: Delivery): Promise<Decision<C>>;
  call(claimed: C): Promise<SendOutcome>;
  /** What a refusal for good says of the address, and the words for it. */
  refused(change: Change, send: Send, refusal: Refusal): Promise<string>;
};

/** A stop of all sending commits after the claims it waited for; a call that begins later than this after its look would break its promise. */
const staleMs = 900;

/** One message of a delivery, at most once: decided and claimed in one transaction, then called, then what came of it kept. */
export async function sendThroughLedger<C extends { send: Send }>(deps: Deps, args: OfDelivery, way: Way<C>): Promise<Attempt> {
  for (;;) {
    const now = await businessNow(deps);
    const looked = performance.now();
    const decision = await inDelivery(deps, args, now, (change, row) => decideOnce(change, row, way));
    if (decision.kind === 'answer') return decision.answer;
    if (decision.kind === 'later') throw tryAgainAt('QuietHours', `Not now: ${decision.words}`, decision.at, now);
    const { claimed } = decision;
    if (performance.now() - looked <= staleMs) return deliver(deps, args, claimed, way, now);
    await inTenant(deps.db, args.brokerageId, (tx) => releaseClaim(tx, { key: claimed.send.key }));
  }
}

async function decideOnce<C extends { send: Send }>(change: Change, row: Delivery, way: Way<C>): Promise<Decision<C>> {
  if (row.status !== 'queued') return { kind: 'answer', answer: endedAs(row) };
  const earlier = await findSendByKey(change.tx, { key: row.workflowId });
  if (!earlier) return way.decide(change, row);
  if (earlier.status !== 'claimed') return { kind: 'answer', answer: await end(change, row, 'done', null) };
  const why = 'The worker was lost while the message was under way';
  await markUnknown(change, { sendId: earlier.id, problem: why });
  return { kind: 'answer', answer: await end(change, row, 'unknown', why) };
}

async function deliver<C extends { send: Send }>(deps: Deps, args: OfDelivery, claimed: C, way: Way<C>, now: Date): Promise<Attempt> {
  const { send } = claimed;
  const change = (fn: (change: Change, row: Delivery) => Promise<Attempt>): Promise<Attempt> => inDelivery(deps, args, now, fn);
  const outcome = await way.call(claimed).catch((error: unknown) => ({ kind: 'failed' as const, error }));
  if (outcome.kind === 'accepted')
    return change(async (c, row) => {
      await markSent(c, { sendId: send.id, providerId: outcome.providerId });
      return end(c, row, 'done', null);
    });
  if (outcome.kind === 'refused' && outcome.permanent)
    return change(async (c, row) => {
      const words = await way.refused(c, send, outcome);
      await markRefused(c, { sendId: send.id, code: outcome.code, message: outcome.message });
      return refuse(c, row, words);
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

/** While sending is stopped, a delivery waits and says so. */
export async function held(change: Change, row: Delivery): Promise<{ kind: 'answer'; answer: Attempt }> {
  await showDeliveryWait(change.tx, { deliveryId: row.id, waitingFor: 'sending to go on', at: null });
  return { kind: 'answer', answer: { kind: 'held', why: 'sending is stopped' } };
}
