import { z } from '@hono/zod-openapi';

/** Path and query values arrive as text. Numbers stay within what the database holds. */
export const noParam = z.object({
  no: z.coerce
    .number()
    .int()
    .min(1)
    .max(2_147_483_647)
    .openapi({ param: { name: 'no', in: 'path' }, example: 17 }),
});
export const idParam = z.object({ id: z.uuid().openapi({ param: { name: 'id', in: 'path' } }) });

/** Answers hold instants as ISO text in UTC. */
export const instantSchema = z.iso.datetime().openapi({ example: '2026-11-21T15:00:00.000Z' });
export const iso = (at: Date): string => at.toISOString();
export const isoOrNull = (at: Date | null): string | null => at?.toISOString() ?? null;
/** A sentence or two written by a person. */
export const words = (max = 500) => z.string().trim().min(1).max(max);
/** The same on one line: a break in a subject would begin another header of the mail. */
export const oneLine = (max: number) => words(max).refine((text) => !/\p{Cc}|[\u2028\u2029]/u.test(text), { error: 'is to be one line of text' });
/** Long work: poll `location` until `status` is finished or failed. */
export const jobSchema = z
  .object({
    id: z.string(),
    kind: z.string(),
    status: z.enum(['queued', 'running', 'finished', 'failed']),
    progress: z.object({ done: z.number(), total: z.number().nullable(), unit: z.string() }).nullable(),
    result: z.unknown().nullable(),
    problem: z.unknown().nullable(),
  })
  .openapi('Job');

/** The 202 of long work (`accepted` in `api/jobs.ts`); `.extend({ … })` with what the row is. */
export const acceptedSchema = z.object({ job: z.object({ id: z.string(), kind: z.string(), status: z.literal('queued'), location: z.string() }) });
