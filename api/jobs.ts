import type { z } from '@hono/zod-openapi';
import type { Tx } from '../db/client.ts';
import type { Scope } from './access.ts';
import type { AppContext } from './context.ts';
import { importJob } from './jobs.import.ts';
import { leadJobKinds } from './jobs.lead.ts';
import { offerJob } from './jobs.offer.ts';
import type { jobSchema } from './schemas.ts';

export type Job = z.infer<typeof jobSchema>;
/** One kind of long work: who may look at it, and how its row reads as a job. Null when there is no such row. */
export type JobKind = { scope: Scope; read(tx: Tx, id: string): Promise<Omit<Job, 'id' | 'kind'> | null> };

/** Every kind of long work; a job's id is `<kind>.<id of its row>`. */
export const jobKinds: Record<string, JobKind> = { import: importJob, offer: offerJob, ...leadJobKinds };

const locationOf = (kind: string, id: string | number): string => `/v1/jobs/${kind}.${id}`;

/** The 202 of long work: where to look, and the row behind it. */
export function accepted<K extends string, T extends object>(c: AppContext, kind: K, id: string | number, about: T) {
  const location = locationOf(kind, id);
  return c.json({ job: { id: `${kind}.${id}`, kind, status: 'queued' as const, location }, ...about }, 202, { Location: location });
}
