import { Liquid } from 'liquidjs';

/** Letters are written by people of a brokerage: nothing undefined passes, no files, no prototypes, bounded work. */
const engine = new Liquid({
  strictVariables: true,
  strictFilters: true,
  ownPropertyOnly: true,
  lenientIf: true,
  templates: {},
  parseLimit: 100_000,
  renderLimit: 500,
  memoryLimit: 1_000_000,
});

export type Variables = { [name: string]: string | Variables | Variables[] };

/** The text, or every variable it misses by its full name, or why it cannot be rendered. */
export function renderText(source: string, variables: Variables): { text: string } | { missing: string[] } | { fault: string } {
  const missing: string[] = [];
  // The engine stops at the first missing variable: each is named, filled in and tried again.
  const scope = structuredClone(variables);
  for (;;) {
    try {
      const text: string = engine.parseAndRenderSync(source, scope);
      return missing.length > 0 ? { missing: longest(missing) } : { text: text.trim() };
    } catch (error) {
      const name = missingName(error);
      if (name === null || missing.includes(name) || missing.length >= 50)
        return missing.length > 0 ? { missing: longest(missing) } : { fault: faultOf(error) };
      missing.push(name);
      fill(scope, name.split('.'));
    }
  }
}

/** What is wrong with a text before any letter is written with it, and the variables it may ask for. */
export function inspectText(source: string): { fault: string } | { variables: string[] } {
  try {
    return { variables: engine.globalFullVariablesSync(engine.parse(source)) };
  } catch (error) {
    return { fault: faultOf(error) };
  }
}

function missingName(error: unknown): string | null {
  const found = error instanceof Error && error.name === 'UndefinedVariableError' ? /undefined variable: ([\w.-]+)/.exec(error.message) : null;
  return found?.[1] ?? null;
}

/** `property` was only on the way to `property.county`. */
const longest = (names: string[]) => names.filter((name) => !names.some((other) => other.startsWith(`${name}.`)));

const faultOf = (error: unknown): string => (error instanceof Error ? error.message.split('\n')[0]! : String(error));

function fill(scope: Variables, [name, ...rest]: string[]): void {
  if (name === undefined) return;
  if (rest.length === 0) {
    scope[name] = '?';
    return;
  }
  const inner = scope[name];
  const next: Variables = typeof inner === 'object' && !Array.isArray(inner) ? inner : {};
  scope[name] = next;
  fill(next, rest);
}
