import type { Problem } from '../api/problem.ts';

/** What was refused about a field, to stand beside it: a fault with its path, or one of the refusals that concern it alone. */
export function faultOf(problem: Problem | null | undefined, path: string, codes: readonly string[] = []): string | undefined {
  if (!problem) return undefined;
  if (codes.includes(problem.code)) return `${problem.message} ${problem.nextStep}`;
  const found = problem.errors.find((fault) => fault.path === path || fault.path?.startsWith(`${path}.`));
  return found && (found.message ?? problem.message);
}

/** Whether a refusal says more than what stands beside the fields. */
export const isBesideFields = (problem: Problem, paths: readonly string[], codes: readonly string[] = []): boolean =>
  codes.includes(problem.code) ||
  (problem.errors.length > 0 && problem.errors.every(({ path }) => paths.some((each) => path === each || path?.startsWith(`${each}.`))));
