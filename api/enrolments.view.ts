import { z } from '@hono/zod-openapi';
import type { Enrolment } from '../db/queries/outreach.ts';
import { instantSchema, iso, isoOrNull } from './schemas.ts';

export const enrolmentSchema = z
  .object({
    id: z.uuid(),
    enrolmentNo: z.int(),
    sequence: z.string(),
    sequenceVersion: z.int(),
    templateVersions: z.record(z.string(), z.int()),
    leadId: z.uuid(),
    dealId: z.uuid().nullable(),
    contactId: z.uuid().nullable(),
    workflowId: z.string(),
    status: z.string(),
    stopReason: z.string().nullable(),
    paused: z.boolean(),
    heldBy: z.string().nullable(),
    step: z.string().nullable(),
    dueAt: instantSchema.nullable(),
    waitingFor: z.string().nullable(),
    counts: z.record(z.string(), z.int()),
    openedAt: instantSchema,
    closedAt: instantSchema.nullable(),
  })
  .openapi('Enrolment');

export const toEnrolment = (row: Enrolment) => ({
  id: row.id,
  enrolmentNo: row.enrolmentNo,
  sequence: row.sequenceSlug,
  sequenceVersion: row.sequenceVersion,
  templateVersions: row.templateVersions as Record<string, number>,
  leadId: row.leadId,
  dealId: row.dealId,
  contactId: row.contactId,
  workflowId: row.workflowId,
  status: row.status,
  stopReason: row.stopReason,
  paused: row.paused,
  heldBy: row.heldBy,
  step: row.step,
  dueAt: isoOrNull(row.runDueAt),
  waitingFor: row.waitingFor,
  counts: row.counts as Record<string, number>,
  openedAt: iso(row.openedAt),
  closedAt: isoOrNull(row.closedAt),
});

/** What the row says when its run cannot be asked. */
export const explainEnrolment = (row: Enrolment): string =>
  row.status === 'open'
    ? row.waitingFor
      ? `waiting for ${row.waitingFor}`
      : 'starting'
    : `ended: ${row.status}${row.stopReason ? ` (${row.stopReason})` : ''}`;
