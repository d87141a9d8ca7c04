import { operators } from './operators.ts';
import { operandsOf, operatorOf, type Rule } from './values.ts';

export interface RuleFault {
  code: 'unknown-operator' | 'wrong-arity' | 'unknown-fact' | 'forbidden-name' | 'computed-name' | 'not-a-rule' | 'null-operand' | 'too-deep' | 'too-long';
  /** Operators and positions from the rule's top down: "and.1.<.0". */
  path: string;
  message: string;
}

/** Far above any rule a person writes, far below what exhausts the stack. */
const deepest = 30;
const longest = 2_000;

/** All faults of a rule at once, none for a rule that `evaluateRule` can run. With a catalogue, facts it does not list are faults too. */
export function checkRule(rule: Rule, catalogue?: Iterable<string>): RuleFault[] {
  const check: Check = { faults: [], known: catalogue === undefined ? null : new Set(catalogue), parts: 0 };
  visit(check, rule, { path: '', depth: 0, inList: false });
  if (check.parts > longest) check.faults.push({ code: 'too-long', path: '', message: `The rule has more than ${longest} parts.` });
  return check.faults;
}

interface Check {
  faults: RuleFault[];
  known: ReadonlySet<string> | null;
  parts: number;
}

interface Place {
  path: string;
  depth: number;
  /** Inside the body of a list operator names belong to the element, so the catalogue does not know them. */
  inList: boolean;
}

function visit(check: Check, rule: Rule, place: Place): void {
  check.parts += 1;
  if (check.parts > longest) return;
  if (place.depth > deepest) report(check, place, 'too-deep', `The rule is nested more than ${deepest} levels deep.`);
  else if (Array.isArray(rule)) for (const [index, item] of rule.entries()) visit(check, item, inside(place, index));
  else if (typeof rule === 'object' && rule !== null) visitOperation(check, rule, place);
  else if (rule === undefined || typeof rule === 'function') report(check, place, 'not-a-rule', 'A rule is JSON: there is no value here.');
}

function visitOperation(check: Check, rule: object, place: Place): void {
  const operator = operatorOf(rule);
  if (operator === null) {
    report(check, place, 'not-a-rule', 'An object in a rule has one key, its operator.');
    return;
  }
  const operands = operandsOf(rule, operator);
  checkOperator(check, operator, operands, place);
  if (operator === 'var' || operator === 'missing' || operator === 'missing_some') checkNames(check, operator, operands, inside(place, operator));
  for (const [index, operand] of operands.entries()) {
    if (operator === 'var' && index === 0) continue;
    const isBody = index === 1 && operators.get(operator)?.kind === 'list';
    visit(check, operand, { ...inside(place, operator, index), inList: place.inList || isBody });
  }
}

function checkOperator(check: Check, operator: string, operands: readonly Rule[], place: Place): void {
  const known = operators.get(operator);
  if (known === undefined) {
    report(check, place, 'unknown-operator', `There is no operator "${operator}".`);
    return;
  }
  const isBranch = operator === 'if' || operator === '?:';
  const count = operands.length;
  if (count < known.least || count > known.most || (isBranch && count % 2 === 0)) {
    const takes = isBranch ? 'an odd number of operands from 3 (condition, then, …, else)' : arity(known.least, known.most);
    report(check, place, 'wrong-arity', `"${operator}" takes ${takes}, not ${count}.`);
  }
  const comparesWithNull = known.kind === 'order' || known.kind === 'arithmetic';
  if (comparesWithNull && operands.includes(null)) report(check, place, 'null-operand', `"${operator}" has no meaning with null.`);
}

function checkNames(check: Check, operator: 'var' | 'missing' | 'missing_some', operands: readonly Rule[], place: Place): void {
  const names = { var: operands.slice(0, 1), missing: operands.flat(), missing_some: [operands[1]].flat() }[operator];
  for (const name of names) {
    if (typeof name === 'object' && name !== null)
      report(check, place, 'computed-name', 'A fact is named by a text: which facts a rule reads must be known before it runs.');
    else checkName(check, name, place);
  }
}

const forbidden = new Set(['__proto__', 'prototype', 'constructor']);

function checkName(check: Check, name: Rule, place: Place): void {
  const path = String(name ?? '');
  if (path.split('.').some((step) => forbidden.has(step))) report(check, place, 'forbidden-name', `"${path}" is no fact.`);
  else if (!place.inList && path === '') report(check, place, 'unknown-fact', 'A fact must be named; the empty name is for the elements of a list.');
  else if (!place.inList && check.known && !check.known.has(path)) report(check, place, 'unknown-fact', `There is no fact "${path}".`);
}

function report(check: Check, place: Place, code: RuleFault['code'], message: string): void {
  check.faults.push({ code, path: place.path, message });
}

function inside(place: Place, ...steps: (string | number)[]): Place {
  return { ...place, depth: place.depth + 1, path: [...(place.path ? [place.path] : []), ...steps].join('.') };
}

function arity(least: number, most: number): string {
  if (least === most) return `${least} operand${least === 1 ? '' : 's'}`;
  return most === Number.POSITIVE_INFINITY ? `${least} or more operands` : `${least} to ${most} operands`;
}
