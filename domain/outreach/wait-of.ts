import type { Plan } from './course.ts';
import type { Definition } from './schemas.ts';
import { stepWords } from './words.ts';

/** When a run acts next by itself and what it waits for, as people and the clock read it in its row. */
export function waitOf(
  row: { paused: boolean; heldBy: string | null; plan: unknown },
  definition: Definition,
  now: Date,
): { runDueAt: Date | null; waitingFor: string } {
  const plan = row.plan as Plan;
  const step = definition.steps.find((one) => one.id === plan.step)!;
  const next = `${stepWords(step)}${plan.words ? ` on ${plan.words}` : ''}`;
  if (row.paused) return { runDueAt: null, waitingFor: `paused; next is ${next}` };
  if (row.heldBy) return { runDueAt: null, waitingFor: `held (${row.heldBy}); next is ${next}` };
  return { runDueAt: plan.dueAt ? new Date(plan.dueAt) : now, waitingFor: next };
}
