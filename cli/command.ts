import { type ArgsDef, type CommandDef, defineCommand, type ParsedArgs } from 'citty';
import { type Api, createApi } from './client.ts';
import { usageError } from './errors.ts';
import { createOutput, type Output } from './output.ts';

const common = { json: { type: 'boolean', description: 'The last line of output is the result as JSON' } } as const satisfies ArgsDef;

export type Run<T extends ArgsDef> = {
  args: ParsedArgs<T & typeof common>;
  /** Words beyond the named ones. */
  rest: string[];
  /** Every value of an option that may be given several times. */
  all(option: keyof T & string): string[];
  out: Output;
  api(): Api;
};

/** A command of the CLI: its arguments are checked (a misspelt option is a fault, not silence) and `--json` is understood. */
export function command<const T extends ArgsDef>(options: {
  name: string;
  description: string;
  args: T;
  takesRest?: true;
  run(context: Run<T>): Promise<void>;
}): CommandDef<T & typeof common> {
  const { name, description, run, takesRest } = options;
  const args = { ...options.args, ...common };
  const words = Object.values(options.args).filter(({ type }) => type === 'positional').length;
  return defineCommand({
    meta: { name, description },
    args,
    async run({ args: parsed, rawArgs }) {
      refuseUnknown(args, rawArgs);
      const rest = parsed._.slice(words);
      if (rest.length > 0 && !takesRest) throw usageError(`"${rest[0]}" is one word too many.`);
      let api: Api | undefined;
      const all = (option: string): string[] => valuesOf(rawArgs, option);
      await run({ args: parsed as never, rest, all, out: createOutput({ json: Boolean(parsed.json) }), api: () => (api ??= createApi()) });
    },
  }) as CommandDef<T & typeof common>;
}

/** The parser keeps the last of several. */
function valuesOf(rawArgs: string[], option: string): string[] {
  const end = rawArgs.indexOf('--');
  return rawArgs.slice(0, end < 0 ? undefined : end).flatMap((raw, at) => {
    if (raw === `--${option}`) return rawArgs[at + 1] ?? [];
    return raw.startsWith(`--${option}=`) ? [raw.slice(option.length + 3)] : [];
  });
}

function refuseUnknown(args: ArgsDef, rawArgs: string[]): void {
  const known = new Set(
    Object.entries(args).flatMap(([name, { type, ...rest }]) =>
      type === 'positional' ? [] : [name, ...[('alias' in rest ? rest.alias : undefined) ?? []].flat()],
    ),
  );
  for (const raw of rawArgs) {
    if (raw === '--') return;
    const [, option] = /^--?([A-Za-z][\w-]*)/.exec(raw) ?? [];
    if (!option || known.has(option) || known.has(option.replace(/^no-/, ''))) continue;
    throw usageError(`There is no option ${raw.split('=', 1)[0]}.`);
  }
}

/** A whole number given as text. */
export function wholeNumber(text: string | undefined, name: string, { min = 1, max = 2_147_483_647 } = {}): number {
  const value = Number(text);
  if (!text || !/^\d+$/.test(text) || value < min || value > max)
    throw usageError(`${name} is to be a whole number from ${min} to ${max}, not "${text ?? ''}".`);
  return value;
}

/** `key=value` words; numbers, true, false and null are understood as such. */
export function pairs(texts: string[]): Record<string, unknown> {
  return Object.fromEntries(
    texts.map((text) => {
      const at = text.indexOf('=');
      if (at < 1) throw usageError(`"${text}" is to be written as name=value.`);
      return [text.slice(0, at), readValue(text.slice(at + 1))];
    }),
  );
}

function readValue(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return text.includes(',') && /^[\d.,-]+$/.test(text) ? text.split(',').map(Number) : text;
  }
}
