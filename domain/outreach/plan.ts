import type { Definition, Step } from './schemas.ts';
import { kindOf } from './steps/index.ts';

/** What comes next and when: `dueAt` null means at once. */
export type Next = { step: string; dueAt: Date | null };

export function findStep(definition: Definition, id: string): Step {
  const step = definition.steps.find((one) => one.id === id);
  if (!step) throw new Error(`the sequence has no step "${id}"`);
  return step;
}

/** The first step after `from` that does something, with all waits on the way added up: a touch costs one timer, whatever its waits. */
export function planNext(definition: Definition, to: string, from: Date, zone: string): Next {
  let due = from;
  let step = findStep(definition, to);
  // A loop of nothing but waits is refused on save only when nothing leaves it, so the count of steps bounds the walk.
  for (let hops = 0; hops <= definition.steps.length; hops++) {
    const endsAt = kindOf(step).endsAt;
    if (!endsAt || !('next' in step)) return { step: step.id, dueAt: due > from ? due : null };
    due = endsAt(step, due, zone);
    step = findStep(definition, step.next);
  }
  throw new Error('the sequence only waits');
}
