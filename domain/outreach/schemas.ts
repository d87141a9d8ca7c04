import { z } from 'zod';
import { weekdays } from '../time/zoned.ts';

const stepId = z
  .string()
  .regex(/^[a-z0-9][a-z0-9-]{0,39}$/, 'lower case letters, digits and hyphens, at most 40')
  .describe('Name of the step within its sequence');
const slug = z.string().regex(/^[a-z0-9][a-z0-9-]{0,59}$/, 'lower case letters, digits and hyphens, at most 60');
const base = { id: stepId, label: z.string().trim().min(1).max(80).optional().describe('How people call it: "the last text"') };

export const EmailStep = z.strictObject({
  ...base,
  kind: z.literal('email'),
  template: slug,
  /** Sent along as a file. */
  attach: z
    .array(z.enum(['offer-letter']))
    .max(3)
    .optional(),
  next: stepId,
});
export type EmailStep = z.infer<typeof EmailStep>;

export const TextStep = z.strictObject({ ...base, kind: z.literal('text'), template: slug, next: stepId });
export type TextStep = z.infer<typeof TextStep>;

export const CallTaskStep = z.strictObject({
  ...base,
  kind: z.literal('call-task'),
  title: z.string().trim().min(1).max(120),
  instructions: z.string().max(2000).optional(),
  dueInHours: z.int().min(1).max(720).optional(),
  next: stepId,
});
export type CallTaskStep = z.infer<typeof CallTaskStep>;

/** A length of time; a day is 24 hours. For a time of day, let a wait-until follow. */
export const WaitStep = z.strictObject({
  ...base,
  kind: z.literal('wait'),
  days: z.int().min(0).max(365).optional(),
  hours: z.int().min(0).max(8760).optional(),
  minutes: z.int().min(0).max(525_600).optional(),
  next: stepId,
});
export type WaitStep = z.infer<typeof WaitStep>;

/** Until the recipient's own clock reads this time, so many of their dates later, on one of these weekdays when any are named. */
export const WaitUntilStep = z.strictObject({
  ...base,
  kind: z.literal('wait-until'),
  time: z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'a time of day such as 10:00'),
  inDays: z.int().min(0).max(365).optional(),
  on: z.array(z.enum(weekdays)).min(1).max(7).optional(),
  next: stepId,
});
export type WaitUntilStep = z.infer<typeof WaitUntilStep>;

/** JSONLogic over the seller's facts. What cannot be judged for want of a fact goes the way of `unknown`, or else of `else`. */
export const BranchStep = z.strictObject({ ...base, kind: z.literal('branch'), if: z.json(), then: stepId, else: stepId, unknown: stepId.optional() });
export type BranchStep = z.infer<typeof BranchStep>;

/** The end: the enrolment is closed with its counts. */
export const ArchiveStep = z.strictObject({ ...base, kind: z.literal('archive') });
export type ArchiveStep = z.infer<typeof ArchiveStep>;

export const Step = z.discriminatedUnion('kind', [EmailStep, TextStep, CallTaskStep, WaitStep, WaitUntilStep, BranchStep, ArchiveStep]);
export type Step = z.infer<typeof Step>;
export type StepKind = Step['kind'];

export const Definition = z.strictObject({ start: stepId, steps: z.array(Step).min(1).max(100) });
export type Definition = z.infer<typeof Definition>;

export const SaveSequence = z.strictObject({ slug, name: z.string().trim().min(1).max(120), definition: z.unknown() });

export const PublishTemplate = z.discriminatedUnion('channel', [
  z.strictObject({ channel: z.literal('email'), slug, subject: z.string().trim().min(1).max(200), source: z.string().min(1).max(200_000) }),
  z.strictObject({ channel: z.literal('text'), slug, source: z.string().trim().min(1).max(1600) }),
]);
export type PublishTemplate = z.infer<typeof PublishTemplate>;
