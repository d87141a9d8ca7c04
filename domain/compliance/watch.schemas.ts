import { z } from 'zod';
import { roles } from '../agents/access.ts';

const hours = z.int().min(1).max(8760);

/** When people hear of a deadline, as a broker may set it. */
export const watchSettingsSchema = z.strictObject({
  leadHours: hours.describe('Hours before it at which a deadline counts as approaching'),
  reminderHours: z
    .array(hours)
    .max(10)
    .refine((all) => new Set(all).size === all.length, { error: 'names the same hour twice' })
    .describe('Hours before it at which the one who acts is reminded'),
  flagAfterHours: z.int().min(0).max(8760).describe('Hours after it began to approach at which, without evidence, the deal is flagged'),
  ladder: z
    .array(z.strictObject({ role: z.enum(roles), afterHours: z.int().min(0).max(8760) }))
    .max(10)
    .refine((all) => new Set(all.map(({ role }) => role)).size === all.length, { error: 'names the same role twice' })
    .describe('Who is told once it is flagged, each so many hours after the flag'),
});
