import { z } from 'zod';
import { checkRule } from '../rules/check.ts';
import { factNamesKnown } from './facts.ts';

const rule = z.unknown().superRefine((value, context) => {
  for (const fault of checkRule(value, factNamesKnown))
    context.addIssue({ code: 'custom', message: fault.path ? `${fault.path}: ${fault.message}` : fault.message });
});

const clause = z
  .strictObject({
    id: z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'lower case words joined by hyphens'),
    title: z.string().min(1).max(200),
    rule,
    kind: z.enum(['must', 'any-of-group', 'flag']),
    group: z.string().min(1).max(60).optional(),
  })
  .refine(({ kind, group }) => (kind === 'any-of-group') === (group !== undefined), {
    error: 'a group belongs to the kind any-of-group, and that kind needs one',
    path: ['group'],
  });

const points = z.number().min(0).max(1000);

const scoreScheme = z.strictObject({
  points: z.record(z.string(), points),
  equityTiers: z.array(z.strictObject({ fromBps: z.int(), percent: z.int().min(0).max(1000) })).refine(isFalling('fromBps'), 'from the highest tier down'),
  recencyTiers: z.array(z.strictObject({ maxAgeDays: z.int().min(0), points })).refine(isRising('maxAgeDays'), 'from the youngest filing up'),
  cap: z.number().min(1).max(1000),
});

/** A published rule set never changes; a new version takes its place. */
export const RuleSet = z.strictObject({
  version: z.string().min(1).max(60),
  clauses: z
    .array(clause)
    .min(1)
    .max(64)
    .refine((clauses) => new Set(clauses.map(({ id }) => id)).size === clauses.length, 'every clause has an id of its own'),
  score: scoreScheme,
  hot: z.strictObject({ scoreAbove: z.number() }),
});

const verdict = z.enum(['pass', 'fail', 'not-evaluable']);

export const Decision = z.object({
  outcome: z.enum(['qualified', 'rejected', 'review']),
  ruleVersion: z.string(),
  score: z.number().nullable(),
  hot: z.boolean(),
  decidedBy: z.array(z.string()),
  missing: z.array(z.string()),
  clauses: z.array(
    z.object({ id: z.string(), verdict, values: z.record(z.string(), z.unknown()), missing: z.array(z.string()).optional(), problem: z.string().optional() }),
  ),
  motivation: z.object({
    base: z.number(),
    multiplier: z.number(),
    recencyPoints: z.number(),
    capped: z.boolean(),
    contributions: z.array(z.object({ signal: z.string(), points: z.number() })),
    missing: z.array(z.string()),
  }),
  inputs: z.record(z.string(), z.unknown()),
});

function isFalling<K extends string>(key: K) {
  return (tiers: readonly Record<K, number>[]) => tiers.every((tier, index) => index === 0 || tier[key] < tiers[index - 1]![key]);
}

function isRising<K extends string>(key: K) {
  return (tiers: readonly Record<K, number>[]) => tiers.every((tier, index) => index === 0 || tier[key] > tiers[index - 1]![key]);
}
