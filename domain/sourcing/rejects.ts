import type { Layout } from './layout.ts';
import { type RejectReason, rejectReasons } from './line.ts';
import { RecordScanner } from './scan.ts';

/** A spreadsheet would take such a cell for a formula; a plain number is none. */
const guarded = (text: string): string => (/^[=+\-@\t\r]/.test(text) && !/^[-+]?[\d.,]+%?$/.test(text) ? `'${text}` : text);
const cell = (text: string): string => {
  const safe = guarded(text);
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
};

/** Columns behind those of the list; an import keeps them aside, so that the mended file can be sent as it is. */
const added = ['Rejected line', 'Rejected because'];

export const rejectsHeader = (headers: readonly string[]): string => `${[...headers, ...added].map(cell).join(',')}\r\n`;

export type RejectedLine = { line: number; reason: string; detail: string; raw: string };
type Form = Pick<Layout, 'headers' | 'delimiter' | 'newline'>;

/** The cells of a rejected line, one per column of its list; those beyond the header stay readable in the last one. */
export function rejectCells({ headers, delimiter, newline }: Form, raw: string): string[] {
  let cells: string[] = [];
  new RecordScanner({ delimiter, newline }).read(raw, true, (record) => {
    cells = record.all();
    return false;
  });
  const width = headers.length;
  return cells.length > width
    ? [...cells.slice(0, width - 1), cells.slice(width - 1).join(delimiter)]
    : [...cells, ...Array<string>(width - cells.length).fill('')];
}

/** Why a line was not taken, in words. */
export const rejectWords = ({ reason, detail }: Pick<RejectedLine, 'reason' | 'detail'>): string =>
  `${rejectReasons[reason as RejectReason] ?? reason}${detail === '' ? '' : ` (${detail})`}`;

/** A list of mended lines, as an import reads it: cells as they are typed, not guarded for spreadsheets. */
export const mendedList = (headers: readonly string[], rows: readonly (readonly string[])[]): string =>
  [headers, ...rows].map((row) => `${row.map((text) => (/[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text)).join(',')}\r\n`).join('');

/** One rejected line with the columns of its list, and why it was not taken. */
export function rejectLine(form: Form, rejected: RejectedLine): string {
  return `${[...rejectCells(form, rejected.raw), String(rejected.line), rejectWords(rejected)].map(cell).join(',')}\r\n`;
}
