/** How a file of separated values is written. */
export type Dialect = { delimiter: string; newline: 'lf' | 'cr' };

/** A quoted cell longer than this was never meant to be one. */
const longestCell = 65_536;
const quote = 34;

const escaped = 1;
const stray = 2;
const unfinished = -1;
const faulty = -2;

/**
 * One record, valid until the next one is read: the scanner reuses it. Cells are offsets into the text and become strings only when asked for,
 * because an import needs a part of the columns and numbers are read without a string.
 */
export class Cells {
  text = '';
  count = 0;
  /** Physical line on which the record begins, from 1. */
  line = 0;
  from = 0;
  to = 0;
  /** A quote was opened and never closed: the record cannot be trusted. */
  broken = false;
  starts = new Int32Array(512);
  ends = new Int32Array(512);
  flags = new Uint8Array(512);

  cell(index: number): string {
    if (index >= this.count) return '';
    const text = this.text.slice(this.starts[index], this.ends[index]);
    return this.flags[index] === 0 ? text : text.replaceAll('""', '"');
  }

  /** Whether two cells hold the same text, without making strings of them. */
  same(a: number, b: number): boolean {
    const [from, other] = [this.starts[a]!, this.starts[b]!];
    const length = this.ends[a]! - from;
    if (this.ends[b]! - other !== length) return false;
    for (let at = 0; at < length; at++) if (this.text.charCodeAt(from + at) !== this.text.charCodeAt(other + at)) return false;
    return true;
  }

  raw(): string {
    return this.text.slice(this.from, this.to);
  }

  all(): string[] {
    return Array.from({ length: this.count }, (_, index) => this.cell(index));
  }

  add(start: number, end: number, flag: number): void {
    if (this.count === this.starts.length) this.#grow();
    this.starts[this.count] = start;
    this.ends[this.count] = end;
    this.flags[this.count] = flag;
    this.count++;
  }

  #grow(): void {
    const wider = <T extends Int32Array | Uint8Array>(from: T, to: T): T => {
      to.set(from);
      return to;
    };
    const size = this.starts.length * 2;
    this.starts = wider(this.starts, new Int32Array(size));
    this.ends = wider(this.ends, new Int32Array(size));
    this.flags = wider(this.flags, new Uint8Array(size));
  }
}

/**
 * Cuts text that arrives in pieces into records: quotes, doubled quotes, line breaks of any kind inside quotes, stray quotes, ragged rows, empty lines.
 * csv-parse reads the same records of a well-formed file (the tests compare them); this one is several times as fast, keeps the raw line and the
 * number of cells, and goes on after a quote that nobody closes.
 */
export class RecordScanner {
  readonly cells = new Cells();
  readonly #delimiter: number;
  readonly #newline: number;
  readonly #isLf: boolean;
  #rest = '';
  #line = 1;

  constructor({ delimiter, newline }: Dialect) {
    this.#delimiter = delimiter.charCodeAt(0);
    this.#isLf = newline === 'lf';
    this.#newline = this.#isLf ? 10 : 13;
  }

  /** Calls `visit` for each record that is complete; with `last`, for the rest, too. Stops early when `visit` answers false. */
  read(piece: string, last: boolean, visit: (cells: Cells) => unknown): void {
    const text = this.#rest === '' ? piece : this.#rest + piece;
    this.#rest = '';
    const cells = this.cells;
    cells.text = text;
    let at = 0;
    while (at < text.length) {
      cells.from = at;
      cells.count = 0;
      cells.broken = false;
      cells.line = this.#line;
      const next = this.#record(text, at, last);
      if (next === -1) {
        this.#rest = text.slice(at);
        return;
      }
      at = next;
      if (cells.count === 1 && cells.starts[0] === cells.ends[0] && cells.flags[0] === 0 && cells.to === cells.from) continue;
      if (visit(cells) === false) return;
    }
  }

  /** Reads one record and answers where the next begins, or -1 when its end is not there yet. Every character of a file comes through here. */
  #record(text: string, from: number, last: boolean): number {
    const { cells } = this;
    const delimiter = this.#delimiter;
    const newline = this.#newline;
    const length = text.length;
    let { starts, ends, flags } = cells;
    let at = from;
    let extraLines = 0;
    for (;;) {
      const start = at;
      if (text.charCodeAt(at) === quote && !cells.broken) {
        const end = this.#quoted(text, at, last);
        if (end === unfinished && !last) return -1;
        if (end < 0) {
          // Read again from the record's start, this time with quotes as plain characters.
          cells.broken = true;
          cells.count = 0;
          at = from;
          extraLines = 0;
          continue;
        }
        extraLines += this.#linesIn(text, start, end);
        at = end;
        ({ starts, ends, flags } = cells);
      } else {
        let code = 0;
        while (at < length && (code = text.charCodeAt(at)) !== delimiter && code !== newline) at++;
        const index = cells.count;
        if (index === starts.length) {
          cells.add(start, at, 0);
          ({ starts, ends, flags } = cells);
        } else {
          starts[index] = start;
          ends[index] = at;
          flags[index] = 0;
          cells.count = index + 1;
        }
      }
      if (at >= length) {
        if (!last) return -1;
        return this.#finish(length, length, extraLines);
      }
      if (text.charCodeAt(at) === newline) return this.#finish(at, at + 1, extraLines);
      at++;
      if (at >= length && !last) return -1;
      if (at >= length) {
        cells.add(at, at, 0);
        return this.#finish(length, length, extraLines);
      }
    }
  }

  /** Adds a quoted cell and answers where its delimiter or line end stands; `unfinished` when its end is not in this text, `faulty` when it has none. */
  #quoted(text: string, open: number, last: boolean): number {
    const length = text.length;
    let flag = 0;
    for (let from = open + 1; ; ) {
      const at = text.indexOf('"', from);
      if ((at === -1 ? length : at) - open > longestCell) return faulty;
      if (at === -1) return unfinished;
      const next = text.charCodeAt(at + 1);
      if (next === quote) {
        flag |= escaped;
        from = at + 2;
        continue;
      }
      if (at + 1 >= length && !last) return unfinished;
      const end = this.#closes(text, at + 1);
      if (end !== -1) {
        // A stray quote may stand within a line; one that would swallow the next line is a fault of its own line.
        if ((flag & stray) !== 0 && this.#linesIn(text, open, at) > 0) return faulty;
        this.cells.add(open + 1, at, flag);
        return end;
      }
      // 'the "old" mill' inside quotes, its quotes not doubled.
      flag |= stray;
      from = at + 1;
    }
  }

  /** A quote closes a cell when only blanks stand between it and a delimiter, a line end or the end of the text. */
  #closes(text: string, from: number): number {
    for (let at = from; at < text.length; at++) {
      const code = text.charCodeAt(at);
      if (code === this.#delimiter || code === this.#newline) return at;
      if (code === 13 && this.#isLf && text.charCodeAt(at + 1) === 10) return at + 1;
      if (code !== 32 && code !== 9 && code !== 13) return -1;
    }
    return text.length;
  }

  #finish(to: number, next: number, extraLines: number): number {
    const { cells } = this;
    let end = to;
    if (this.#isLf && end > cells.from && cells.text.charCodeAt(end - 1) === 13) {
      end--;
      const final = cells.count - 1;
      if (cells.ends[final]! > end && cells.starts[final]! <= end) cells.ends[final] = end;
    }
    cells.to = end;
    this.#line += 1 + extraLines;
    return next;
  }

  #linesIn(text: string, from: number, to: number): number {
    let lines = 0;
    for (let at = text.indexOf('\n', from); at !== -1 && at < to; at = text.indexOf('\n', at + 1)) lines++;
    if (lines > 0) return lines;
    // In a file with LF line ends, a lone CR inside quotes is no line of the file.
    if (!this.#isLf) for (let at = text.indexOf('\r', from); at !== -1 && at < to; at = text.indexOf('\r', at + 1)) lines++;
    return lines;
  }
}
