import { z } from 'zod';
import { change, id } from './core.ts';

/** Subject of all: deal. */
export const closingEvents = {
  /** Starts the deal's run. */
  'Deal.Opened': {
    version: 1,
    payload: z.object({
      dealId: id,
      dealNo: z.int(),
      leadId: id,
      side: z.enum(['listing', 'buyer', 'wholesale']),
      workflowId: z.string(),
      openedBy: z.enum(['rule', 'person']),
    }),
  },
  'Deal.StageChanged': { version: 1, payload: z.object({ dealId: id, dealNo: z.int(), stage: change(z.string()), reason: z.string().nullable() }) },
  /** At the same stage it waits for something else, or until another instant. */
  'Deal.WaitChanged': { version: 1, payload: z.object({ dealId: id, dealNo: z.int() }) },
  'Deal.WishesChanged': { version: 1, payload: z.object({ dealId: id, dealNo: z.int(), wishes: change(z.record(z.string(), z.unknown())) }) },
  'Deal.Closed': {
    version: 1,
    payload: z.object({
      dealId: id,
      dealNo: z.int(),
      leadId: id,
      outcome: z.enum(['closed', 'declined', 'expired', 'fell-through', 'dead']),
      reason: z.string().nullable(),
    }),
  },
} as const;
