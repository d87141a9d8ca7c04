import { z } from 'zod';
import { change, id } from './core.ts';

const assignment = {
  ...{ dealId: id, dealNo: z.int(), assignmentId: id, assignmentNo: z.int(), contractId: id },
  state: change(z.string()),
  effectiveOn: z.iso.date(),
};

/** Subject of all: deal. Who the assignee is and why a broker overrode stay in the rows. */
export const assignmentEvents = {
  /** Written down, or its terms changed, or a statement is missing again. */
  'Assignment.Drafted': { version: 1, payload: z.object({ ...assignment, feeCents: z.int(), documentId: id.nullable() }) },
  /** Every statement that the law wants is made. */
  'Assignment.Disclosed': { version: 1, payload: z.object(assignment) },
  /** `law` names what was asked and how each stood. */
  'Assignment.Effective': { version: 1, payload: z.object({ ...assignment, feeCents: z.int(), documentId: id, law: z.record(z.string(), z.string()) }) },
  'Assignment.Cancelled': { version: 1, payload: z.object(assignment) },
  'Assignment.Overridden': { version: 1, payload: z.object({ ...assignment, requirements: z.array(z.string()), by: id }) },
  /** The seller used a right to cancel; the contract's end follows as its own event. */
  'Contract.SellerCancelled': {
    version: 1,
    payload: z.object({ dealId: id, dealNo: z.int(), contractId: id, clock: z.string(), receivedOn: z.iso.date(), documentId: id.nullable() }),
  },
} as const;
