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

/** One rejected line with the columns of its list, and why it was not taken. */
export function rejectLine(
  { headers, delimiter, newline }: Pick<Layout, 'headers' | 'delimiter' | 'newline'>,
  { line, reason, detail, raw }: { line: number; reason: string; detail: string; raw: string },
): string {
  let cells: string[] = [];
  new RecordScanner({ delimiter, newline }).read(raw, true, (record) => {
    cells = record.all();
    return false;
  });
  const width = headers.length;
  // Cells beyond the header would move the columns behind it: they stay readable in the last one.
  const shown =
    cells.length > width ? [...cells.slice(0, width - 1), cells.slice(width - 1).join(delimiter)] : [...cells, ...Array<string>(width - cells.length).fill('')];
  const because = `${rejectReasons[reason as RejectReason] ?? reason}${detail === '' ? '' : ` (${detail})`}`;
  return `${[...shown, String(line), because].map(cell).join(',')}\r\n`;
}
