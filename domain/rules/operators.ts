import jsonLogic from 'json-logic-js';
import { Unknown } from './values.ts';

interface Operator {
  kind: 'control' | 'data' | 'equality' | 'order' | 'arithmetic' | 'list' | 'text';
  least: number;
  most: number;
}

const many = Number.POSITIVE_INFINITY;
const each = (kind: Operator['kind'], least: number, most: number, names: string) => names.split(' ').map((name) => [name, { kind, least, most }] as const);

/** The allow-list. Left out on purpose: `log` (writes to the console) and everything other engines added. */
export const operators: ReadonlyMap<string, Operator> = new Map([
  ...each('control', 1, many, 'and or'),
  ...each('control', 3, many, 'if ?:'),
  ...each('control', 1, 1, '! !!'),
  ...each('data', 1, 2, 'var'),
  ...each('data', 1, many, 'missing'),
  ...each('data', 2, 2, 'missing_some'),
  ...each('equality', 2, 2, '== === != !=='),
  ...each('order', 2, 3, '< <='),
  ...each('order', 2, 2, '> >='),
  ...each('arithmetic', 1, many, '+ * min max'),
  ...each('arithmetic', 1, 2, '-'),
  ...each('arithmetic', 2, 2, '/ %'),
  ...each('list', 2, 2, 'map filter all none some'),
  ...each('list', 3, 3, 'reduce'),
  ...each('text', 2, 2, 'in'),
  ...each('text', 1, many, 'cat merge'),
  ...each('text', 2, 3, 'substr'),
]);

/** One operator on values that are all there, as json-logic-js means it; unlike it, what has no number has no verdict. */
export function applyOperator(operator: string, values: readonly unknown[]): unknown {
  const kind = operators.get(operator)?.kind;
  if (kind === undefined) return new Unknown([], `unknown operator "${operator}"`);
  if (kind === 'order' && !isOrdered(values)) return new Unknown([], `"${operator}" cannot order ${listed(values)}`);
  if (kind === 'arithmetic' && !values.every(isScalar)) return new Unknown([], `"${operator}" cannot count with ${listed(values)}`);
  // The values are handed over as data, so that a value that looks like a rule is never run as one.
  const result: unknown = jsonLogic.apply({ [operator]: values.map((_, index) => ({ var: index })) } as never, values);
  if (kind === 'arithmetic' && !Number.isFinite(Number(result))) return new Unknown([], `"${operator}" of ${listed(values)} is no number`);
  return result;
}

const isScalar = (value: unknown) => typeof value === 'number' || typeof value === 'boolean' || (typeof value === 'string' && value.trim() !== '');

/** Texts order as texts; anything else only by number, where JavaScript would answer false for "abc" < 5 and true for null < 5. */
function isOrdered(values: readonly unknown[]): boolean {
  if (!values.every(isScalar)) return false;
  const neighbours = values.slice(1).map((value, index) => [values[index], value]);
  return neighbours.every((pair) => pair.every((value) => typeof value === 'string') || pair.every((value) => !Number.isNaN(Number(value))));
}

const listed = (values: readonly unknown[]) => values.map((value) => JSON.stringify(value) ?? String(value)).join(', ');
