import { DomainError } from '../domain/errors.ts';
import { differences } from './cases/differences.ts';
import { type Family, families as productFamilies } from './cases/families.ts';
import { type Case, loadCases } from './cases/load.ts';

export interface CaseOptions {
  /** Only the cases of this family. */
  family?: string;
  /** One line of JSON instead of text. */
  json?: boolean;
  out: (line: string) => void;
  families?: ReadonlyMap<string, Family>;
}

export interface CaseResult {
  passed: number;
  failed: number;
  skipped: number;
  families: Record<string, { passed: number; failed: number; skipped: number }>;
  failures: CaseFailure[];
}

export interface CaseFailure {
  id: string;
  family: string;
  title: string;
  given: unknown;
  expected: unknown;
  /** What the product answered, or how it refused. */
  got: unknown;
  differences: string[];
}

/** Runs worked cases through the product's own functions and reports what differs. Throws a DomainError for files that hold no cases. */
export async function runCases(path: string, { family, json = false, out, families = productFamilies }: CaseOptions): Promise<CaseResult> {
  const all = await loadCases(path);
  const chosen = all.filter((item) => family === undefined || item.family === family);
  if (chosen.length === 0) {
    const known = [...new Set(all.map((item) => item.family))].join(', ') || 'none';
    throw new DomainError('no-cases', family === undefined ? `"${path}" holds no case.` : `"${path}" holds no case of the family "${family}".`, {
      nextStep: `Families found: ${known}.`,
    });
  }
  const result: CaseResult = { passed: 0, failed: 0, skipped: 0, families: {}, failures: [] };
  for (const item of chosen) await record(result, item, families.get(item.family));
  if (json) out(JSON.stringify(result));
  else print(result, out);
  return result;
}

async function record(result: CaseResult, item: Case, family: Family | undefined): Promise<void> {
  result.families[item.family] ??= { passed: 0, failed: 0, skipped: 0 };
  const failure = family && (await failureOf(item, family));
  const kind = family === undefined ? 'skipped' : failure ? 'failed' : 'passed';
  result.families[item.family]![kind] += 1;
  result[kind] += 1;
  if (failure) result.failures.push(failure);
}

async function failureOf({ id, family: name, title, given, expect }: Case, family: Family): Promise<CaseFailure | null> {
  const failed = (got: unknown, found: string[]): CaseFailure => ({ id, family: name, title, given, expected: expect, got, differences: found });
  try {
    const got = await family.run(given);
    const calendar = given.calendar ? (family.calendarFaults?.(given.calendar) ?? []) : [];
    const found = [...calendar.map((fault) => `calendar: ${fault}`), ...(family.differences ?? differences)(expect, got)];
    return found.length === 0 ? null : failed(got, found);
  } catch (error) {
    // A refusal is an answer of the product; the case fails and the run goes on.
    const message = error instanceof Error ? error.message : String(error);
    return failed({ refused: message }, [message]);
  }
}

function print(result: CaseResult, out: CaseOptions['out']): void {
  for (const failure of result.failures) {
    out(`FAILED ${failure.id} (${failure.family}): ${failure.title}`);
    for (const difference of failure.differences) out(`  ${difference}`);
    out(`  given    ${JSON.stringify(failure.given)}`);
    out(`  expected ${JSON.stringify(failure.expected)}`);
    out(`  got      ${JSON.stringify(failure.got)}`);
  }
  for (const [name, { passed, failed, skipped }] of Object.entries(result.families))
    out(skipped > 0 ? `${name}: ${skipped} skipped, not built yet` : `${name}: ${passed} passed, ${failed} failed`);
  out(`${result.passed} passed, ${result.failed} failed, ${result.skipped} skipped`);
}
