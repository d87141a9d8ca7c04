import { z } from 'zod';

const number = z.int().min(1).max(2_147_483_647);

/** Which leads are meant: by number, or the best of a status, a list or a place. */
export const LeadSelection = z
  .strictObject({
    leadNos: z.array(number).min(1).max(10_000).optional(),
    status: z.enum(['new', 'review', 'qualified', 'rejected']).optional(),
    importNo: number.optional(),
    state: z
      .string()
      .regex(/^[A-Z]{2}$/)
      .optional(),
    zip: z
      .string()
      .regex(/^\d{5}$/)
      .optional(),
    limit: z.int().min(1).max(10_000).optional(),
  })
  .refine((selection) => selection.leadNos !== undefined || selection.status !== undefined || selection.importNo !== undefined, {
    error: 'name the leads by leadNos, status or importNo',
  });
export type LeadSelection = z.output<typeof LeadSelection>;
