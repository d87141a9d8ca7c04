import { applyOperator, operators } from './operators.ts';
import { isMissing, isTrue, operandsOf, operatorOf, type Rule, readPath, Unknown } from './values.ts';

/**
 * The value of a rule on data, or `Unknown`. Kleene's three values:
 * - a fact that is not there makes what needs it unknown, unless `var` names a default or the clause asks for null itself;
 * - `and` is false as soon as one branch is, `or` true as soon as one branch is, whatever the others miss;
 * - `if` waits for its condition and needs only the branch it takes; `missing` and `missing_some` are always known;
 * - `some`, `all` and `none` are `or` and `and` over the elements.
 */
export function interpret(rule: Rule, data: unknown): unknown {
  if (Array.isArray(rule)) return collect(rule.map((item) => interpret(item, data)));
  const operator = operatorOf(rule);
  if (operator === null) return rule;
  const operands = operandsOf(rule, operator);
  switch (operator) {
    case 'var':
      return readFact(operands, data);
    case 'missing':
      return missingOf(operands, data);
    case 'missing_some':
      return missingSome(operands, data);
    case 'and':
      return firstThat((value) => !isTrue(value), operands, data);
    case 'or':
      return firstThat(isTrue, operands, data);
    case 'if':
    case '?:':
      return branch(operands, data);
    default:
      return operators.get(operator)?.kind === 'list' ? overList(operator, operands, data) : strict(operator, operands, data);
  }
}

function collect(values: unknown[]): unknown {
  const unknown = values.filter((value) => value instanceof Unknown);
  return unknown.length > 0 ? Unknown.of(unknown) : values;
}

function readFact(operands: readonly Rule[], data: unknown): unknown {
  const [name, fallback] = operands;
  if (name === '' || name === null || name === undefined) return isMissing(data) ? new Unknown([], 'an element of a list is missing') : data;
  if (typeof name === 'object') return new Unknown([], 'a fact is named by a rule');
  const path = String(name);
  const value = readPath(data, path);
  if (!isMissing(value)) return value;
  const standIn = fallback === undefined ? undefined : interpret(fallback, data);
  return isMissing(standIn) ? new Unknown([path]) : standIn;
}

function missingOf(operands: readonly Rule[], data: unknown): unknown {
  const names = interpret(operands, data);
  if (!Array.isArray(names)) return names;
  const keys: unknown[] = Array.isArray(names[0]) ? names[0] : names;
  return keys.filter((key) => isMissing(readPath(data, String(key))));
}

function missingSome(operands: readonly Rule[], data: unknown): unknown {
  const [need, options] = operands;
  const missing = missingOf([options], data);
  if (!Array.isArray(missing) || !Array.isArray(options)) return missing;
  return options.length - missing.length >= Number(need) ? [] : missing;
}

/** `and` and `or`: the first value that decides; else unknown if any is; else the last one. */
function firstThat(decides: (value: unknown) => boolean, operands: readonly Rule[], data: unknown): unknown {
  const unknown: Unknown[] = [];
  let last: unknown;
  for (const operand of operands) {
    last = interpret(operand, data);
    if (last instanceof Unknown) unknown.push(last);
    else if (decides(last)) return last;
  }
  return unknown.length > 0 ? Unknown.of(unknown) : last;
}

function branch(operands: readonly Rule[], data: unknown): unknown {
  for (let index = 0; index + 1 < operands.length; index += 2) {
    const condition = interpret(operands[index], data);
    if (condition instanceof Unknown) return condition;
    if (isTrue(condition)) return interpret(operands[index + 1], data);
  }
  return operands.length % 2 === 1 ? interpret(operands.at(-1), data) : null;
}

function strict(operator: string, operands: readonly Rule[], data: unknown): unknown {
  const values = collect(operands.map((operand) => interpret(operand, data)));
  if (Array.isArray(values)) return applyOperator(operator, values);
  const asksForNull = isNullTest(operator, operands) && values instanceof Unknown && values.problem === null;
  return asksForNull ? applyOperator(operator, [null, null]) : values;
}

/** `x == null` asks whether the fact is there, so it has an answer when it is not. */
function isNullTest(operator: string, operands: readonly Rule[]): boolean {
  return operators.get(operator)?.kind === 'equality' && operands.includes(null) && operands.some((operand) => operatorOf(operand) === 'var');
}

function overList(operator: string, [source, body, start]: readonly Rule[], data: unknown): unknown {
  const list = interpret(source, data);
  if (list instanceof Unknown) return list;
  const items: unknown[] = Array.isArray(list) ? list : [];
  switch (operator) {
    case 'all':
      return items.length === 0 ? false : truth(firstThatOf((value) => !isTrue(value), items, body));
    case 'some':
      return items.length === 0 ? false : truth(firstThatOf(isTrue, items, body));
    case 'none': {
      const some = items.length === 0 ? false : firstThatOf(isTrue, items, body);
      return some instanceof Unknown ? some : !isTrue(some);
    }
    case 'reduce': {
      let accumulator = interpret(start, data);
      for (const current of items) {
        if (accumulator instanceof Unknown) return accumulator;
        accumulator = interpret(body, { current, accumulator });
      }
      return accumulator;
    }
    default: {
      const values = collect(items.map((item) => interpret(body, item)));
      return operator === 'map' || !Array.isArray(values) ? values : items.filter((_, index) => isTrue(values[index]));
    }
  }
}

const truth = (value: unknown) => (value instanceof Unknown ? value : isTrue(value));

function firstThatOf(decides: (value: unknown) => boolean, items: readonly unknown[], body: Rule): unknown {
  const values = items.map((item) => interpret(body, item));
  const found = values.find((value) => !(value instanceof Unknown) && decides(value));
  if (found !== undefined) return found;
  const unknown = values.filter((value) => value instanceof Unknown);
  return unknown.length > 0 ? Unknown.of(unknown) : values.at(-1);
}
