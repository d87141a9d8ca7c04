import { stripVTControlCharacters, styleText } from 'node:util';

export type Align = 'left' | 'right';
export type Column<T> = { title: string; value: (row: T) => string; align?: Align; max?: number };
type Style = 'bold' | 'dim' | 'red' | 'green' | 'yellow' | 'cyan';

/** Where a command writes to. With `--json` everything for people goes to stderr and the last line of stdout is the result. */
export type Output = {
  json: boolean;
  line(text?: string): void;
  table<T>(rows: T[], columns: Column<T>[]): void;
  /** Shows a passing state on a terminal; says nothing elsewhere until `done`. */
  progress(text: string): void;
  style(style: Style, text: string): string;
  result(value: unknown): void;
};

type Stream = { write(text: string): unknown; isTTY?: boolean; columns?: number };

export function createOutput({
  json,
  stdout = process.stdout,
  stderr = process.stderr,
  env = process.env,
}: {
  json: boolean;
  stdout?: Stream;
  stderr?: Stream;
  env?: NodeJS.ProcessEnv;
}): Output {
  const people: Stream = json ? stderr : stdout;
  const colours = Boolean(people.isTTY) && !env.NO_COLOR && env.TERM !== 'dumb';
  let passing = false;
  const clear = (): void => {
    if (passing) people.write('\r\u001b[K');
    passing = false;
  };
  const line = (text = ''): void => {
    clear();
    people.write(`${text}\n`);
  };
  const style = (name: Style, text: string): string => (colours ? styleText(name, text, { validateStream: false }) : text);
  return {
    json,
    line,
    style,
    table: (rows, columns) => {
      for (const text of tableLines(rows, columns, { width: people.isTTY ? people.columns : undefined, title: (text) => style('dim', text) })) line(text);
    },
    progress(text) {
      if (!people.isTTY) return;
      people.write(`\r\u001b[K${text.slice(0, (people.columns ?? 80) - 1)}`);
      passing = true;
    },
    result(value) {
      clear();
      if (json) stdout.write(`${JSON.stringify(value)}\n`);
    },
  };
}

/** Columns as wide as their content; the widest gives way when the terminal is narrower. */
export function tableLines<T>(
  rows: T[],
  columns: Column<T>[],
  { width, title = (text) => text }: { width?: number | undefined; title?: (text: string) => string } = {},
): string[] {
  const cells = rows.map((row) => columns.map(({ value, max }) => shorten(value(row), max ?? 200)));
  const widths = columns.map(({ title: name }, at) => Math.max(name.length, ...cells.map((row) => visible(row[at]!))));
  const room = (width ?? Number.POSITIVE_INFINITY) - 2 * (columns.length - 1);
  for (let over = widths.reduce((sum, w) => sum + w, 0) - room; over > 0; ) {
    const widest = widths.indexOf(Math.max(...widths));
    const cut = Math.min(over, Math.max(0, widths[widest]! - 12));
    if (cut === 0) break;
    widths[widest]! -= cut;
    over -= cut;
  }
  const render = (row: string[]): string =>
    row
      .map((text, at) => pad(shorten(text, widths[at]!), widths[at]!, columns[at]!.align ?? 'left'))
      .join('  ')
      .trimEnd();
  return [title(render(columns.map(({ title: name }) => name))), ...cells.map(render)];
}

const visible = (text: string): number => [...stripVTControlCharacters(text)].length;
const shorten = (text: string, max: number): string =>
  visible(text) <= max ? text : `${[...stripVTControlCharacters(text)].slice(0, Math.max(1, max - 1)).join('')}…`;
const pad = (text: string, width: number, align: Align): string => {
  const space = ' '.repeat(Math.max(0, width - visible(text)));
  return align === 'right' ? space + text : text + space;
};
