import { z } from 'zod';

export const id = z.uuid();
export const instantText = z.iso.datetime();
/** A change of one fact: what it was and what it is now. */
export const change = <T extends z.ZodType>(of: T) => z.object({ prior: of.nullable(), next: of.nullable() });

export const coreEvents = {
  'Settings.Changed': { version: 1, payload: z.object({ changes: z.record(z.string(), change(z.unknown())) }) },
  'Sending.Stopped': { version: 1, payload: z.object({ reason: z.string() }) },
  'Sending.Resumed': { version: 1, payload: z.object({ reason: z.string() }) },
  'Task.Opened': { version: 1, payload: z.object({ taskId: id, kind: z.string(), dueAt: instantText, role: z.string() }) },
  'Task.Done': { version: 1, payload: z.object({ taskId: id, kind: z.string(), outcome: z.string() }) },
} as const;
