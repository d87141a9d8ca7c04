import { attempt } from './evaluate.ts';
import { applyOperator } from './operators.ts';
import { type Facts, isMissing, isTrue, type Rule, Unknown } from './values.ts';

/** What generated code falls back to where its fast path does not apply. Verdicts are 0 fail, 1 pass, 2 not evaluable. */
export const runtime = {
  /** Comparison, equality or membership of two operands of any kind. */
  compare(operator: string, a: unknown, b: unknown): number {
    return isMissing(a) || isMissing(b) ? 2 : verdictOf(applyOperator(operator, [a, b]));
  },

  /** Arithmetic on operands that are not both numbers; NaN stands for unknown. */
  count(operator: string, ...values: unknown[]): number {
    if (values.some(isMissing)) return Number.NaN;
    const result = applyOperator(operator, values);
    return result instanceof Unknown ? Number.NaN : Number(result);
  },

  truth(value: unknown): number {
    return isMissing(value) ? 2 : verdictOf(value);
  },

  slowVerdict(rule: Rule, row: Facts): number {
    return verdictOf(attempt(rule, row));
  },

  slowValue(rule: Rule, row: Facts): unknown {
    const value = attempt(rule, row);
    return value instanceof Unknown ? undefined : value;
  },
};

const verdictOf = (value: unknown) => (value instanceof Unknown ? 2 : isTrue(value) ? 1 : 0);
