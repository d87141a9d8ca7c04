import type { Decider } from '../../domain/sourcing/decide-rows.ts';
import type { PropertyLine, Rejection } from '../../domain/sourcing/line.ts';
import { isNewer, mergeLines } from '../../domain/sourcing/merge.ts';
import type { Normalise } from '../../domain/sourcing/normalise.ts';
import { rowFacts } from '../../domain/sourcing/row-facts.ts';
import { type Cells, type Dialect, RecordScanner } from '../../domain/sourcing/scan.ts';
import { CopyWriter } from './bytes.ts';
import { writeDecision, writeFacts, writeOwners } from './lead-row.ts';

/** Lines decided together: the compiled rules cost least for many, the lines most while they wait. */
const decidedAtOnce = 64;

/** How a batch turns lines into rows; the same for the whole import. */
export type RowMaker = { brokerageId: string; listDay: number; today: string; decider: Decider | null };

/**
 * A part of a file, read but not yet compared with what is stored. Lines become bytes as they are read; of a line itself its key, its hash and its
 * place in the text are kept, and the few that must be looked at again are read again. A line in memory costs more than one on its way through.
 */
export class Batch {
  number = 0;
  /** Lines of the file up to and with this batch; and how far into its text that is. */
  records = 0;
  position = 0;
  read = 0;
  merged = 0;
  readonly rejections: Rejection[] = [];
  /** One entry per property. */
  readonly keys: string[] = [];
  readonly hashes: string[] = [];
  /** Entries without a parcel number. */
  readonly byAddress: number[] = [];
  readonly store: RowStore;
  /** Whether the store holds the lines: of a list sent again they would be made for nothing. */
  readonly hasRows: boolean;

  readonly #maker: RowMaker;
  readonly #normalise: Normalise;
  readonly #scanner: RecordScanner;
  readonly #indexOf = new Map<string, number>();
  /** Piece of text, begin, end and line of each entry. */
  readonly #texts: string[] = [];
  readonly #places: number[] = [];
  /** Entries that several lines made. */
  readonly #made = new Map<number, PropertyLine>();
  #waiting: PropertyLine[] = [];

  /** @param store rows of a batch that is written: their memory serves the next one */
  constructor(maker: RowMaker, normalise: Normalise, dialect: Dialect, hasRows: boolean, store: RowStore) {
    for (const rows of [store.rows, store.contacts, store.points]) rows.clear();
    this.store = store;
    this.#maker = maker;
    this.#normalise = normalise;
    this.#scanner = new RecordScanner(dialect);
    this.hasRows = hasRows;
  }

  get size(): number {
    return this.keys.length;
  }

  add(cells: Cells): void {
    this.read++;
    const line = this.#normalise(cells);
    if ('reason' in line) {
      this.rejections.push(line);
      return;
    }
    const known = this.#indexOf.get(line.propertyKey);
    if (known !== undefined) {
      this.merged++;
      this.merge(known, line);
      return;
    }
    const index = this.keys.length;
    this.#indexOf.set(line.propertyKey, index);
    this.keys.push(line.propertyKey);
    this.hashes.push(line.contentHash);
    if (this.#texts.at(-1) !== cells.text) this.#texts.push(cells.text);
    this.#places.push(this.#texts.length - 1, cells.from, cells.to, cells.line);
    if (line.propertyKey.startsWith('adr:')) this.byAddress.push(index);
    if (!this.hasRows) return;
    this.#waiting.push(line);
    if (this.#waiting.length >= decidedAtOnce) this.flush();
  }

  /** The line of an entry, read again from its place in the text. */
  line(index: number): PropertyLine {
    const made = this.#made.get(index);
    if (made) return made;
    const at = index * 4;
    const text = this.#texts[this.#places[at]!]!.slice(this.#places[at + 1], this.#places[at + 2]);
    let line: PropertyLine | undefined;
    this.#scanner.read(text, true, (cells) => {
      cells.line = this.#places[at + 3]!;
      const read = this.#normalise(cells);
      if (!('reason' in read)) line = read;
      return false;
    });
    return line!;
  }

  /** Two lines of one list about one property: the one with the newer date counts, of equals the first. */
  merge(index: number, line: PropertyLine): void {
    const first = this.line(index);
    const merged = isNewer(standing(line), standing(first)) ? mergeLines(line, first) : mergeLines(first, line);
    this.#made.set(index, merged);
    this.hashes[index] = merged.contentHash;
  }

  isMade(index: number): boolean {
    return this.#made.has(index);
  }

  /** Makes the rows of the lines that wait. */
  flush(): void {
    const waiting = this.#waiting;
    if (waiting.length === 0) return;
    this.#waiting = [];
    this.rowsOf(waiting, this.store);
  }

  /** Rows, contacts and points of some lines, an entry of each for each line. */
  rowsOf(lines: readonly PropertyLine[], { rows, contacts, points }: RowStore): void {
    const { brokerageId, listDay, today, decider } = this.#maker;
    const decided = decider?.decide(lines.map((line) => rowFacts(line, today)));
    for (let at = 0; at < lines.length; at++) {
      const line = lines[at]!;
      const ownerIds = writeOwners(brokerageId, line, contacts.out, points.out);
      contacts.mark();
      points.mark();
      writeFacts(rows.out, line, ownerIds, listDay);
      writeDecision(rows.out, line, decided?.[at] ?? null);
      rows.out.end();
      rows.mark();
    }
  }
}

const standing = (line: PropertyLine) => ({ listDate: '', origin: 0, lineDay: line.lineDay });

export type RowStore = { rows: Rows; contacts: Rows; points: Rows };
export const rowStore = (): RowStore => ({ rows: new Rows(5 << 19), contacts: new Rows(1 << 20), points: new Rows() });

/** Bytes of many entries, one behind the other, and where each ends. */
export class Rows {
  readonly out: CopyWriter;
  #ends: number[] = [];

  constructor(capacity?: number) {
    this.out = new CopyWriter(capacity);
  }

  clear(): void {
    this.out.clear();
    this.#ends = [];
  }

  mark(): void {
    this.#ends.push(this.out.length);
  }

  /** The bytes of some entries, given in order: whole runs of neighbours at a time. */
  *pieces(indexes: readonly number[]): Generator<Buffer> {
    for (let at = 0; at < indexes.length; ) {
      const first = indexes[at]!;
      let last = first;
      while (indexes[++at] === last + 1) last++;
      const from = first === 0 ? 0 : this.#ends[first - 1]!;
      const to = this.#ends[last]!;
      if (to > from) yield this.out.bytes.subarray(from, to);
    }
  }
}
