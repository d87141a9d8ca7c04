import { DomainError } from '../errors.ts';
import { genericField, headerKey } from './columns.ts';
import { presets } from './presets.ts';
import { type Dialect, RecordScanner } from './scan.ts';

export type Encoding = 'utf-8' | 'windows-1252' | 'utf-16le';

/** How a file is written, found by looking at it. */
export type Layout = Dialect & {
  encoding: Encoding;
  compressed: boolean;
  bytes: number;
  /** Records before the first line of data: what stands above the header, and the header. */
  skip: number;
  headers: string[];
};

const delimiters = [',', '\t', ';', '|'] as const;

/** Refuses what is no text before anything else looks at it. */
export function refuseBinary(head: Uint8Array): void {
  const starts = (...bytes: number[]) => bytes.every((byte, index) => head[index] === byte);
  const save = { nextStep: 'Save the sheet as CSV and send that file' };
  if (starts(0x50, 0x4b, 3, 4)) throw new DomainError('binary-file', 'This is a workbook or a zip archive, not a CSV file', save);
  if (starts(0xd0, 0xcf, 0x11, 0xe0)) throw new DomainError('binary-file', 'This is an old Excel workbook, not a CSV file', save);
  if (starts(0x25, 0x50, 0x44, 0x46)) throw new DomainError('binary-file', 'This is a PDF, not a CSV file', { nextStep: 'Ask the source for a CSV file' });
  const isUtf16 = starts(0xff, 0xfe);
  if (!isUtf16 && head.includes(0))
    throw new DomainError('binary-file', 'This file is not text: it has zero bytes', { nextStep: 'Send a CSV file, or one packed with gzip' });
}

/** Reads dialect and header off the first part of a file's text. */
export function detectLayout(sample: string, whole: boolean): Dialect & { skip: number; headers: string[]; rows: string[][] } {
  if (sample.trim() === '') throw new DomainError('empty-file', 'This file is empty', { nextStep: 'Send a CSV file with a header and lines' });
  const newline = sample.includes('\n') ? 'lf' : sample.includes('\r') ? 'cr' : 'lf';
  const tried = delimiters.map((delimiter) => {
    const rows = firstRows(sample, { delimiter, newline }, whole);
    const { width, share } = commonWidth(rows);
    return { delimiter, rows, width, fit: width > 1 ? share * Math.min(width, 20) : 0 };
  });
  const best = tried.reduce((a, b) => (b.fit > a.fit ? b : a));
  const at = headerAt(best.rows, best.width);
  const headers = best.rows[at]!;
  const rows = best.rows.slice(at + 1);
  if (rows.length === 0 && whole)
    throw new DomainError('empty-file', 'This file has a header and no lines below it', { nextStep: 'Export the list again with its lines' });
  return { delimiter: best.delimiter, newline, skip: at + 1, headers, rows };
}

function firstRows(sample: string, dialect: Dialect, whole: boolean): string[][] {
  const rows: string[][] = [];
  new RecordScanner(dialect).read(sample, whole, (cells) => {
    rows.push(cells.all());
    return rows.length < 400;
  });
  return rows;
}

/** The number of cells most rows have, and how many rows have it. */
function commonWidth(rows: readonly string[][]): { width: number; share: number } {
  const counts = new Map<number, number>();
  for (const { length } of rows) counts.set(length, (counts.get(length) ?? 0) + 1);
  const [width, count] = [...counts].reduce((a, b) => (b[1] > a[1] || (b[1] === a[1] && b[0] > a[0]) ? b : a), [0, 0]);
  return { width, share: rows.length === 0 ? 0 : count / rows.length };
}

const presetColumns = new Set(presets.flatMap(({ marks, columns }) => [...marks, ...Object.keys(columns)]));
const isKnown = (header: string) => genericField(header) !== null || presetColumns.has(headerKey(header));

/** Titles and notes may stand above the header: it is the row with most known names among the first. */
function headerAt(rows: readonly string[][], width: number): number {
  const known = rows.slice(0, 25).map((row) => (row.length === width ? row.filter(isKnown).length : 0));
  const most = Math.max(0, ...known);
  if (most >= 1) return known.indexOf(most);
  const likely = rows.slice(0, 25).findIndex((row) => row.length === width && row.every((cell) => !/^[$\d.,\s-]+$/.test(cell) || cell.trim() === ''));
  return Math.max(0, likely);
}
