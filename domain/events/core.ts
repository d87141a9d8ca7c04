import { z } from 'zod';

export const id = z.uuid();
export const instantText = z.iso.datetime();
/** A change of one fact: what it was and what it is now. */
export const change = <T extends z.ZodType>(of: T) => z.object({ prior: of.nullable(), next: of.nullable() });

export const coreEvents = {
  'Settings.Changed': { version: 1, payload: z.object({ changes: z.record(z.string(), change(z.unknown())) }) },
  /** Subject: brokerage. A person lets time go by on an embedded instance. */
  'Clock.MoveAsked': { version: 1, payload: z.object({ to: instantText }) },
  'Sending.Stopped': { version: 1, payload: z.object({ reason: z.string() }) },
  'Sending.Resumed': { version: 1, payload: z.object({ reason: z.string() }) },
  'Task.Opened': { version: 1, payload: z.object({ taskId: id, kind: z.string(), dueAt: instantText, role: z.string() }) },
  'Task.Claimed': { version: 1, payload: z.object({ taskId: id, kind: z.string(), owner: change(id) }) },
  'Task.Done': { version: 1, payload: z.object({ taskId: id, kind: z.string(), outcome: z.string() }) },
  /** Why stays in the row: people's words may name people. */
  'Task.Snoozed': { version: 1, payload: z.object({ taskId: id, kind: z.string(), until: change(instantText) }) },
  /** What it hangs on moved. */
  'Task.DueMoved': { version: 1, payload: z.object({ taskId: id, kind: z.string(), dueAt: change(instantText) }) },
  'Task.HandedOver': { version: 1, payload: z.object({ taskId: id, kind: z.string(), owner: change(id), role: change(z.string()) }) },
  /** Subject: brokerage. Names and addresses stay in the row; `fields` says which of them changed. */
  'Person.Added': { version: 1, payload: z.object({ personId: id, role: z.string() }) },
  'Person.Changed': {
    version: 1,
    payload: z.object({
      personId: id,
      fields: z.array(z.string()),
      role: change(z.string()).optional(),
      standIn: change(id).optional(),
      disabled: change(z.boolean()).optional(),
    }),
  },
  /** A one-time link was made for somebody, or they chose a password; both end what was there before. */
  'Person.SignInLinkMade': { version: 1, payload: z.object({ personId: id, expiresAt: instantText }) },
  'Person.PasswordSet': { version: 1, payload: z.object({ personId: id }) },
  /** Starts the run that sends the digests, or tells it. */
  'Digest.Changed': { version: 1, payload: z.object({ personId: id, on: z.object({ prior: z.boolean(), next: z.boolean() }) }) },
  'Calendar.FeedMade': { version: 1, payload: z.object({ personId: id, what: z.string() }) },
  'Calendar.FeedEnded': { version: 1, payload: z.object({ personId: id }) },
  /** Sessions were ended before their time: by whom they are, or by who lets people in. */
  'Person.SessionsEnded': { version: 1, payload: z.object({ personId: id, count: z.number().int().positive() }) },
  'Key.Made': { version: 1, payload: z.object({ keyId: id, personId: id, scopes: z.array(z.string()), expiresAt: instantText.nullable() }) },
  'Key.Revoked': { version: 1, payload: z.object({ keyId: id, personId: id }) },
  /** Subject: brokerage. What a person decided about an event that a consumer could not take. */
  'Parked.RetryAsked': { version: 1, payload: z.object({ parkedId: id, consumer: z.string(), eventId: id }) },
  'Parked.Discarded': { version: 1, payload: z.object({ parkedId: id, consumer: z.string(), eventId: id }) },
} as const;
