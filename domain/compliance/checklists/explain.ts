import { attempt, type Facts, type Rule } from '../../rules/evaluate.ts';
import { isTrue, operandsOf, operatorOf, Unknown } from '../../rules/values.ts';
import { labelOf } from './facts.ts';

/** A clause with the values it met, in words: "year built (1965) is below 1978". */
export function explain(rule: Rule, facts: Facts): string {
  const operator = operatorOf(rule);
  if (operator === null) return rule === true ? 'always' : String(rule);
  const operands = operandsOf(rule, operator);
  const value = attempt(rule, facts);
  if (operator === 'and' || operator === 'or') return joined(operator, operands, facts);
  if (asksWhetherKnown(operator, operands)) return `${nameOf(operands)} is ${isTrue(value) ? 'not known' : 'known'}`;
  if (value instanceof Unknown) return `not known: ${value.missing.map(labelOf).join(', ')}`;
  if (operator === 'var') return `${labelOf(String(operands[0]))}: ${isTrue(value) ? 'yes' : 'no'}`;
  if (operator === '!') return explain(operands[0], facts);
  return compared(operator, operands, isTrue(value), facts);
}

/** Of branches that did not decide alone, those that agree with the whole. */
function joined(operator: 'and' | 'or', operands: readonly Rule[], facts: Facts): string {
  const whole = truthOf({ [operator]: operands }, facts);
  const parts = operands.filter((part) => truthOf(part, facts) === whole).map((part) => explain(part, facts));
  return [...new Set(parts)].join('; ');
}

const truthOf = (rule: Rule, facts: Facts): boolean | null => {
  const value = attempt(rule, facts);
  return value instanceof Unknown ? null : isTrue(value);
};

const asksWhetherKnown = (operator: string, operands: readonly Rule[]) =>
  operator === '==' && operands.includes(null) && operands.some((operand) => operatorOf(operand) === 'var');

const nameOf = (operands: readonly Rule[]): string => {
  const read = operands.find((operand) => operatorOf(operand) === 'var');
  return labelOf(String(operandsOf(read, 'var')[0]));
};

const words: Readonly<Record<string, readonly [yes: string, no: string]>> = {
  '==': ['is', 'is not'],
  '<': ['is below', 'is not below'],
  '<=': ['is at most', 'is above'],
  '>': ['is above', 'is at most'],
  '>=': ['is at least', 'is below'],
  in: ['is one of', 'is none of'],
};

function compared(operator: string, operands: readonly Rule[], holds: boolean, facts: Facts): string {
  const shown = operands.map((operand) => shownOperand(operand, facts));
  if (operator === '<=' && shown.length === 3) return `${shown[1]} ${holds ? 'lies' : 'does not lie'} between ${shown[0]} and ${shown[2]}`;
  const [yes, no] = words[operator] ?? [`"${operator}" holds for`, `"${operator}" does not hold for`];
  return `${shown[0]} ${holds ? yes : no} ${shown.slice(1).join(' and ')}`;
}

function shownOperand(operand: Rule, facts: Facts): string {
  const value = attempt(operand, facts);
  const text = Array.isArray(value) ? value.join(', ') : String(value);
  return operatorOf(operand) === 'var' ? `${labelOf(String(operandsOf(operand, 'var')[0]))} (${text})` : text;
}
