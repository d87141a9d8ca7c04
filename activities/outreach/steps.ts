import { and, eq } from 'drizzle-orm';
import type { Change } from '../../db/events.ts';
import { closeEnrolment as closeRow } from '../../db/queries/outreach.ts';
import { type LoadedEnrolment, listAddresses, loadEnrolment, sellerFacts } from '../../db/queries/outreach-facts.ts';
import { markUnknown } from '../../db/queries/sends.ts';
import { openTask } from '../../db/queries/tasks.ts';
import { sends } from '../../db/schema/index.ts';
import { inTenant } from '../../db/tenant.ts';
import type { Answer } from '../../domain/outreach/course.ts';
import { locate } from '../../domain/outreach/locate.ts';
import { findStep } from '../../domain/outreach/plan.ts';
import { takeBranch } from '../../domain/outreach/steps/branch.ts';
import { stepWords } from '../../domain/outreach/words.ts';
import type { Whereabouts } from '../../domain/outreach/zones.ts';
import type { Deps } from '../deps.ts';
import { businessNow } from '../time.ts';
import { openCallTask } from './call-seller.ts';
import { changeLead, type OfEnrolment, present, type StepArgs } from './context.ts';
import { gate, hold, recordTouch, type Taken } from './record.ts';

type Ready = { loaded: LoadedEnrolment; where: Whereabouts; change: Change };

/** Loads the enrolment and locates the recipient, then decides under the lead's lock on what is there by then. */
async function underLock(deps: Deps, args: OfEnrolment, fn: (ready: Ready) => Promise<Answer>): Promise<Answer> {
  const { brokerageId, enrolmentId } = args;
  const now = await businessNow(deps);
  const first = await inTenant(deps.db, brokerageId, async (tx) => {
    const loaded = present(await loadEnrolment(tx, { enrolmentId }), enrolmentId);
    return { loaded, addresses: loaded.contact ? await listAddresses(tx, { contactId: loaded.contact.id }) : [] };
  });
  const where = await locate(first.loaded, first.addresses);
  return changeLead(deps, { brokerageId, leadId: first.loaded.lead.id, now }, async (change) => {
    const loaded = present(await loadEnrolment(change.tx, { enrolmentId }), enrolmentId);
    return fn({ loaded, where, change });
  });
}

/** Takes a step that needs no provider: a call task, a branch, the wait a sequence begins with. */
export const takeStep = (deps: Deps, args: StepArgs): Promise<Answer> =>
  underLock(
    deps,
    args,
    async (ready) => (await gate(ready.change.tx, ready.loaded, args)) ?? recordTouch(ready.change, ready.loaded, args, await perform(ready, args)),
  );

async function perform({ loaded, where, change }: Ready, args: StepArgs): Promise<Taken> {
  const step = findStep(loaded.definition, args.step);
  if (step.kind === 'call-task') {
    const reason = step.instructions ?? `Step "${step.id}" of the follow-up "${loaded.enrolment.sequenceSlug}"`;
    await openCallTask(change, loaded, { key: args.key, title: step.title, reason, dueInHours: step.dueInHours, where });
    return { step, outcome: 'task', why: null, where };
  }
  if (step.kind === 'branch') {
    const { to, because } = takeBranch(step, await sellerFacts(change.tx, args));
    return { step, outcome: 'decided', why: because, where, to };
  }
  return { step, outcome: 'waited', why: null, where, to: step.id };
}

/** A person has a step left out. What is being sent already is not taken back: its answer stands. */
export const skipStep = (deps: Deps, args: StepArgs & { by: string }): Promise<Answer> =>
  underLock(deps, args, async ({ change, loaded, where }) => {
    const before = await gate(change.tx, loaded, args);
    // A pause does not keep a person from skipping.
    if (before && !(before.kind === 'held' && before.by === 'paused')) return before;
    const step = findStep(loaded.definition, args.step);
    if (step.kind === 'email' || step.kind === 'text') {
      const { leadId, dealId } = loaded.enrolment;
      await change.event('Message.NotSent', { leadId, dealId, channel: step.kind, step: step.id, reason: 'skipped by a person' });
    }
    return recordTouch(change, loaded, args, { step, outcome: 'skipped', why: 'skipped by a person', where });
  });

/** Closes the row with its counts. A claim whose call was cut off is left to a person. */
export async function closeEnrolment(
  deps: Deps,
  { brokerageId, enrolmentId, status, reason }: OfEnrolment & { status: 'archived' | 'stopped'; reason: string | null },
): Promise<void> {
  const now = await businessNow(deps);
  const { lead } = await inTenant(deps.db, brokerageId, async (tx) => present(await loadEnrolment(tx, { enrolmentId }), enrolmentId));
  await changeLead(deps, { brokerageId, leadId: lead.id, now }, async (change) => {
    const cutOff = await change.tx
      .select({ id: sends.id })
      .from(sends)
      .where(and(eq(sends.brokerageId, brokerageId), eq(sends.enrolmentId, enrolmentId), eq(sends.status, 'claimed')));
    for (const { id } of cutOff) await markUnknown(change, { sendId: id, problem: 'The follow-up ended while this message was under way' });
    await closeRow(change, { enrolmentId, status, reason });
  });
}

/** A step failed for good: it is held, and a person is told. */
export async function holdEnrolment(deps: Deps, { brokerageId, enrolmentId, step, why }: OfEnrolment & { step: string; why: string }): Promise<void> {
  await underLock(deps, { brokerageId, enrolmentId }, async ({ change, loaded }) => {
    if (loaded.enrolment.status !== 'open') return { kind: 'not-open' };
    const words = stepWords(findStep(loaded.definition, step));
    await openTask(change, {
      kind: 'mend-follow-up',
      key: `mend-follow-up/${enrolmentId}/${step}/${change.now.toISOString().slice(0, 10)}`,
      subject: { kind: 'lead', id: loaded.lead.id },
      leadId: loaded.lead.id,
      dealId: loaded.enrolment.dealId,
      title: `The follow-up of lead ${loaded.lead.leadNo} is held at ${words}`,
      reason: `${why}. Mend the cause, then resume the enrolment`,
      role: 'engineer',
      dueAt: new Date(change.now.getTime() + 86_400_000),
    });
    return hold(change, loaded, 'fault', why);
  });
}
