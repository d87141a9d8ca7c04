import type { z } from 'zod';
import { DomainError } from '../../errors.ts';
import { type FormulaName, formulas, type Outputs } from './registry.ts';

export interface Calculation {
  /** Stored with every offer: trade names stand for several formulas. */
  formula: FormulaName;
  inputs: Record<string, unknown>;
  outputs: Outputs;
}

/** The one way to a formula, for API, CLI and case runner alike. A null input is one that is not given. */
export function calculate(formula: string, inputs: unknown): Calculation {
  const entry = Object.hasOwn(formulas, formula) ? formulas[formula as FormulaName] : undefined;
  if (entry === undefined) {
    const known = Object.keys(formulas);
    throw new DomainError('unknown-formula', `There is no formula "${formula}".`, {
      nextStep: `Use one of: ${known.join(', ')}.`,
      details: { formulas: known },
    });
  }
  const parsed = entry.schema.safeParse(standardNames(inputs, entry.aliases));
  if (!parsed.success) throw badInputs(formula, parsed.error);
  return { formula: formula as FormulaName, inputs: parsed.data, outputs: entry.compute(parsed.data) };
}

/** Other common names of an input count as the input itself, unless it is given under its own. */
function standardNames(inputs: unknown, aliases: Readonly<Record<string, readonly string[]>> = {}): unknown {
  if (typeof inputs !== 'object' || inputs === null || Array.isArray(inputs)) return inputs;
  const given = Object.fromEntries(Object.entries(inputs).filter(([, value]) => value !== null && value !== undefined));
  for (const [name, others] of Object.entries(aliases)) {
    const other = others.find((alias) => Object.hasOwn(given, alias));
    if (other === undefined || Object.hasOwn(given, name)) continue;
    given[name] = given[other];
    delete given[other];
  }
  return given;
}

function badInputs(formula: string, error: z.ZodError): DomainError {
  const faults = error.issues.map(({ path, message }) => ({ path: path.join('.'), message }));
  const listed = faults.map(({ path, message }) => (path ? `${path}: ${message}` : message)).join('; ');
  return new DomainError('bad-inputs', `The inputs of "${formula}" are not usable: ${listed}.`, {
    nextStep: 'Mend the inputs listed in details.',
    details: { faults },
  });
}
