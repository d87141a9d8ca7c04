import { z } from '@hono/zod-openapi';
import type { Tx } from '../db/client.ts';
import { contingencyOf, type DeadlineRow, livesOnOf } from '../db/deadline-rows.ts';
import type { Contract } from '../db/queries/contracts.ts';
import type { DealFact, TakenBack } from '../db/queries/deal-facts.ts';
import { listExtensions, type ShownExtension } from '../db/queries/extensions.ts';
import { type Contingency, contingencyNames } from '../domain/closing/contingencies.ts';
import { instantSchema, iso, isoOrNull } from './schemas.ts';

/** A day where the property is, and its instant. */
export const placeSchema = z.object({ date: z.string(), dueAt: instantSchema });
const extensionSchema = z
  .object({
    from: placeSchema.openapi({ description: 'Where it stood before it was first extended' }),
    to: placeSchema,
    at: instantSchema,
    by: z.string(),
    cause: z.enum(['amendment', 'hand']),
    amendmentNo: z.int().nullable(),
    reason: z.string().nullable(),
    proof: z.string().nullable(),
  })
  .openapi('Extension');

const named = z.record(z.string(), z.unknown());

export const deadlineSchema = z
  .object({
    id: z.uuid(),
    clock: z.string(),
    title: z.string(),
    actor: z.string().openapi({ description: 'Who must act' }),
    evidence: z.string().nullable().openapi({ description: 'The fact that shows it was done' }),
    contingency: z
      .enum(contingencyNames as [Contingency, ...Contingency[]])
      .nullable()
      .openapi({ description: 'Which contingency, where its removal in writing is that fact' }),
    status: z.string().openapi({ description: 'pending, satisfied, waived, terminated, tolled, breached or lapsed' }),
    state: z.string().openapi({ description: 'As people say it: `extended` while it is pending with more time than it had; else the status' }),
    extended: extensionSchema.nullable().openapi({ description: 'More time that people agreed on: from which day to which, who, when, and what proves it' }),
    date: z.string().nullable(),
    localTime: z.string().nullable(),
    dueAt: instantSchema.nullable(),
    waitsFor: z.array(z.string()).openapi({ description: 'Facts without which there is no date yet' }),
    problem: z.string().nullable(),
    byHand: named.nullable(),
    rule: named.nullable().openapi({ description: "The rule's own answer with its working: day 0, each day counted or skipped and why, clause, cut-off" }),
    settled: named.nullable(),
    flaggedAt: instantSchema.nullable(),
    nextLookAt: instantSchema.nullable(),
    waitingFor: z.string().nullable(),
    livesOn: z.boolean().openapi({ description: 'Whether it goes on after the closing' }),
    watched: z.boolean().openapi({ description: 'Whether a run watches it: somebody must act on it' }),
    workflowId: z.string(),
  })
  .openapi('Deadline');

/** Rows of one deal as the API shows them. */
export async function toDeadlines(tx: Tx, rows: readonly DeadlineRow[]): Promise<z.infer<typeof deadlineSchema>[]> {
  const extensions = await listExtensions(tx, { rows });
  return rows.map((row) => toDeadline(row, extensions.get(row.clock) ?? null));
}

function toDeadline(row: DeadlineRow, extended: ShownExtension | null): z.infer<typeof deadlineSchema> {
  const { deadline, waitsFor, problem } = row.answer as { deadline?: Record<string, unknown> | null; waitsFor?: string[]; problem?: string | null };
  return {
    id: row.id,
    clock: row.clock,
    title: row.title,
    actor: row.actor,
    evidence: row.evidence,
    contingency: contingencyOf(row),
    status: row.status,
    state: row.status === 'pending' && extended ? 'extended' : row.status,
    extended,
    date: row.date,
    localTime: row.localTime,
    dueAt: isoOrNull(row.dueAt),
    waitsFor: waitsFor ?? [],
    problem: problem ?? null,
    byHand: row.byHand as Record<string, unknown> | null,
    rule: deadline ?? null,
    settled: row.settled as Record<string, unknown> | null,
    flaggedAt: isoOrNull(row.flaggedAt),
    nextLookAt: isoOrNull(row.runDueAt),
    waitingFor: row.waitingFor,
    livesOn: livesOnOf(row),
    watched: row.watched,
    workflowId: row.workflowId,
  };
}

export const blanksSchema = z.object({
  periods: z.array(z.object({ name: z.string(), title: z.string(), days: z.int().nullable() })),
  dates: z.array(z.object({ name: z.string(), title: z.string() })),
});

export const contractSchema = z
  .object({
    id: z.uuid(),
    form: z.string(),
    formVersion: z.string(),
    state: z.string(),
    zone: z.string(),
    effectiveOn: z.string(),
    effectiveTime: z.string(),
    priceCents: z.int(),
    periods: named,
    dates: named,
    status: z.string(),
    revision: z.int(),
    recordedAt: instantSchema,
    recordedBy: z.string(),
    endedAt: instantSchema.nullable(),
    endedReason: z.string().nullable(),
  })
  .openapi('Contract');

export function toContract({ brokerageId: _, dealId: __, recordedAt, endedAt, periods, dates, ...rest }: Contract): z.infer<typeof contractSchema> {
  return {
    ...rest,
    periods: periods as Record<string, unknown>,
    dates: dates as Record<string, unknown>,
    recordedAt: iso(recordedAt),
    endedAt: isoOrNull(endedAt),
  };
}

export const factSchema = z
  .object({
    id: z.uuid(),
    fact: z.string(),
    effectiveOn: z.string(),
    value: z.union([z.number(), z.string()]).nullable(),
    evidence: named.nullable(),
    recordedAt: instantSchema,
    recordedBy: z.string(),
    takenBack: z
      .object({ by: z.string(), reason: z.string(), at: instantSchema })
      .nullable()
      .openapi({ description: 'It was recorded by mistake: who took it back, why, when' }),
  })
  .openapi('FileFact');

export const toFact = ({ id, fact, effectiveOn, value, evidence, recordedAt, recordedBy, takenBack }: DealFact): z.infer<typeof factSchema> => ({
  id,
  fact,
  effectiveOn,
  value: value as number | string | null,
  evidence: evidence as Record<string, unknown> | null,
  recordedAt: iso(recordedAt),
  recordedBy,
  takenBack: takenBack as TakenBack | null,
});
