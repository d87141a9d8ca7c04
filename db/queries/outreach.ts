import { and, desc, eq, inArray, max, sql } from 'drizzle-orm';
import { DomainError } from '../../domain/errors.ts';
import type { Plan } from '../../domain/outreach/course.ts';
import type { Definition } from '../../domain/outreach/schemas.ts';
import { waitOf } from '../../domain/outreach/wait-of.ts';
import { stepWords } from '../../domain/outreach/words.ts';
import type { Tx } from '../client.ts';
import { type Change, lockSubject } from '../events.ts';
import { brokerages, enrolments, leadContacts, leads, touches } from '../schema/index.ts';
import { findSequence, publishedTemplates } from './sequences.ts';

export type Enrolment = typeof enrolments.$inferSelect;
export type Enrolled = { kind: 'enrolled' | 'already-open'; enrolmentId: string; enrolmentNo: number; workflowId: string };

export async function findEnrolment(tx: Tx, { enrolmentId }: { enrolmentId: string }): Promise<Enrolment | undefined> {
  const [row] = await tx
    .select()
    .from(enrolments)
    .where(and(eq(enrolments.brokerageId, tx.brokerageId), eq(enrolments.id, enrolmentId)));
  return row;
}

/** Newest first; `before` is the id of the last one of the page before. */
export async function listEnrolments(
  tx: Tx,
  {
    sequence,
    status,
    leadId,
    before,
    limit,
  }: {
    sequence?: string | undefined;
    status?: string | undefined;
    leadId?: string | undefined;
    before?: { openedAt: Date; id: string } | undefined;
    limit: number;
  },
) {
  return tx
    .select({ enrolment: enrolments, leadNo: leads.leadNo })
    .from(enrolments)
    .innerJoin(leads, and(eq(leads.brokerageId, enrolments.brokerageId), eq(leads.id, enrolments.leadId)))
    .where(
      and(
        eq(enrolments.brokerageId, tx.brokerageId),
        sequence ? eq(enrolments.sequenceSlug, sequence) : undefined,
        status ? eq(enrolments.status, status) : undefined,
        leadId ? eq(enrolments.leadId, leadId) : undefined,
        before ? sql`(${enrolments.openedAt}, ${enrolments.id}) < (${before.openedAt.toISOString()}::timestamptz, ${before.id}::uuid)` : undefined,
      ),
    )
    .orderBy(desc(enrolments.openedAt), desc(enrolments.id))
    .limit(limit);
}

/** The steps an enrolment has taken, in their order. */
export async function listTouches(tx: Tx, { enrolmentId }: { enrolmentId: string }) {
  return tx
    .select({ step: touches.step, kind: touches.kind, outcome: touches.outcome, why: touches.why, at: touches.at })
    .from(touches)
    .where(and(eq(touches.brokerageId, tx.brokerageId), eq(touches.enrolmentId, enrolmentId)))
    .orderBy(touches.at, touches.key);
}

/** Enrols a lead, or answers the enrolment that is open. Sequence and template versions are pinned here; the event starts the run. */
export async function enrolLead(
  { tx, now, event }: Change,
  {
    leadId,
    sequence,
    dealId = null,
    offerId = null,
  }: { leadId: string; sequence: string; dealId?: string | null | undefined; offerId?: string | null | undefined },
): Promise<Enrolled> {
  const subject = { kind: 'lead', id: leadId } as const;
  await lockSubject(tx, subject);
  const ofLead = and(eq(enrolments.brokerageId, tx.brokerageId), eq(enrolments.sequenceSlug, sequence), eq(enrolments.leadId, leadId));
  const [open] = await tx
    .select()
    .from(enrolments)
    .where(and(ofLead, eq(enrolments.status, 'open')));
  if (open) {
    if (offerId && open.offerId !== offerId) await followNewOffer({ tx, now, event }, open, offerId);
    return { kind: 'already-open', enrolmentId: open.id, enrolmentNo: open.enrolmentNo, workflowId: open.workflowId };
  }

  const [lead] = await tx
    .select({ leadNo: leads.leadNo, slug: brokerages.slug })
    .from(leads)
    .innerJoin(brokerages, eq(brokerages.id, leads.brokerageId))
    .where(and(eq(leads.brokerageId, tx.brokerageId), eq(leads.id, leadId)));
  if (!lead) throw new DomainError('no-such-lead', 'There is no such lead', { nextStep: 'List the leads and take the number of one' });
  const found = await findSequence(tx, { slug: sequence });
  if (!found) throw new DomainError('no-such-sequence', `There is no sequence "${sequence}"`, { nextStep: 'List the sequences, or save this one first' });

  const [last] = await tx
    .select({ no: max(enrolments.enrolmentNo) })
    .from(enrolments)
    .where(ofLead);
  const [contact] = await tx
    .select({ id: leadContacts.contactId })
    .from(leadContacts)
    .where(and(eq(leadContacts.brokerageId, tx.brokerageId), eq(leadContacts.leadId, leadId)))
    .orderBy(leadContacts.position, leadContacts.contactId)
    .limit(1);
  const definition = found.definition as Definition;
  const start = definition.steps.find((step) => step.id === definition.start)!;
  const plan: Plan = { step: start.id, dueAt: null, words: null };
  const enrolmentNo = (last?.no ?? 0) + 1;
  const workflowId = `followup/${lead.slug}/${sequence}/${lead.leadNo}`;
  const [row] = await tx
    .insert(enrolments)
    .values({
      brokerageId: tx.brokerageId,
      enrolmentNo,
      workflowId,
      sequenceId: found.id,
      sequenceSlug: sequence,
      sequenceVersion: found.version,
      leadId,
      contactId: contact?.id ?? null,
      dealId,
      offerId,
      templateVersions: await pinTemplates(tx, definition),
      step: start.id,
      plan,
      runDueAt: now,
      waitingFor: stepWords(start),
      openedAt: now,
    })
    .returning({ id: enrolments.id });
  await event('Enrolment.Opened', { enrolmentId: row!.id, workflowId, leadId, dealId, sequence, sequenceVersion: found.version, enrolmentNo }, subject);
  return { kind: 'enrolled', enrolmentId: row!.id, enrolmentNo, workflowId };
}

/** A newer offer while the follow-up is under way: it speaks of that one from now on, and a letter that went out already goes out again. */
async function followNewOffer({ tx, event }: Change, open: Enrolment, offerId: string): Promise<void> {
  await tx
    .update(enrolments)
    .set({ offerId })
    .where(and(eq(enrolments.brokerageId, tx.brokerageId), eq(enrolments.id, open.id)));
  const found = await findSequence(tx, { slug: open.sequenceSlug, version: open.sequenceVersion });
  const letters = (found!.definition as Definition).steps
    .filter((step) => step.kind === 'email' && step.attach?.includes('offer-letter'))
    .map((step) => step.id);
  const taken = await listTouches(tx, { enrolmentId: open.id });
  const step = letters.findLast((id) => taken.some((touch) => touch.step === id && touch.outcome === 'sent'));
  if (step && !open.stopReason) await event('Enrolment.SendAgain', { ...about(open), step, by: 'offer' }, ofLead(open));
}

async function pinTemplates(tx: Tx, definition: Definition): Promise<Record<string, number>> {
  const used = new Set(definition.steps.flatMap((step) => ('template' in step ? [step.template] : [])));
  const published = await publishedTemplates(tx, { slugs: [...used] });
  return Object.fromEntries(published.map(({ slug, version }) => [slug, version]));
}

const about = (row: Enrolment) => ({ enrolmentId: row.id, workflowId: row.workflowId, leadId: row.leadId, dealId: row.dealId });
const ofLead = (row: Enrolment) => ({ kind: 'lead', id: row.leadId }) as const;

/** Asks an open enrolment to stop, once. From here on no send of it starts; the event tells its run. */
export async function requestStop(
  { tx, event }: Change,
  { enrolmentId, reason, sourceEventId }: { enrolmentId: string; reason: string; sourceEventId: string },
): Promise<boolean> {
  const row = await findEnrolment(tx, { enrolmentId });
  if (row?.status !== 'open' || row.stopReason) return false;
  await lockSubject(tx, ofLead(row));
  const changed = await tx
    .update(enrolments)
    .set({ stopReason: reason, waitingFor: `stopping: ${reason}` })
    .where(and(eq(enrolments.brokerageId, tx.brokerageId), eq(enrolments.id, enrolmentId), eq(enrolments.status, 'open'), sql`stop_reason is null`))
    .returning({ id: enrolments.id });
  if (changed.length > 0) await event('Enrolment.StopRequested', { ...about(row), reason, sourceEventId }, ofLead(row));
  return changed.length > 0;
}

/** Asks every open enrolment of these leads (or about this deal) to stop. */
export async function requestStops(
  change: Change,
  { leadIds, dealId, reason, sourceEventId }: { leadIds?: string[] | undefined; dealId?: string | undefined; reason: string; sourceEventId: string },
): Promise<number> {
  const { tx } = change;
  if (!leadIds?.length && !dealId) return 0;
  const rows = await tx
    .select({ id: enrolments.id })
    .from(enrolments)
    .where(
      and(
        eq(enrolments.brokerageId, tx.brokerageId),
        eq(enrolments.status, 'open'),
        leadIds?.length ? inArray(enrolments.leadId, leadIds) : undefined,
        dealId ? eq(enrolments.dealId, dealId) : undefined,
      ),
    )
    .orderBy(enrolments.leadId, enrolments.id);
  let stopped = 0;
  for (const { id } of rows) if (await requestStop(change, { enrolmentId: id, reason, sourceEventId })) stopped++;
  return stopped;
}

async function openRow(tx: Tx, enrolmentId: string): Promise<Enrolment> {
  const row = await findEnrolment(tx, { enrolmentId });
  if (!row) throw new DomainError('no-such-enrolment', 'There is no such enrolment', { nextStep: 'List the enrolments of the sequence or the lead' });
  if (row.status !== 'open') throw new DomainError('enrolment-closed', `This enrolment is ${row.status}`, { nextStep: 'Enrol the lead again' });
  return row;
}

/** Holds an enrolment: nothing of it goes out and nothing is dropped. A repeat changes nothing. */
export async function pauseEnrolment({ tx, event }: Change, { enrolmentId, by }: { enrolmentId: string; by: string }): Promise<Enrolment> {
  const row = await openRow(tx, enrolmentId);
  if (row.paused) return row;
  await lockSubject(tx, ofLead(row));
  const [paused] = await save(tx, { ...row, paused: true });
  await event('Enrolment.Paused', { ...about(row), by }, ofLead(row));
  return paused!;
}

/** Goes on where it was held, by a person or by a fault. What came due meanwhile goes out now. */
export async function resumeEnrolment({ tx, event }: Change, { enrolmentId, by }: { enrolmentId: string; by: string }): Promise<Enrolment> {
  const row = await openRow(tx, enrolmentId);
  if (!row.paused && !row.heldBy) return row;
  await lockSubject(tx, ofLead(row));
  const [resumed] = await save(tx, { ...row, paused: false, heldBy: null });
  await event('Enrolment.Resumed', { ...about(row), by }, ofLead(row));
  return resumed!;
}

/** Lets go everything a reason held (sending goes on). */
export async function releaseHeld({ tx, event }: Change, { heldBy, reason }: { heldBy: string; reason: string }): Promise<number> {
  const rows = await tx
    .select()
    .from(enrolments)
    .where(and(eq(enrolments.brokerageId, tx.brokerageId), eq(enrolments.status, 'open'), eq(enrolments.heldBy, heldBy)))
    .orderBy(enrolments.leadId);
  for (const row of rows) {
    await lockSubject(tx, ofLead(row));
    await save(tx, { ...row, heldBy: null });
    await event('Enrolment.Released', { ...about(row), reason }, ofLead(row));
  }
  return rows.length;
}

/** The same for the follow-ups of one contact. */
export async function releaseHeldOf(
  { tx, event }: Change,
  { contactId, heldBy, reason }: { contactId: string; heldBy: string; reason: string },
): Promise<void> {
  const rows = await tx
    .select()
    .from(enrolments)
    .where(and(eq(enrolments.brokerageId, tx.brokerageId), eq(enrolments.status, 'open'), eq(enrolments.heldBy, heldBy), eq(enrolments.contactId, contactId)))
    .orderBy(enrolments.leadId);
  for (const row of rows) {
    await lockSubject(tx, ofLead(row));
    await save(tx, { ...row, heldBy: null });
    await event('Enrolment.Released', { ...about(row), reason }, ofLead(row));
  }
}

async function save(tx: Tx, row: Enrolment): Promise<Enrolment[]> {
  const found = await findSequence(tx, { slug: row.sequenceSlug, version: row.sequenceVersion });
  const { runDueAt, waitingFor } = waitOf(row, found!.definition as Definition, row.openedAt);
  return tx
    .update(enrolments)
    .set({ paused: row.paused, heldBy: row.heldBy, runDueAt, waitingFor })
    .where(and(eq(enrolments.brokerageId, tx.brokerageId), eq(enrolments.id, row.id)))
    .returning();
}

/** Closes the row with its counts, once. */
export async function closeEnrolment(
  { tx, now, event }: Change,
  { enrolmentId, status, reason }: { enrolmentId: string; status: 'archived' | 'stopped'; reason: string | null },
): Promise<void> {
  const row = await findEnrolment(tx, { enrolmentId });
  if (row?.status !== 'open') return;
  const counts = await countTouches(tx, { enrolmentId });
  await tx
    .update(enrolments)
    .set({ status, stopReason: reason ?? row.stopReason, paused: false, heldBy: null, runDueAt: null, waitingFor: null, counts, closedAt: now })
    .where(and(eq(enrolments.brokerageId, tx.brokerageId), eq(enrolments.id, enrolmentId)));
  await event('Enrolment.Closed', { ...about(row), status, reason: reason ?? row.stopReason, counts }, ofLead(row));
}

/** What an enrolment did so far, by kind and outcome: `{ emails, texts, callTasks, skipped, unknown }`. */
export async function countTouches(tx: Tx, { enrolmentId }: { enrolmentId: string }): Promise<Record<string, number>> {
  const [row] = await tx
    .select({
      emails: sql<number>`count(*) filter (where kind = 'email' and outcome = 'sent')::int`,
      texts: sql<number>`count(*) filter (where kind = 'text' and outcome = 'sent')::int`,
      callTasks: sql<number>`count(*) filter (where outcome = 'task')::int`,
      skipped: sql<number>`count(*) filter (where outcome = 'skipped')::int`,
      unknown: sql<number>`count(*) filter (where outcome = 'unknown')::int`,
    })
    .from(touches)
    .where(and(eq(touches.brokerageId, tx.brokerageId), eq(touches.enrolmentId, enrolmentId)));
  return row!;
}
