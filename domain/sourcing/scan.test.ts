import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type Dialect, RecordScanner } from './scan.ts';

const comma: Dialect = { delimiter: ',', newline: 'lf' };

/** Reads a text in pieces of the given lengths; what is left comes last. */
function scan(text: string, dialect: Dialect = comma, cuts: readonly number[] = []): { cells: string[]; line: number; raw: string; broken: boolean }[] {
  const found: { cells: string[]; line: number; raw: string; broken: boolean }[] = [];
  const scanner = new RecordScanner(dialect);
  let at = 0;
  for (const cut of [...cuts, text.length]) {
    scanner.read(text.slice(at, at + cut), false, (cells) => {
      found.push({ cells: cells.all(), line: cells.line, raw: cells.raw(), broken: cells.broken });
    });
    at += cut;
  }
  scanner.read(text.slice(at), true, (cells) => {
    found.push({ cells: cells.all(), line: cells.line, raw: cells.raw(), broken: cells.broken });
  });
  return found;
}

const cell = fc
  .oneof(fc.constantFrom('', 'a', ' ', '12', '"', ',', '\n', '\r\n', 'é', '"",\n'), fc.string({ maxLength: 12 }))
  .map((text) => text.replaceAll('\r', '\r\n').replaceAll('\u0000', ''));
const table = fc.array(fc.array(cell, { minLength: 2, maxLength: 5 }), { minLength: 1, maxLength: 8 });
const encode = (rows: string[][], delimiter: string, newline: string, final: string) =>
  rows.map((row) => row.map((text) => (/[",;\t|\r\n]/.test(text) || text === '' ? `"${text.replaceAll('"', '""')}"` : text)).join(delimiter)).join(newline) +
  final;

test('a well-formed file has the records csv-parse finds, wherever its pieces are cut', () => {
  fc.assert(
    fc.property(
      table,
      fc.constantFrom(',', ';', '\t', '|'),
      fc.constantFrom('\n', '\r\n'),
      fc.constantFrom('', '\n'),
      fc.array(fc.nat(9)),
      (rows, delimiter, newline, final, cuts) => {
        const text = encode(rows, delimiter, newline, final && newline);
        const expected = parse(text, { delimiter, relax_column_count: true, skip_empty_lines: true, record_delimiter: newline });
        expect(scan(text, { delimiter, newline: 'lf' }, cuts).map(({ cells }) => cells)).toEqual(expected);
      },
    ),
  );
});

test('CR alone ends a line in a file that has no LF', () => {
  expect(scan('a,b\r"1\r2",3\r\r4,5', { delimiter: ',', newline: 'cr' }).map(({ cells, line }) => ({ cells, line }))).toEqual([
    { cells: ['a', 'b'], line: 1 },
    { cells: ['1\r2', '3'], line: 2 },
    { cells: ['4', '5'], line: 5 },
  ]);
});

test('a record knows its first line and its text, also behind line breaks in cells', () => {
  expect(scan('h,i\n"a\nb",c\n\nd,e\r\n')).toEqual([
    { cells: ['h', 'i'], line: 1, raw: 'h,i', broken: false },
    { cells: ['a\nb', 'c'], line: 2, raw: '"a\nb",c', broken: false },
    { cells: ['d', 'e'], line: 5, raw: 'd,e', broken: false },
  ]);
});

test.each([
  ['a quote in the middle of a cell', '5" pipe,x', [['5" pipe', 'x']]],
  ['quotes inside quotes that are not doubled', '"the "old" mill",x', [['the "old" mill', 'x']]],
  ['blanks behind a closing quote', '"a" ,b', [['a', 'b']]],
  [
    'nothing behind the last comma',
    'a,\nb,',
    [
      ['a', ''],
      ['b', ''],
    ],
  ],
  ['rows of different lengths', 'a,b,c\nd\ne,f,g,h', [['a', 'b', 'c'], ['d'], ['e', 'f', 'g', 'h']]],
])('%s', (_, text, expected) => {
  expect(scan(text).map(({ cells }) => cells)).toEqual(expected);
});

test('a quote that nobody closes spoils its own line and no other', () => {
  expect(scan('a,b\n"never,closed\nc,d\n"e",f').map(({ cells, broken }) => ({ cells, broken }))).toEqual([
    { cells: ['a', 'b'], broken: false },
    { cells: ['"never', 'closed'], broken: true },
    { cells: ['c', 'd'], broken: false },
    { cells: ['e', 'f'], broken: false },
  ]);
  const endless = `a,b\n"${'x'.repeat(70_000)}\nc,d\n`;
  expect(scan(endless, comma, [40_000, 40_000]).map(({ broken }) => broken)).toEqual([false, true, false]);
});
