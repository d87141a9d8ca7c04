import { z } from '@hono/zod-openapi';
import type { Deal } from '../db/queries/closing.ts';
import type { DealView } from '../db/queries/closing.view.ts';
import type { GivenUp } from '../db/queries/file-gate.ts';
import { dealStages, explainEnd, type Outcome, whatComesAt } from '../domain/closing/course.ts';
import { spoken, wordsOf } from '../domain/closing/file-timeline.ts';
import { healths } from '../domain/compliance/health.ts';
import type { TimelineEntry } from '../workflows/closing/messages.ts';
import { placeSchema } from './contracts.view.ts';
import { instantSchema, iso, isoOrNull } from './schemas.ts';

export const stages = dealStages;
export const sides = ['listing', 'buyer', 'wholesale'] as const;

export const dealSchema = z
  .object({
    dealNo: z.int(),
    id: z.uuid(),
    stage: z.string(),
    side: z.string(),
    leadNo: z.int(),
    property: z.string().nullable(),
    score: z.number().nullable().openapi({ description: '0 to 100, as the rule set had it' }),
    hot: z.boolean(),
    waitingFor: z.string().nullable(),
    waitingSince: instantSchema.nullable(),
    dueAt: instantSchema.nullable().openapi({ description: 'The next instant it acts by itself' }),
    wishes: z.record(z.string(), z.unknown()),
    openedBy: z.string(),
    openedAt: instantSchema,
    closedAt: instantSchema.nullable(),
    closedReason: z.string().nullable(),
    workflowId: z.string(),
  })
  .openapi('Deal');

export const statusSchema = z
  .object({
    stage: z.string(),
    waitingFor: z.string().nullable(),
    waitingSince: instantSchema,
    dueAt: instantSchema.nullable(),
    offerNo: z.int().nullable(),
    takenIn: z.int(),
  })
  .openapi('DealStatus');

export const timelineSchema = z.object({
  source: z.enum(['run', 'events']).openapi({ description: 'The run itself, or the event log when the run is gone' }),
  zone: z.string().openapi({ description: "The property's zone once there is a contract, the brokerage's before" }),
  items: z.array(
    z.object({
      at: instantSchema,
      what: z.string(),
      when: z.enum(['past', 'now', 'future']).optional(),
      clock: z.string().optional(),
      prior: z.string().nullable().optional(),
      cause: z.string().optional(),
      type: z.string().optional().openapi({ description: 'Kind of the event it tells of' }),
      date: z.string().nullable().optional().openapi({ description: 'The day the clock was put to' }),
      status: z.string().optional(),
      amendmentNo: z.int().optional().openapi({ description: 'The amendment it tells of, or that moved the date' }),
      title: z.string().optional().openapi({ description: 'What a person called a deadline of their own' }),
    }),
  ),
});

/** The file as it was known at an instant. */
export const knownSchema = z
  .object({
    dealNo: z.int(),
    asOf: instantSchema,
    zone: z.string(),
    stage: z.string().nullable().openapi({ description: 'Null before the deal was opened' }),
    since: instantSchema.nullable(),
    contract: z
      .object({ form: z.string(), effectiveOn: z.string(), priceCents: z.int(), amendments: z.int(), status: z.enum(['in-force', 'terminated', 'closed']) })
      .nullable(),
    deadlines: z.array(
      z.object({
        ...{ clock: z.string(), title: z.string(), date: z.string().nullable(), dueAt: instantSchema.nullable(), status: z.string() },
        extended: z
          .object({ from: placeSchema, to: placeSchema, at: instantSchema })
          .nullable()
          .openapi({ description: 'More time that people had agreed on by then' }),
      }),
    ),
    facts: z.array(z.object({ fact: z.string(), effectiveOn: z.string(), value: z.union([z.number(), z.string()]).nullable(), recordedAt: instantSchema })),
    parties: z.record(z.string(), z.int()).openapi({ description: 'How many took part, by role' }),
  })
  .openapi('FileKnown');

export const healthSchema = z.object({
  dealNo: z.int(),
  health: z.enum(healths),
  nextDueAt: instantSchema.nullable(),
  open: z.int(),
  risks: z.array(
    z.object({
      severity: z.enum(healths),
      source: z.string(),
      what: z.string(),
      owner: z.string(),
      deadline: instantSchema.nullable(),
      effect: z.string(),
      nextStep: z.string(),
    }),
  ),
});

export const toDeal = ({ deal, line, unit, city, state, zip, leadNo, score, hot }: DealView) => ({
  dealNo: deal.dealNo,
  id: deal.id,
  stage: deal.stage,
  side: deal.side,
  leadNo,
  property: [[line, unit].filter(Boolean).join(' '), city, [state, zip].filter(Boolean).join(' ')].filter(Boolean).join(', ') || null,
  score: score === null ? null : score / 10,
  hot,
  waitingFor: deal.waitingFor,
  waitingSince: isoOrNull(deal.waitingSince),
  dueAt: isoOrNull(deal.runDueAt),
  wishes: deal.wishes as Record<string, unknown>,
  openedBy: deal.openedBy,
  openedAt: iso(deal.openedAt),
  closedAt: isoOrNull(deal.closedAt),
  closedReason: deal.closedReason,
  workflowId: deal.workflowId,
});

export const givenUpSchema = z.object({ event: z.string(), by: z.string(), name: z.string().nullable(), reason: z.string(), at: instantSchema });

/** "the checklist does without closing completed, given up by Ann Walker: …" */
export const givenUpWords = ({ event, name, reason }: GivenUp): string =>
  `the checklist does without ${spoken(event)}, given up by ${name ?? 'a person'}: ${reason}`;

/** What the row can say when no run answers: before its start, and after its history is gone. */
export function explainRow(deal: Deal): string {
  if (deal.closedAt) return explainEnd(deal.stage as Outcome, deal.closedReason);
  const [since, next] = [isoOrNull(deal.waitingSince) ?? iso(deal.openedAt), whatComesAt(deal.stage)];
  const what = deal.waitingFor ? `waiting for ${deal.waitingFor}` : deal.stage === 'open' ? 'about to start' : `working on: ${deal.stage}`;
  return `${what} since ${since}${next ? `; next: ${next}` : ''}`;
}

/** The log in plain words. */
export const timelineOf = (events: { type: string; occurredAt: Date; payload: unknown }[]): TimelineEntry[] =>
  events.map(({ type, occurredAt, payload }) => ({ at: iso(occurredAt), what: wordsOf(type, payload) }));
