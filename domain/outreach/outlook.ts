import type { Plan } from './course.ts';
import { findStep, planNext } from './plan.ts';
import type { Definition } from './schemas.ts';
import { stepWords } from './words.ts';
import { whenAndWhere } from './zones.ts';

export type Ahead = { step: string; kind: string; what: string; at: string | null; words: string | null };

/**
 * What a follow-up does from its plan on, each step with when the recipient's clock will show it, if nothing holds it up. It ends at the first
 * decision: which way that goes is known when it is taken.
 */
export function stepsAhead(
  definition: Definition,
  plan: Plan,
  { now, where, most = 12 }: { now: Date; where: { zone: string; place: string }; most?: number },
): Ahead[] {
  const ahead: Ahead[] = [];
  let step = findStep(definition, plan.step);
  let at = plan.dueAt ? new Date(plan.dueAt) : null;
  while (ahead.length < most) {
    const shown = at && at > now ? at : null;
    ahead.push({ step: step.id, kind: step.kind, what: stepWords(step), at: shown?.toISOString() ?? null, words: shown && whenAndWhere(shown, where) });
    if (!('next' in step)) break;
    const from = at && at > now ? at : now;
    const next = planNext(definition, step.next, from, where.zone);
    step = findStep(definition, next.step);
    at = next.dueAt ?? from;
  }
  return ahead;
}
