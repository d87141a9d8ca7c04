import { and, desc, eq, sql } from 'drizzle-orm';
import { DomainError } from '../../domain/errors.ts';
import type { RuleSet } from '../../domain/sourcing/qualification.ts';
import { parseRuleSet } from '../../domain/sourcing/rules.faults.ts';
import type { Tx } from '../client.ts';
import type { Change } from '../events.ts';
import { ruleSets } from '../schema/index.ts';
import { type LeadJob, requestLeadJob } from './lead-jobs.ts';

type Row = typeof ruleSets.$inferSelect;
export type StoredRuleSet = Omit<Row, 'definition'> & { definition: RuleSet };

const stored = (row: Row | undefined): StoredRuleSet | undefined => row && { ...row, definition: row.definition as RuleSet };

/** The rules that decide today: the newest that was published. */
export async function currentRuleSet(tx: Tx): Promise<StoredRuleSet | undefined> {
  const [row] = await tx
    .select()
    .from(ruleSets)
    .where(and(eq(ruleSets.brokerageId, tx.brokerageId), eq(ruleSets.status, 'published')))
    .orderBy(desc(ruleSets.version))
    .limit(1);
  return stored(row);
}

export async function findRuleSet(tx: Tx, { version }: { version: number }): Promise<StoredRuleSet | undefined> {
  const [row] = await tx
    .select()
    .from(ruleSets)
    .where(and(eq(ruleSets.brokerageId, tx.brokerageId), eq(ruleSets.version, version)));
  return stored(row);
}

/** Newest first. */
export async function listRuleSets(tx: Tx): Promise<StoredRuleSet[]> {
  const rows = await tx.select().from(ruleSets).where(eq(ruleSets.brokerageId, tx.brokerageId)).orderBy(desc(ruleSets.version)).limit(500);
  return rows.map((row) => stored(row)!);
}

/** Saves the next version as a draft. Refuses with all its faults; numbers are given under the brokerage's lock. */
export async function draftRuleSet({ tx, now }: Change, { name, definition, by }: { name: string; definition: unknown; by: string }): Promise<StoredRuleSet> {
  const [last] = await tx
    .select({ version: sql<number>`coalesce(max(${ruleSets.version}), 0)::int` })
    .from(ruleSets)
    .where(eq(ruleSets.brokerageId, tx.brokerageId));
  const version = last!.version + 1;
  const parsed = parseRuleSet(definition, version);
  const [row] = await tx
    .insert(ruleSets)
    .values({ brokerageId: tx.brokerageId, version, name, definition: parsed, status: 'draft', createdBy: by, createdAt: now })
    .returning();
  return stored(row)!;
}

/** Publishes a draft and asks for the run that decides every lead by it and writes those that change. */
export async function publishRuleSet(change: Change, { version, by }: { version: number; by: string }): Promise<{ ruleSet: StoredRuleSet; job: LeadJob }> {
  const { tx, now, event } = change;
  const draft = await findRuleSet(tx, { version });
  if (!draft) throw new DomainError('no-such-rule-set', `There is no rule set ${version}`, { nextStep: 'List the rule sets and take the version of one.' });
  const prior = await currentRuleSet(tx);
  if (draft.status === 'published')
    throw new DomainError('rule-set-published', `Rule set ${version} is published already`, {
      nextStep: 'Save a new draft: a published rule set never changes.',
    });
  if (prior && prior.version > version)
    throw new DomainError('rule-set-outdated', `Rule set ${prior.version} was published after version ${version} was drafted`, {
      nextStep: 'Save these rules as a new draft and publish that.',
    });
  const [row] = await tx
    .update(ruleSets)
    .set({ status: 'published', publishedAt: now })
    .where(and(eq(ruleSets.brokerageId, tx.brokerageId), eq(ruleSets.version, version)))
    .returning();
  await event('RuleSet.Published', { version: { prior: prior?.version ?? null, next: version } });
  const job = await requestLeadJob(change, { kind: 'rescoring', input: { ruleVersion: version }, by });
  return { ruleSet: stored(row)!, job };
}
