import { checkRule } from '../../rules/check.ts';
import { evaluateRule, type Facts } from '../../rules/evaluate.ts';
import type { BranchStep } from '../schemas.ts';
import { sellerFactNames } from '../seller-facts.ts';
import type { KindOf } from './kind.ts';

export const branch: KindOf<BranchStep> = {
  exits: (step) => [{ field: 'then', to: step.then }, { field: 'else', to: step.else }, ...(step.unknown ? [{ field: 'unknown', to: step.unknown }] : [])],
  faults: (step) =>
    checkRule(step.if, sellerFactNames).map((fault) => ({ code: 'bad-rule', message: `${fault.path ? `At ${fault.path}: ` : ''}${fault.message}` })),
};

/** Which way a branch goes, and why in words. */
export function takeBranch(step: BranchStep, facts: Facts): { to: string; because: string } {
  const { verdict, missing, problem, decidedBy } = evaluateRule(step.if, facts);
  if (verdict === 'not-evaluable') return { to: step.unknown ?? step.else, because: problem ?? `not known: ${missing.join(', ')}` };
  return { to: verdict === 'pass' ? step.then : step.else, because: `${JSON.stringify(decidedBy.rule)} is ${verdict === 'pass'}` };
}
