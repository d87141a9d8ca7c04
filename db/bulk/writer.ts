import { randomBytes } from 'node:crypto';
import { dayOf } from '../../domain/sourcing/dates.ts';
import { compileDecider, type DecidedRow, type Decider } from '../../domain/sourcing/decide-rows.ts';
import { type StoredDecision, undecidedStatuses } from '../../domain/sourcing/lead-decision.ts';
import type { PropertyLine, Rejection } from '../../domain/sourcing/line.ts';
import { isNewer, mergeLines } from '../../domain/sourcing/merge.ts';
import { NumberSet, numbersIn } from '../../domain/sourcing/number-set.ts';
import type { Outcome, RuleSet } from '../../domain/sourcing/qualification.ts';
import { rowFacts } from '../../domain/sourcing/row-facts.ts';
import { type Batch, type RowMaker, type RowStore, Rows } from './batch.ts';
import { CopyWriter } from './bytes.ts';
import { addCounts, beginBatch, type Counts, closeBatch, noCounts } from './commit.ts';
import { type BulkConnection, copyInto } from './copy.ts';
import { canonicalIds, writeDecision, writeFacts, writeOwners } from './lead-row.ts';
import {
  contactColumns,
  insertContacts,
  insertLeads,
  insertPoints,
  leadColumns,
  makeStaging,
  pointColumns,
  type StagedUpdate,
  updateLeads,
} from './staging.ts';
import { findLeads, type KnownLead, lockLeads, type StoredLead } from './stored.ts';

/** What stays the same for all batches of an import. */
export type ImportContext = {
  brokerageId: string;
  importId: string;
  listDate: string;
  listName: string;
  relation: string;
  /** Number of the first import of these bytes: the same file again is the same list. */
  origin: number;
  /** The published rule set; null leaves leads undecided. */
  rules: { version: number; set: RuleSet } | null;
  actor: { kind: string; id: string };
  /** Business time of this attempt, and the day it is where the brokerage is. */
  now: Date;
  today: string;
};

type Change = { index: number; lead: KnownLead };
/** Rows of contacts and their phones and e-mails, of all leads a batch writes. */
type People = { contacts: Buffer[]; points: Buffer[] };

/**
 * Writes batches of an import, each in one transaction with its batch row and its event, under row-level security as the app role.
 * A batch that was committed before is not written again; whatever kills it, it is there once or not at all.
 */
export class LeadWriter {
  readonly maker: RowMaker;
  /** While most lines are new their rows are made as they are read; of a list sent again none are needed. */
  expectsNew = true;
  readonly #connection: BulkConnection;
  readonly #context: ImportContext;
  readonly #decider: Decider | null;
  readonly #touched = new NumberSet();
  /** Import → number of the first import of its bytes. */
  #origins = new Map<string, number>();

  private constructor(connection: BulkConnection, context: ImportContext) {
    const { brokerageId, listDate, today, rules } = context;
    this.#connection = connection;
    this.#context = context;
    this.#decider = rules === null ? null : compileDecider(rules.set);
    this.maker = { brokerageId, listDay: dayOf(listDate), today, decider: this.#decider };
  }

  /** Takes up an import where its last committed batch left it. */
  static async open(connection: BulkConnection, context: ImportContext): Promise<{ writer: LeadWriter; batches: number; records: number; counts: Counts }> {
    const writer = new LeadWriter(connection, context);
    const { brokerageId, importId } = context;
    await makeStaging(connection);
    return inTransaction(connection, brokerageId, async () => {
      const origins = await connection`select id, origin_no from imports where brokerage_id = ${brokerageId}`;
      writer.#origins = new Map(origins.map((row) => [row.id as string, row.origin_no as number]));
      const done =
        await connection`select batch, records, counts, lead_nos::text as lead_nos from import_batches where brokerage_id = ${brokerageId} and import_id = ${importId} order by batch`;
      const counts = noCounts();
      for (const row of done) {
        addCounts(counts, row.counts as Counts);
        for (const leadNo of numbersIn(row.lead_nos as string)) writer.#touched.add(leadNo);
      }
      return { writer, batches: done.length, records: (done.at(-1)?.records as number | undefined) ?? 0, counts };
    });
  }

  /** Null when the import is not open any more, or has this batch already. */
  write(batch: Batch, began: number): Promise<Counts | null> {
    const { brokerageId, importId } = this.#context;
    const sql = this.#connection;
    return inTransaction(sql, brokerageId, async () => {
      const [isOpen, found] = await Promise.all([beginBatch(sql, brokerageId, importId, batch.number), findLeads(sql, brokerageId, batch)]);
      if (!isOpen) return null;
      const counts: Counts = { ...noCounts(), read: batch.read, merged: batch.merged + found.merged };
      const rejections = [...batch.rejections, ...found.rejections];
      const { fresh, changed, leadNos } = this.#sort(batch, found, counts);
      const people: People = { contacts: [], points: [] };
      leadNos.push(...(await this.#insert(batch, fresh, counts, people)));
      if (changed.length > 0) await this.#update(batch, changed, counts, people);
      await this.#writePeople(people);
      await this.#close(batch, counts, leadNos, rejections, began);
      for (const leadNo of leadNos) this.#touched.add(leadNo);
      return counts;
    });
  }

  /** Which entries are new, which may change a lead, and which change nothing. */
  #sort(
    batch: Batch,
    { leads, left }: { leads: Map<number, KnownLead>; left: Set<number> },
    counts: Counts,
  ): { fresh: number[]; changed: Change[]; leadNos: number[] } {
    const fresh: number[] = [];
    const changed: Change[] = [];
    const leadNos: number[] = [];
    for (let index = 0; index < batch.size; index++) {
      const lead = leads.get(index);
      if (lead === undefined) {
        if (!left.has(index)) fresh.push(index);
        continue;
      }
      leadNos.push(lead.leadNo);
      if (lead.contentHash === batch.hashes[index]) counts[this.#touched.has(lead.leadNo) ? 'merged' : 'unchanged']++;
      else changed.push({ index, lead });
    }
    this.expectsNew = fresh.length * 2 > batch.size;
    return { fresh, changed, leadNos };
  }

  async #insert(batch: Batch, fresh: number[], counts: Counts, people: People): Promise<number[]> {
    counts.new = fresh.length;
    if (fresh.length === 0) return [];
    const sql = this.#connection;
    const { brokerageId } = this.#context;
    // Entries made of several lines, and all of a batch that was not expected to be new, have no row yet.
    const ready = batch.hasRows ? fresh.filter((index) => !batch.isMade(index)) : [];
    const others = batch.hasRows ? fresh.filter((index) => batch.isMade(index)) : fresh;
    const made: RowStore = { rows: new Rows(), contacts: new Rows(), points: new Rows() };
    const lines = others.map((index) => batch.line(index));
    for (let at = 0; at < lines.length; at += 64) batch.rowsOf(lines.slice(at, at + 64), made);
    const all = others.map((_, at) => at);
    const first = await drawLeadNumbers(sql, brokerageId, fresh.length);
    await copyInto(sql, 'staged_leads', leadColumns, [...batch.store.rows.pieces(ready), ...made.rows.pieces(all)]);
    people.contacts.push(...batch.store.contacts.pieces(ready), ...made.contacts.pieces(all));
    people.points.push(...batch.store.points.pieces(ready), ...made.points.pieces(all));
    await insertLeads(sql, this.#stamp(), { first, idPrefix: idPrefix() });
    return fresh.map((_, at) => first + at);
  }

  async #writePeople({ contacts, points }: People): Promise<void> {
    const sql = this.#connection;
    if (contacts.length > 0) {
      await copyInto(sql, 'staged_contacts', contactColumns, contacts);
      await insertContacts(sql, this.#stamp());
    }
    if (points.length > 0) {
      await copyInto(sql, 'staged_points', pointColumns, points);
      await insertPoints(sql, this.#stamp(), this.#context.listName);
    }
  }

  /** Leads that exist and whose line differs from the one that stands. */
  async #update(batch: Batch, changed: Change[], counts: Counts, people: People): Promise<void> {
    const sql = this.#connection;
    const { brokerageId, importId, listDate, origin, rules, now } = this.#context;
    const { listDay } = this.maker;
    const stored = await lockLeads(
      sql,
      brokerageId,
      changed.map(({ lead }) => lead.id),
    );
    const [before, after, contacts, points] = [new CopyWriter(), new CopyWriter(), new CopyWriter(), new CopyWriter()];
    const rows = new Rows();
    const updates: StagedUpdate[] = [];
    for (const { index, lead } of changed) {
      const line = batch.line(index);
      const old = stored.get(lead.id)!;
      const standing = { listDate: old.asOf, origin: this.#origins.get(old.factsImportId ?? '') ?? 0, lineDay: old.line.lineDay };
      const newer = isNewer({ listDate, origin, lineDay: line.lineDay }, standing);
      const merged = newer ? mergeLines(line, old.line) : mergeLines(old.line, line);
      // Owners of a stored lead are ids; they change only when the newer line names its own.
      const named = (newer || old.ownerIds === '{}') && line.owners.length > 0 ? { ...merged, owners: line.owners, points: line.points } : null;
      const ownerIds = named ? canonicalIds(writeOwners(brokerageId, named, null, null)) : old.ownerIds;
      before.clear();
      after.clear();
      writeFacts(before, old.line, old.ownerIds, listDay);
      writeFacts(after, merged, ownerIds, listDay);
      const isSame = before.bytes.subarray(0, before.length).equals(after.bytes.subarray(0, after.length));
      counts[this.#touched.has(lead.leadNo) ? 'merged' : isSame ? 'unchanged' : 'updated']++;
      if (isSame) continue;
      if (named) writeOwners(brokerageId, named, contacts, points);
      const { row, status, isKept } = this.#decideAgain(merged, old);
      writeFacts(rows.out, merged, ownerIds, listDay);
      writeDecision(rows.out, merged, row);
      rows.out.end();
      updates.push({
        ...{ key: merged.propertyKey, id: lead.id, status, asOf: newer ? listDate : old.asOf, factsImportId: newer ? importId : old.factsImportId },
        ...{ ruleVersion: isKept ? old.ruleVersion : (rules?.version ?? null), decidedAt: isKept ? old.decidedAt : now.toISOString() },
      });
    }
    if (updates.length === 0) return;
    await copyInto(sql, 'staged_changes', leadColumns, [rows.out.bytes.subarray(0, rows.out.length)]);
    await updateLeads(sql, this.#stamp(), updates);
    for (const [out, into] of [
      [contacts, people.contacts],
      [points, people.points],
    ] as const)
      if (out.length > 0) into.push(out.bytes.subarray(0, out.length));
  }

  /** A decision stands until one of its inputs or the rules change; what a person decided stands. A lead that went further stays where it is. */
  #decideAgain(line: PropertyLine, old: StoredLead): { row: DecidedRow | null; status: string; isKept: boolean } {
    const { rules, today } = this.#context;
    const stored = old.decision as StoredDecision | null;
    const kept = {
      row: old.outcome === null ? null : { outcome: old.outcome as Outcome, scoreTenths: old.scoreTenths, hot: old.hot, inputs: JSON.stringify(stored) },
      status: old.status,
      isKept: true,
    };
    if (rules === null || this.#decider === null || stored?.person) return kept;
    // A value after repair comes from comparable sales, never from a list: the one found before still counts.
    const arv = stored?.inputs?.arvCents;
    const facts = rowFacts(line, today, typeof arv === 'number' ? arv : null);
    if (old.outcome !== null && old.ruleVersion === rules.version && this.#decider.sameInputs(stored, facts)) return kept;
    const row = this.#decider.decide([facts])[0]!;
    return { row, status: (undecidedStatuses as readonly string[]).includes(old.status) ? row.outcome : old.status, isKept: false };
  }

  #close(batch: Batch, counts: Counts, leadNos: number[], rejections: Rejection[], began: number): Promise<void> {
    const { brokerageId, importId, actor, now } = this.#context;
    return closeBatch(this.#connection, { brokerageId, importId, actor, now, batch, counts, leadNos, rejections, began });
  }

  #stamp() {
    const { brokerageId, importId, listDate, relation, rules, now } = this.#context;
    return { brokerageId, importId, listDate, relation, ruleVersion: rules?.version ?? null, now: now.toISOString() };
  }
}

/** The first 26 digits of UUIDs of version 7, which those of one batch share. */
function idPrefix(): string {
  const random = randomBytes(6).toString('hex');
  return `${Date.now().toString(16).padStart(12, '0')}7${random.slice(0, 3)}8${random.slice(3)}`;
}

async function drawLeadNumbers(sql: BulkConnection, brokerageId: string, count: number): Promise<number> {
  const [row] = await sql`insert into counters (brokerage_id, kind, last)
    values (${brokerageId}, 'lead', ${count} + coalesce((select max(lead_no) from leads where brokerage_id = ${brokerageId}), 0))
    on conflict (brokerage_id, kind) do update set last = counters.last + ${count} returning last`;
  return Number(row!.last) - count + 1;
}

/** Statements sent without waiting for one another save a round trip each; the first that fails ends them all. */
async function inTransaction<T>(sql: BulkConnection, brokerageId: string, fn: () => Promise<T>): Promise<T> {
  const begun = Promise.all([sql`begin`, sql`select set_config('app.tenant', ${brokerageId}, true)`]);
  try {
    const [result] = await Promise.all([fn(), begun]);
    await sql`commit`;
    return result;
  } catch (error) {
    await begun.catch(() => {});
    await sql`rollback`.catch(() => {});
    throw error;
  }
}
