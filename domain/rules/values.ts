/** Plain JSON data only. */
export type Facts = Readonly<Record<string, unknown>>;

/** JSONLogic: a literal, a list, or an object whose one key is the operator. */
export type Rule = unknown;

/**
 * The third outcome, as a value. It says what it waits for, so that a person can supply it.
 */
export class Unknown {
  readonly missing: readonly string[];
  readonly problem: string | null;

  constructor(missing: readonly string[], problem: string | null = null) {
    this.missing = missing;
    this.problem = problem;
  }

  static of(parts: readonly Unknown[]): Unknown {
    if (parts.length === 1) return parts[0]!;
    return new Unknown([...new Set(parts.flatMap((part) => part.missing))], parts.find((part) => part.problem)?.problem ?? null);
  }
}

/** Nothing there: absent, null, empty text (which would compare as 0, too) or no number at all. */
export function isMissing(value: unknown): boolean {
  return value === undefined || value === null || value === '' || Number.isNaN(value);
}

/** Reads own properties only, so that no path reaches `constructor` or `__proto__`. */
export function readPath(data: unknown, path: string): unknown {
  let value = data;
  for (const step of path.split('.')) {
    if (value === null || value === undefined || !Object.hasOwn(Object(value), step)) return undefined;
    value = (value as Record<string, unknown>)[step];
  }
  return value;
}

/** json-logic's truth: an empty list is false. */
export function isTrue(value: unknown): boolean {
  return Array.isArray(value) ? value.length > 0 : Boolean(value);
}

/** The operator of a JSONLogic object, or null for a literal. */
export function operatorOf(rule: Rule): string | null {
  if (typeof rule !== 'object' || rule === null || Array.isArray(rule)) return null;
  const keys = Object.keys(rule);
  return keys.length === 1 ? keys[0]! : null;
}

/** `{ "var": "x" }` is short for `{ "var": ["x"] }`, for every operator. */
export function operandsOf(rule: Rule, operator: string): readonly Rule[] {
  const operands = (rule as Record<string, unknown>)[operator];
  return Array.isArray(operands) ? operands : [operands];
}
