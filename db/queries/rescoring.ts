import { sql } from 'drizzle-orm';
import { dayOf } from '../../domain/sourcing/dates.ts';
import type { PropertyFacts } from '../../domain/sourcing/facts.ts';
import { scoreTenths } from '../../domain/sourcing/lead-decision.ts';
import { compileRuleSet } from '../../domain/sourcing/qualification.bulk.ts';
import { compareDecisions, type DecisionChange } from '../../domain/sourcing/qualification.compare.ts';
import { decide, type Outcome, type RuleSet } from '../../domain/sourcing/qualification.ts';
import { type FactSource, rowFacts } from '../../domain/sourcing/row-facts.ts';
import type { Tx } from '../client.ts';
import { leads } from '../schema/index.ts';

export type ScoredLead = {
  leadId: string;
  leadNo: number;
  facts: PropertyFacts;
  prior: { outcome: Outcome | null; scoreTenths: number | null; hot: boolean };
  next: { outcome: Outcome; scoreTenths: number | null; hot: boolean };
  change: DecisionChange | null;
};

/**
 * The next leads in the order of their numbers, judged by a rule set as of a day. Left out are leads with a deal and what
 * people decided. With `lock`, nobody changes them until commit.
 */
export async function scoreLeads(
  tx: Tx,
  { ruleSet, after, limit, today, lock = false }: { ruleSet: RuleSet; after: number; limit: number; today: string; lock?: boolean },
): Promise<{ leads: ScoredLead[]; cursor: number | null }> {
  const rows = await tx.execute<Row>(sql`
    select id, lead_no, county, line, unit, city, state, zip, property_type, living_sqft, year_built, bedrooms, value_cents::float8, liens_cents::float8,
      listed_equity_bps, last_sale_date::text, list_price_cents::float8, original_list_price_cents::float8, listed_on::text, repairs_cents::float8, owner_occupied,
      mailing_line, mailing_unit, mailing_city, mailing_state, mailing_zip, signals, outcome, score_tenths, hot, decision -> 'person' is not null as by_person,
      status in ('new', 'review', 'qualified', 'rejected') as undecided,
      (select (d.comps ->> 'arvCents')::float8 from decisions d where d.brokerage_id = l.brokerage_id and d.lead_id = l.id and d.comps is not null order by d.decided_at desc limit 1) as arv_cents
    from ${leads} l where brokerage_id = ${tx.brokerageId} and lead_no > ${after} order by lead_no limit ${limit} ${lock ? sql`for update` : sql``}`);
  const judged = rows.filter((row) => row.undecided && !row.by_person);
  const facts = judged.map((row) => rowFacts(sourceOf(row), today, row.arv_cents));
  const decided = compileRuleSet(ruleSet)(facts);
  return {
    leads: judged.map((row, at) => {
      const { outcome, score, hot } = decided[at]!;
      const prior = { outcome: row.outcome as Outcome | null, scoreTenths: row.score_tenths, hot: row.hot };
      const next = { outcome, scoreTenths: scoreTenths(score), hot };
      const short = ({ outcome, scoreTenths: tenths, hot }: typeof prior) => ({
        outcome: outcome ?? ('review' as const),
        score: tenths === null ? null : tenths / 10,
        hot,
      });
      const change = compareDecisions(short(prior), short(next));
      return { leadId: row.id, leadNo: row.lead_no, facts: facts[at]!, prior, next, change: prior.outcome === null ? (change ?? { clauses: [] }) : change };
    }),
    cursor: rows.length < limit ? null : rows.at(-1)!.lead_no,
  };
}

/** Writes the decisions of leads that change, and nothing else; they keep their inputs, of which the rules make the rest again. */
export async function writeScores(
  tx: Tx,
  { changed, ruleSet, version, now }: { changed: ScoredLead[]; ruleSet: RuleSet; version: number; now: Date },
): Promise<void> {
  if (changed.length === 0) return;
  const rows = changed.map(({ leadId, facts, next }) => {
    const { inputs, ruleVersion } = decide(ruleSet, facts);
    return { id: leadId, outcome: next.outcome, score: next.scoreTenths, hot: next.hot, decision: { inputs, ruleVersion } };
  });
  await tx.execute(sql`
    update ${leads} l set status = n.outcome, outcome = n.outcome, score_tenths = n.score, hot = n.hot, decision = n.decision,
      rule_version = ${version}, decided_at = ${now.toISOString()}, updated_at = ${now.toISOString()}
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as n(id uuid, outcome text, score int, hot boolean, decision json)
    where l.brokerage_id = ${tx.brokerageId} and l.id = n.id and l.status in ('new', 'review', 'qualified', 'rejected')`);
}

type Row = {
  id: string;
  lead_no: number;
  county: string | null;
  line: string | null;
  unit: string | null;
  city: string | null;
  state: string | null;
  zip: string | null;
  property_type: string | null;
  living_sqft: number | null;
  year_built: number | null;
  bedrooms: number | null;
  value_cents: number | null;
  liens_cents: number | null;
  listed_equity_bps: number | null;
  last_sale_date: string | null;
  list_price_cents: number | null;
  original_list_price_cents: number | null;
  listed_on: string | null;
  repairs_cents: number | null;
  owner_occupied: boolean | null;
  mailing_line: string | null;
  mailing_unit: string | null;
  mailing_city: string | null;
  mailing_state: string | null;
  mailing_zip: string | null;
  signals: FactSource['signals'];
  outcome: string | null;
  score_tenths: number | null;
  hot: boolean;
  by_person: boolean;
  undecided: boolean;
  arv_cents: number | null;
};

const sourceOf = (row: Row): FactSource => ({
  street: row.line,
  unit: row.unit,
  city: row.city,
  state: row.state,
  zip: row.zip,
  county: row.county,
  propertyType: row.property_type as FactSource['propertyType'],
  livingSqft: row.living_sqft,
  yearBuilt: row.year_built,
  bedrooms: row.bedrooms,
  valueCents: row.value_cents,
  liensCents: row.liens_cents,
  listedEquityBps: row.listed_equity_bps,
  ownerOccupied: row.owner_occupied,
  saleDay: row.last_sale_date === null ? null : dayOf(row.last_sale_date),
  listedDay: row.listed_on === null ? null : dayOf(row.listed_on),
  listPriceCents: row.list_price_cents,
  originalListPriceCents: row.original_list_price_cents,
  repairsCents: row.repairs_cents,
  mailingLine: row.mailing_line,
  mailingUnit: row.mailing_unit,
  mailingCity: row.mailing_city,
  mailingState: row.mailing_state,
  mailingZip: row.mailing_zip,
  signals: row.signals,
});
