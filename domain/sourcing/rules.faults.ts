import { DomainError } from '../errors.ts';
import type { RuleSet } from './qualification.ts';
import * as schemas from './rules.schemas.ts';

export type RuleFaultAt = { path: string; message: string };

const withVersion = (definition: unknown, version: string): unknown =>
  typeof definition === 'object' && definition !== null && !Array.isArray(definition) ? { ...definition, version } : definition;

/** All faults of a rule set at once; its version is ours to give. */
export function ruleSetFaults(definition: unknown): RuleFaultAt[] {
  const parsed = schemas.RuleSet.safeParse(withVersion(definition, 'new'));
  return parsed.success ? [] : parsed.error.issues.map(({ path, message }) => ({ path: path.join('.'), message }));
}

/** The rule set under its number, or a refusal that lists all its faults. */
export function parseRuleSet(definition: unknown, version: number): RuleSet {
  const faults = ruleSetFaults(definition);
  if (faults.length === 0) return schemas.RuleSet.parse(withVersion(definition, String(version)));
  const listed = faults.map(({ path, message }) => (path ? `${path}: ${message}` : message)).join('; ');
  throw new DomainError('rule-set-faulty', `The rule set has ${faults.length === 1 ? 'a fault' : `${faults.length} faults`}: ${listed}`, {
    nextStep: 'Mend the faults listed in details.',
    details: { faults },
  });
}
