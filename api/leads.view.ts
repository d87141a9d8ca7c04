import { z } from '@hono/zod-openapi';
import type { Lead, LeadView } from '../db/queries/leads.view.ts';
import type { StoredRuleSet } from '../db/queries/rule-sets.ts';
import { explainClauses, type StoredDecision, wholeDecision } from '../domain/sourcing/lead-decision.ts';
import { instantSchema, iso, isoOrNull } from './schemas.ts';

export const leadStatuses = ['new', 'review', 'qualified', 'rejected', 'in-deal', 'closed'] as const;

export const leadSchema = z
  .object({
    leadNo: z.int(),
    status: z.enum(leadStatuses),
    relation: z.string().openapi({ description: 'cold (from a list) or known' }),
    score: z.number().nullable(),
    hot: z.boolean(),
    missing: z.array(z.string()).openapi({ description: 'The facts a decision in review waits for' }),
    address: z.object({
      line: z.string().nullable(),
      unit: z.string().nullable(),
      city: z.string().nullable(),
      state: z.string().nullable(),
      zip: z.string().nullable(),
    }),
    county: z.string().nullable(),
    parcelNumber: z.string().nullable(),
    propertyType: z.string().nullable(),
    valueCents: z.int().nullable(),
    decidedAt: instantSchema.nullable(),
    updatedAt: instantSchema,
  })
  .openapi('Lead');

const pointSchema = z.object({
  kind: z.string(),
  value: z.string(),
  lineType: z.string().nullable(),
  source: z.string(),
  sandbox: z.boolean(),
  doNotCall: z.boolean(),
});
const clauseSchema = z.object({
  id: z.string(),
  title: z.string(),
  kind: z.string(),
  group: z.string().nullable(),
  verdict: z.string(),
  values: z.record(z.string(), z.unknown()),
  missing: z.array(z.string()),
  sentence: z.string(),
});

export const leadDetailSchema = leadSchema
  .extend({
    facts: z.record(z.string(), z.unknown()),
    unread: z.record(z.string(), z.unknown()).openapi({ description: 'Fields of a list that could not be read, each with its reason' }),
    owners: z.array(z.object({ id: z.uuid(), kind: z.string(), name: z.string(), points: z.array(pointSchema) })),
    lists: z.array(z.object({ importNo: z.int(), listName: z.string(), listSource: z.string(), listDate: z.string() })),
    decision: z
      .object({
        outcome: z.string(),
        ruleVersion: z.int().nullable(),
        byPerson: z.object({ by: z.string(), outcome: z.string(), reason: z.string() }).nullable(),
        score: z.number().nullable(),
        motivation: z.unknown().openapi({ description: 'How the score adds up' }),
        decidedBy: z.array(z.string()),
        clauses: z.array(clauseSchema),
        inputs: z.record(z.string(), z.unknown()),
      })
      .nullable(),
    arv: z.unknown().openapi({ description: 'The value after repair with its comparable sales, or why there is none' }),
    deals: z.array(z.object({ dealNo: z.int(), side: z.string(), stage: z.string() })),
    lookups: z.array(
      z.object({
        id: z.uuid(),
        provider: z.string(),
        status: z.string(),
        sandbox: z.boolean(),
        costCents: z.int(),
        askedAt: instantSchema,
        answeredAt: instantSchema.nullable(),
      }),
    ),
  })
  .openapi('LeadDetail');

/** The facts a lead in review waits for: as stored, or made again from the inputs that bulk work keeps. */
function missingOf({ decision, status }: Lead, ruleSet: StoredRuleSet | undefined): string[] {
  const stored = decision as StoredDecision | null;
  if (status !== 'review' || !stored) return [];
  return stored.missing ?? (ruleSet ? wholeDecision(stored, ruleSet.definition).missing : []);
}

export function toLead(lead: Lead, ruleSet: StoredRuleSet | undefined): z.infer<typeof leadSchema> {
  const { line, unit, city, state, zip } = lead;
  return {
    leadNo: lead.leadNo,
    status: lead.status as (typeof leadStatuses)[number],
    relation: lead.relation,
    score: lead.score === null ? null : lead.score / 10,
    hot: lead.hot,
    missing: missingOf(lead, ruleSet),
    address: { line, unit, city, state, zip },
    county: lead.county,
    parcelNumber: lead.parcelNumber,
    propertyType: lead.propertyType,
    valueCents: lead.valueCents,
    decidedAt: isoOrNull(lead.decidedAt),
    updatedAt: iso(lead.updatedAt),
  };
}

const shownFacts = [
  ...([
    'bedrooms',
    'bathroomsHundredths',
    'livingSqft',
    'lotSqft',
    'yearBuilt',
    'units',
    'assessedCents',
    'valueCents',
    'liensCents',
    'lastSaleDate',
    'lastSaleCents',
  ] as const),
  ...([
    'listPriceCents',
    'originalListPriceCents',
    'listedOn',
    'repairsCents',
    'listedEquityBps',
    'ownerOccupied',
    'latitude',
    'longitude',
    'signals',
    'asOf',
  ] as const),
];

/** A lead in full, its score explained clause by clause by the rules that decided it. */
export function toLeadDetail(view: LeadView, ruleSet: StoredRuleSet | undefined): z.infer<typeof leadDetailSchema> {
  const { lead, owners, lists, comps, deals, lookups } = view;
  const stored = lead.decision as StoredDecision | null;
  const decision = stored && ruleSet ? wholeDecision(stored, ruleSet.definition) : null;
  return {
    ...toLead(lead, ruleSet),
    facts: Object.fromEntries(shownFacts.map((name) => [name, lead[name]])),
    unread: (lead.unread ?? {}) as Record<string, unknown>,
    owners: owners.map(({ id, kind, displayName, points }) => ({
      id,
      kind,
      name: displayName,
      points: points.map(({ kind, value, lineType, source, sandbox, doNotCall }) => ({ kind, value, lineType, source, sandbox, doNotCall })),
    })),
    lists,
    decision:
      decision && ruleSet
        ? {
            outcome: lead.outcome ?? decision.outcome,
            ruleVersion: lead.ruleVersion,
            byPerson: stored?.person ?? null,
            score: decision.score,
            motivation: decision.motivation,
            decidedBy: decision.decidedBy,
            clauses: explainClauses(decision, ruleSet.definition),
            inputs: decision.inputs,
          }
        : null,
    arv: comps,
    deals,
    lookups: lookups.map(({ claimedAt, answeredAt, ...lookup }) => ({ ...lookup, askedAt: iso(claimedAt), answeredAt: isoOrNull(answeredAt) })),
  };
}
