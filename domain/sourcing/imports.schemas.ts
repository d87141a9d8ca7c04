import { z } from 'zod';
import { presetNames } from './presets.ts';

const county = z.string().trim().min(1).max(60);
export const Defaults = z.strictObject({
  county: county.optional(),
  state: z.string().trim().min(2).max(30).optional(),
  city: z.string().trim().min(1).max(80).optional(),
  zip: z
    .string()
    .trim()
    .regex(/^\d{5}(?:-\d{4})?$/, 'five digits')
    .optional(),
});

/** How the columns of a list are read, where a person knows better than we guess. */
export const MappingChoice = z.strictObject({
  preset: z.enum(presetNames as [string, ...string[]]).optional(),
  /** Header → field; null keeps the column as it is. */
  columns: z.record(z.string().max(300), z.string().max(40).nullable()).optional(),
  defaults: Defaults.optional(),
  dateOrder: z.enum(['mdy', 'dmy']).optional(),
  nameOrder: z.enum(['last-comma-first', 'last-first', 'first-last']).optional(),
});
export type MappingChoice = z.infer<typeof MappingChoice>;

export const ImportReport = z.object({
  read: z.int(),
  new: z.int(),
  updated: z.int(),
  unchanged: z.int(),
  merged: z.int(),
  rejected: z.object({ total: z.int(), byReason: z.record(z.string(), z.int()) }),
  rowsPerSecond: z.int(),
});
export type ImportReport = z.infer<typeof ImportReport>;
