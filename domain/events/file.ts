import { z } from 'zod';
import { milestoneNames } from '../closing/milestones.ts';
import { change, id, instantText } from './core.ts';

const deal = { dealId: id, dealNo: z.int() };
const date = z.iso.date();
/** `date` is the calendar date where the property is, `dueAt` the instant. */
const deadline = { ...deal, deadlineId: id, clock: z.string(), workflowId: z.string(), date: date.nullable(), dueAt: instantText.nullable() };

/** What happened on the file. `effectiveOn` is when it took effect; the event's own instant is when it was recorded. */
const milestone = {
  version: 1,
  payload: z.object({
    ...deal,
    factId: id,
    effectiveOn: change(date),
    value: change(z.union([z.number(), z.string()])),
    evidence: z.object({ documentId: id.optional(), note: z.boolean() }).nullable(),
  }),
} as const;
const milestoneEvents = Object.fromEntries(milestoneNames.map((name) => [name, milestone])) as Record<(typeof milestoneNames)[number], typeof milestone>;

/** What was recorded by mistake and is taken back; why stays in its row. */
const takenBack = {
  version: 1,
  payload: z.object({
    ...deal,
    factId: id,
    fact: z.enum(milestoneNames as [(typeof milestoneNames)[number], ...(typeof milestoneNames)[number][]]),
    effectiveOn: change(date),
    value: change(z.union([z.number(), z.string()])),
  }),
} as const;

/** Subject of all: deal. Names and addresses stay in the rows. */
export const fileEvents = {
  'Contract.Recorded': {
    version: 1,
    payload: z.object({ ...deal, contractId: id, form: z.string(), formVersion: z.string(), effectiveOn: date, priceCents: z.int() }),
  },
  'Contract.Amended': {
    version: 1,
    payload: z.object({ ...deal, contractId: id, amendmentId: id, amendmentNo: z.int(), changes: z.record(z.string(), change(z.unknown())) }),
  },
  'Contract.Ended': {
    version: 1,
    payload: z.object({
      ...deal,
      contractId: id,
      status: z.enum(['terminated', 'closed']),
      reason: z.string().nullable(),
      earnestMoney: z.string().nullable(),
    }),
  },
  /** Facts about property and parties that the law asks for: yearBuilt, hasHoa, financed, … */
  'Deal.FactsChanged': { version: 1, payload: z.object({ ...deal, facts: z.record(z.string(), change(z.unknown())) }) },
  'Deal.Reopened': { version: 1, payload: z.object({ ...deal, leadId: id, side: z.string(), workflowId: z.string(), reason: z.string() }) },
  /** Starts the watcher where somebody must act. */
  'Deadline.Opened': { version: 1, payload: z.object({ ...deadline, watched: z.boolean() }) },
  'Deadline.Moved': {
    version: 1,
    payload: z.object({
      ...deadline,
      watched: z.boolean(),
      due: change(instantText),
      day: change(date),
      cause: z.object({ kind: z.enum(['amendment', 'fact', 'hand', 'rule']), id: z.string() }),
    }),
  },
  'Deadline.Settled': { version: 1, payload: z.object({ ...deadline, status: change(z.string()), reason: z.string(), proof: z.string().nullable() }) },
  /** The brokerage changed when people hear of deadlines: the watcher plans anew. */
  'Deadline.WatchChanged': { version: 1, payload: z.object(deadline) },
  /** The lead time has come. The inspection's has the name that integrations ask for. */
  'Deadline.Approaching': { version: 1, payload: z.object(deadline) },
  'InspectionDeadline.Approaching': { version: 1, payload: z.object(deadline) },
  'Deadline.Reminded': { version: 1, payload: z.object({ ...deadline, hours: z.int(), actor: z.string() }) },
  'Deadline.Flagged': { version: 1, payload: z.object({ ...deadline, reason: z.string() }) },
  'Deadline.Escalated': { version: 1, payload: z.object({ ...deadline, role: z.string() }) },
  'Deadline.Breached': { version: 1, payload: z.object(deadline) },
  'Fact.TakenBack': takenBack,
  ...milestoneEvents,
} as const;
