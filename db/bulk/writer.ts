import { randomBytes } from 'node:crypto';
import { eventVersion, parseEvent } from '../../domain/events/index.ts';
import { mailingKey } from '../../domain/sourcing/address.ts';
import { type Batch, severalProperties } from '../../domain/sourcing/batch.ts';
import { dayOf } from '../../domain/sourcing/dates.ts';
import { compileDecider, type DecidedRow, type Decider } from '../../domain/sourcing/decide-rows.ts';
import type { PropertyLine, Rejection } from '../../domain/sourcing/line.ts';
import { isNewer, mergeLines } from '../../domain/sourcing/merge.ts';
import { contactHex } from '../../domain/sourcing/names.ts';
import { NumberSet, numberRanges, numbersIn } from '../../domain/sourcing/number-set.ts';
import type { Outcome, RuleSet } from '../../domain/sourcing/qualification.ts';
import { type StoredDecision, undecidedStatuses } from '../../domain/sourcing/lead-decision.ts';
import { rowFacts } from '../../domain/sourcing/row-facts.ts';
import { type BulkConnection, copyInto, copyText } from './copy.ts';
import { decisionText, leadText } from './lead-row.ts';
import { contactColumns, insertContacts, insertLeads, insertPoints, makeStaging, pointColumns, type StagedUpdate, stagedLeadColumns, updateLeads } from './staging.ts';
import { hasAddressLeads, type KnownLead, leadsByAddress, leadsByKey, lockLeads, type StoredLead } from './stored.ts';

export type Counts = { read: number; new: number; updated: number; unchanged: number; merged: number; rejected: Record<string, number> };

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
};

/** A lead that does not exist yet, ready to be stored but for its id and number. */
type Prepared = { text: string; status: string };

/**
 * Writes batches of an import, each in one transaction with its batch row and its event, under row-level security as the app role.
 * A batch that was committed before is not written again; whatever kills it, it is there once or not at all.
 */
export class LeadWriter {
  readonly #connection: BulkConnection;
  readonly #context: ImportContext;
  readonly #decider: Decider | null;
  readonly #touched = new NumberSet();
  /** Import → number of the first import of its bytes. */
  #origins = new Map<string, number>();
  /** While most lines are new, they are made ready before the database says so; it then waits less. */
  #expectsNew = true;

  private constructor(connection: BulkConnection, context: ImportContext) {
    this.#connection = connection;
    this.#context = context;
    this.#decider = context.rules === null ? null : compileDecider(context.rules.set);
  }

  /** Takes up an import where its last committed batch left it. */
  static async open(connection: BulkConnection, context: ImportContext): Promise<{ writer: LeadWriter; batches: number; records: number; counts: Counts }> {
    const writer = new LeadWriter(connection, context);
    const { brokerageId, importId } = context;
    await makeStaging(connection);
    return inTransaction(connection, brokerageId, async () => {
      const origins = await connection`select id, origin_no from imports where brokerage_id = ${brokerageId}`;
      writer.#origins = new Map(origins.map((row) => [row.id as string, row.origin_no as number]));
      const done = await connection`select batch, records, counts, lead_nos::text as lead_nos from import_batches where brokerage_id = ${brokerageId} and import_id = ${importId} order by batch`;
      const counts = noCounts();
      for (const row of done) {
        addCounts(counts, row.counts as Counts);
        for (const leadNo of numbersIn(row.lead_nos as string)) writer.#touched.add(leadNo);
      }
      return { writer, batches: done.length, records: (done.at(-1)?.records as number | undefined) ?? 0, counts };
    });
  }

  /** Work on a batch that needs no database. Done while the batch before is being written. */
  prepare(batch: Batch, today: string): Prepared[] | null {
    return this.#expectsNew ? this.#ready(batch.lines, today) : null;
  }

  async write(batch: Batch, prepared: Prepared[] | null, { now, today }: { now: Date; today: string }, started: number): Promise<Counts | null> {
    const { brokerageId, importId } = this.#context;
    return inTransaction(this.#connection, brokerageId, async () => {
      const sql = this.#connection;
      // One import at a time writes leads of a brokerage, so that what is looked up is still so when it is written.
      await sql`select pg_advisory_xact_lock(hashtextextended(${`leads/${brokerageId}`}, 0))`;
      await lockImport(sql, brokerageId, importId);
      const [open] = await sql`select status, exists(select 1 from import_batches where brokerage_id = ${brokerageId} and import_id = ${importId} and batch = ${batch.number}) as done
        from imports where brokerage_id = ${brokerageId} and id = ${importId}`;
      if (open?.status !== 'running' || open.done) return null;
      return this.#writeOpen(batch, prepared, { now, today }, started);
    });
  }

  async #writeOpen(batch: Batch, prepared: Prepared[] | null, { now, today }: { now: Date; today: string }, started: number): Promise<Counts> {
    const sql = this.#connection;
    const { brokerageId, importId, listDate, relation, rules, listName } = this.#context;
    const stamp = { brokerageId, importId, listDate, relation, ruleVersion: rules?.version ?? null, now: now.toISOString() };
    const found = await this.#find(batch);
    const counts: Counts = { ...noCounts(), read: batch.read, merged: batch.merged };
    const rejections = [...batch.rejections, ...found.rejected.map(severalProperties)];

    const fresh: number[] = [];
    const changed: { line: PropertyLine; lead: KnownLead }[] = [];
    const leadNos: number[] = [];
    for (const [index, line] of batch.lines.entries()) {
      const lead = found.leads.get(line);
      if (lead === undefined) {
        if (!found.rejected.includes(line)) fresh.push(index);
        continue;
      }
      leadNos.push(lead.leadNo);
      if (lead.contentHash === line.contentHash) {
        counts[this.#touched.has(lead.leadNo) ? 'merged' : 'unchanged']++;
      } else changed.push({ line, lead });
    }
    this.#expectsNew = fresh.length * 2 > batch.lines.length;

    const people = new People(brokerageId);
    const ready = prepared ?? this.#ready(batch.lines, today);
    counts.new = fresh.length;
    if (fresh.length > 0) {
      const first = await drawLeadNumbers(sql, brokerageId, fresh.length);
      const ids = sequentialIds(fresh.length);
      const rows = fresh.map((index, n) => {
        people.add(batch.lines[index]!);
        leadNos.push(first + n);
        return `${ready[index]!.text}\t${ids(n)}\t${first + n}\t${ready[index]!.status}\n`;
      });
      await copyInto(sql, 'staged_leads', stagedLeadColumns, rows);
      await insertLeads(sql, stamp);
    }
    if (changed.length > 0) {
      if (fresh.length > 0) await sql`truncate staged_leads`;
      await this.#update(changed, people, counts, stamp, today);
    }
    await people.write(sql, stamp, listName);
    await this.#close(batch, counts, leadNos, rejections, now, started);
    for (const leadNo of leadNos) this.#touched.add(leadNo);
    return counts;
  }

  /** Which lead each line is about: by parcel, else by address. */
  async #find(batch: Batch): Promise<{ leads: Map<PropertyLine, KnownLead>; rejected: PropertyLine[] }> {
    const sql = this.#connection;
    const { brokerageId } = this.#context;
    const leads = new Map<PropertyLine, KnownLead>();
    const rejected: PropertyLine[] = [];
    const byKey = await leadsByKey(sql, brokerageId, batch.lines.map(({ propertyKey }) => propertyKey));
    const unknown: PropertyLine[] = [];
    for (const line of batch.lines) {
      const lead = byKey.get(line.propertyKey);
      if (lead) leads.set(line, lead);
      else unknown.push(line);
    }
    const byAddress = unknown.filter(({ propertyKey }) => propertyKey.startsWith('adr:'));
    if (byAddress.length > 0) {
      const parcels = await leadsByAddress(sql, brokerageId, byAddress.map(({ addressKey }) => addressKey!));
      for (const line of byAddress) {
        const candidates = parcels.get(line.addressKey!) ?? [];
        if (candidates.length === 1) leads.set(line, candidates[0]!);
        else if (candidates.length > 1) rejected.push(line);
      }
    }
    if (unknown.length > byAddress.length && (await hasAddressLeads(sql, brokerageId))) {
      const parcels = unknown.filter(({ propertyKey, addressKey }) => !propertyKey.startsWith('adr:') && addressKey !== null);
      const known = await leadsByKey(sql, brokerageId, parcels.map(({ addressKey }) => `adr:${addressKey}`));
      const taken = new Set<string>();
      for (const line of parcels) {
        const lead = known.get(`adr:${line.addressKey}`);
        // Two parcels at one address: the first takes the lead, the other is a property of its own.
        if (lead && !taken.has(lead.id)) {
          leads.set(line, lead);
          taken.add(lead.id);
        }
      }
    }
    return { leads, rejected };
  }

  /** Leads that exist and whose line differs from the one that stands. */
  async #update(changed: { line: PropertyLine; lead: KnownLead }[], people: People, counts: Counts, stamp: Parameters<typeof updateLeads>[1], today: string): Promise<void> {
    const sql = this.#connection;
    const { brokerageId, importId, listDate, origin, rules } = this.#context;
    const listDay = dayOf(listDate);
    const stored = await lockLeads(sql, brokerageId, changed.map(({ lead }) => lead.id));
    const updates: (StagedUpdate & { text: string })[] = [];
    const seen = new Set<string>();
    for (const { line, lead } of changed) {
      const old = stored.get(lead.id)!;
      const standing = { listDate: old.asOf, origin: this.#origins.get(old.factsImportId ?? '') ?? 0, lineDay: old.line.lineDay };
      const newer = isNewer({ listDate, origin, lineDay: line.lineDay }, standing);
      const merged = newer ? mergeLines(line, old.line) : mergeLines(old.line, line);
      // Owners of a stored lead are ids; they change only when the newer line names its own.
      const named = (newer || old.ownerIds === '{}') && line.owners.length > 0;
      const ownerIds = named ? canonicalIds(ownerIdsOf(brokerageId, { ...merged, owners: line.owners })) : old.ownerIds;
      const isAgain = this.#touched.has(lead.leadNo) || seen.has(lead.id);
      const text = leadText(merged, ownerIds, listDay);
      const isSame = text === leadText(old.line, old.ownerIds, listDay);
      counts[isAgain ? 'merged' : isSame ? 'unchanged' : 'updated']++;
      if (seen.has(lead.id)) continue;
      seen.add(lead.id);
      if (isSame) continue;
      if (named) people.add({ ...merged, owners: line.owners, points: line.points });
      const decided = this.#decideAgain(merged, old, today);
      const { row, status, isKept } = decided;
      updates.push({
        id: lead.id,
        asOf: newer ? listDate : old.asOf,
        factsImportId: newer ? importId : old.factsImportId,
        ruleVersion: isKept ? old.ruleVersion : (rules?.version ?? null),
        decidedAt: isKept ? old.decidedAt : stamp.now,
        text: `${text}${decisionText(merged, row)}\t${lead.id}\t${lead.leadNo}\t${status}\n`,
      });
    }
    if (updates.length === 0) return;
    await copyInto(sql, 'staged_leads', stagedLeadColumns, updates.map(({ text }) => text));
    await updateLeads(sql, stamp, updates.map(({ text: _, ...update }) => update));
  }

  /** A decision stands until one of its inputs or the rules change; what a person decided stands. A lead that went further stays where it is. */
  #decideAgain(line: PropertyLine, old: StoredLead, today: string): { row: DecidedRow | null; status: string; isKept: boolean } {
    const { rules } = this.#context;
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

  #ready(lines: readonly PropertyLine[], today: string): Prepared[] {
    const { brokerageId, listDate } = this.#context;
    const listDay = dayOf(listDate);
    const decided = this.#decider?.decide(lines.map((line) => rowFacts(line, today)));
    return lines.map((line, index) => {
      const row = decided?.[index] ?? null;
      return { text: leadText(line, ownerIdsOf(brokerageId, line), listDay) + decisionText(line, row), status: row?.outcome ?? 'new' };
    });
  }

  /** The batch row, the event and the progress: with them the batch is done. */
  async #close(batch: Batch, counts: Counts, leadNos: number[], rejections: Rejection[], now: Date, started: number): Promise<void> {
    const sql = this.#connection;
    const { brokerageId, importId, actor } = this.#context;
    for (const { reason } of rejections) counts.rejected[reason] = (counts.rejected[reason] ?? 0) + 1;
    if (rejections.length > 0)
      await sql`insert into import_rejects (brokerage_id, import_id, line, reason, detail, raw)
        select ${brokerageId}::uuid, ${importId}::uuid, r.line, r.reason, r.detail, r.raw
        from jsonb_to_recordset(${JSON.stringify(rejections).replaceAll('\\u0000', '')}::text::jsonb) as r(line integer, reason text, detail text, raw text) on conflict do nothing`;
    const millis = Math.round(performance.now() - started);
    await sql`insert into import_batches (brokerage_id, import_id, batch, records, counts, lead_nos, millis)
      values (${brokerageId}, ${importId}, ${batch.number}, ${batch.records}, ${JSON.stringify(counts)}::text::jsonb, ${numberRanges(leadNos)}::text::int4multirange, ${millis})`;
    const flat = { read: counts.read, new: counts.new, updated: counts.updated, unchanged: counts.unchanged, merged: counts.merged, rejected: rejections.length };
    const payload = parseEvent('Leads.Imported', { importId, batch: batch.number, counts: flat });
    await sql`insert into events (brokerage_id, type, version, occurred_at, source, actor, correlation_id, subject_kind, subject_id, payload)
      values (${brokerageId}, 'Leads.Imported', ${eventVersion('Leads.Imported')}, ${now.toISOString()}::timestamptz, 'worker', ${JSON.stringify(actor)}::text::jsonb, ${importId}, 'import', ${importId}, ${JSON.stringify(payload)}::text::jsonb)`;
    await sql`update imports set lines_done = ${batch.records}, bytes_done = least(bytes_total, ${batch.position}::bigint) where brokerage_id = ${brokerageId} and id = ${importId}`;
  }
}

/** Contacts and their phones and e-mails of one batch, each once. */
class People {
  readonly #brokerageId: string;
  readonly #contacts = new Map<string, string>();
  readonly #points: string[] = [];

  constructor(brokerageId: string) {
    this.#brokerageId = brokerageId;
  }

  add(line: PropertyLine): void {
    const { owners, points } = line;
    for (const [position, owner] of owners.entries()) {
      const id = contactHex(this.#brokerageId, owner, ownerAddress(line));
      if (!this.#contacts.has(id))
        this.#contacts.set(
          id,
          `${id}\t${owner.kind}\t${copyText(owner.first)}\t${copyText(owner.last)}\t${copyText(owner.name)}\t${copyText(line.mailingLine)}\t${copyText(line.mailingUnit)}\t${copyText(line.mailingCity)}\t${copyText(line.mailingState)}\t${copyText(line.mailingZip)}\n`,
        );
      if (position > 0) continue;
      for (const [rank, point] of points.entries())
        this.#points.push(`${id}\t${point.kind}\t${copyText(point.value)}\t${copyText(point.lineType)}\t${point.doNotCall ? 't' : 'f'}\t${rank + 1}\n`);
    }
  }

  async write(sql: BulkConnection, stamp: Parameters<typeof insertContacts>[1], source: string): Promise<void> {
    if (this.#contacts.size > 0) {
      await copyInto(sql, 'staged_contacts', contactColumns, [...this.#contacts.values()]);
      await insertContacts(sql, stamp);
    }
    if (this.#points.length > 0) {
      await copyInto(sql, 'staged_points', pointColumns, this.#points);
      await insertPoints(sql, stamp, source);
    }
  }
}

/** Owners are told apart by where their mail goes; without that, by the property. */
const ownerAddress = (line: PropertyLine): string =>
  mailingKey({ line: line.mailingLine, unit: line.mailingUnit, city: line.mailingCity, state: line.mailingState, zip: line.mailingZip }) ?? line.propertyKey;

function ownerIdsOf(brokerageId: string, line: PropertyLine): string {
  const { owners } = line;
  if (owners.length === 0) return '{}';
  const address = ownerAddress(line);
  if (owners.length === 1) return `{${contactHex(brokerageId, owners[0]!, address)}}`;
  return `{${owners.map((owner) => contactHex(brokerageId, owner, address)).join(',')}}`;
}

/** As PostgreSQL writes them, for comparing with what is stored. */
const canonicalIds = (ids: string): string => ids.replace(/([0-9a-f]{8})([0-9a-f]{4})([0-9a-f]{4})([0-9a-f]{4})([0-9a-f]{12})/g, '$1-$2-$3-$4-$5');

/** UUIDs of version 7 that follow one another: the primary key grows at its end. */
function sequentialIds(count: number): (n: number) => string {
  const time = Date.now().toString(16).padStart(12, '0');
  const random = randomBytes(6).toString('hex');
  if (count > 0xffff_ffff) throw new RangeError('too many ids');
  return (n) => `${time}7${random.slice(0, 3)}8${random.slice(3)}${n.toString(16).padStart(6, '0')}`.padEnd(32, '0').slice(0, 32);
}

async function drawLeadNumbers(sql: BulkConnection, brokerageId: string, count: number): Promise<number> {
  const [row] = await sql`insert into counters (brokerage_id, kind, last)
    values (${brokerageId}, 'lead', ${count} + coalesce((select max(lead_no) from leads where brokerage_id = ${brokerageId}), 0))
    on conflict (brokerage_id, kind) do update set last = counters.last + ${count} returning last`;
  return Number(row!.last) - count + 1;
}

/** The import's subject lock, as `changeSubject` takes it: its events keep the order of their commits. */
async function lockImport(sql: BulkConnection, brokerageId: string, importId: string): Promise<void> {
  await sql`insert into subjects (brokerage_id, kind, id) values (${brokerageId}, 'import', ${importId}) on conflict do nothing`;
  await sql`select 1 from subjects where brokerage_id = ${brokerageId} and kind = 'import' and id = ${importId} for update`;
}

async function inTransaction<T>(sql: BulkConnection, brokerageId: string, fn: () => Promise<T>): Promise<T> {
  await sql`begin`;
  try {
    await sql`select set_config('app.tenant', ${brokerageId}, true)`;
    const result = await fn();
    await sql`commit`;
    return result;
  } catch (error) {
    await sql`rollback`.catch(() => {});
    throw error;
  }
}

export const noCounts = (): Counts => ({ read: 0, new: 0, updated: 0, unchanged: 0, merged: 0, rejected: {} });

export function addCounts(sum: Counts, { rejected, ...counts }: Counts): void {
  for (const [name, count] of Object.entries(counts) as [Exclude<keyof Counts, 'rejected'>, number][]) sum[name] += count;
  for (const [reason, count] of Object.entries(rejected)) sum.rejected[reason] = (sum.rejected[reason] ?? 0) + count;
}
