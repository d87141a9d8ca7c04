import type { z } from 'zod';
import type { Fault } from './faults.ts';
import { Definition, Step } from './schemas.ts';
import { kindOf } from './steps/index.ts';
import type { CheckContext } from './steps/kind.ts';

export type CheckedSequence = { ok: true; definition: Definition; faults: [] } | { ok: false; definition: null; faults: Fault[] };

/** Everything that is wrong with a definition, at once; a definition without faults can be run to its end. */
export function checkSequence(input: unknown, context: CheckContext): CheckedSequence {
  const faults: Fault[] = [];
  const parsed = Definition.safeParse(input);
  const steps = parsed.success ? parsed.data.steps : readableSteps(input, parsed.error, faults);
  const start = startOf(input);
  // Steps that cannot be read are still there for others to lead to.
  const ids = idsOf(input);
  const byId = new Map(steps.map((step) => [step.id, step]));
  for (const id of new Set(ids.filter((id, index) => ids.indexOf(id) !== index)))
    faults.push({ code: 'duplicate-id', step: id, message: `Two steps are called "${id}".` });
  if (start !== null && !ids.includes(start)) faults.push({ code: 'missing-start', step: null, message: `It starts at "${start}", which is no step.` });
  for (const step of steps) {
    for (const fault of kindOf(step).faults(step, context)) faults.push({ ...fault, step: step.id });
    for (const { field, to } of kindOf(step).exits(step))
      if (!ids.includes(to)) faults.push({ code: 'missing-target', step: step.id, message: `Its "${field}" leads to "${to}", which is no step.` });
  }
  if (!steps.some((step) => step.kind === 'archive') && ids.length === steps.length)
    faults.push({ code: 'no-archive', step: null, message: 'No step archives: the sequence has no end.' });
  // Where steps cannot be read, whether the others are reached cannot be told.
  if (start !== null && byId.size === new Set(ids).size && byId.has(start)) faults.push(...graphFaults(start, byId));
  return faults.length === 0 && parsed.success ? { ok: true, definition: parsed.data, faults: [] } : { ok: false, definition: null, faults };
}

type Graph = Map<string, Step>;
const targets = (graph: Graph, id: string): string[] => {
  const step = graph.get(id);
  return step
    ? kindOf(step)
        .exits(step)
        .map(({ to }) => to)
        .filter((to) => graph.has(to))
    : [];
};

function graphFaults(start: string, graph: Graph): Fault[] {
  const faults: Fault[] = [];
  const reached = reachedFrom(start, graph);
  for (const id of graph.keys()) if (!reached.has(id)) faults.push({ code: 'unreachable', step: id, message: 'No way leads to this step.' });
  const archives = [...graph.values()].filter((step) => step.kind === 'archive').map((step) => step.id);
  if (archives.length > 0)
    for (const id of reached)
      if (!archives.some((end) => reachedFrom(id, graph).has(end)))
        faults.push({ code: 'no-exit', step: id, message: 'From here no way leads to an archive step.' });
  const unwaiting: Graph = new Map([...graph].filter(([, step]) => step.kind !== 'wait' && step.kind !== 'wait-until'));
  for (const id of unwaiting.keys())
    if (targets(unwaiting, id).some((to) => reachedFrom(to, unwaiting).has(id)))
      faults.push({ code: 'loop-without-wait', step: id, message: 'It lies on a loop in which nothing waits.' });
  return faults;
}

function reachedFrom(start: string, graph: Graph): Set<string> {
  const reached = new Set([start]);
  for (const id of reached) for (const to of targets(graph, id)) reached.add(to);
  return reached;
}

const rawSteps = (input: unknown): unknown[] => {
  const steps = (input as { steps?: unknown } | null)?.steps;
  return Array.isArray(steps) ? steps.slice(0, 200) : [];
};
const rawId = (step: unknown): string | null => {
  const id = (step as { id?: unknown } | null)?.id;
  return typeof id === 'string' ? id : null;
};
const idsOf = (input: unknown): string[] =>
  rawSteps(input)
    .map(rawId)
    .filter((id) => id !== null);
const startOf = (input: unknown): string | null => {
  const start = (input as { start?: unknown } | null)?.start;
  return typeof start === 'string' ? start : null;
};

/** The steps that can be read on their own; the others become faults under their own name. */
function readableSteps(input: unknown, error: z.ZodError, faults: Fault[]): Step[] {
  for (const issue of error.issues) {
    const index = issue.path[0] === 'steps' && typeof issue.path[1] === 'number' ? issue.path[1] : null;
    const where = issue.path.slice(index === null ? 0 : 2).join('.');
    faults.push({
      code: 'bad-shape',
      step: index === null ? null : (rawId(rawSteps(input)[index]) ?? `#${index + 1}`),
      message: `${where ? `${where}: ` : ''}${issue.message}`,
    });
  }
  return rawSteps(input).flatMap((step) => {
    const parsed = Step.safeParse(step);
    return parsed.success ? [parsed.data] : [];
  });
}
