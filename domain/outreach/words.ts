import type { Step } from './schemas.ts';

/** What people call a step: "the last text", else by its kind. */
export function stepWords(step: Step): string {
  if (step.label) return step.label;
  switch (step.kind) {
    case 'email':
      return `the e-mail "${step.template}"`;
    case 'text':
      return `the text "${step.template}"`;
    case 'call-task':
      return `the call task "${step.title}"`;
    case 'branch':
      return `the decision "${step.id}"`;
    case 'wait':
    case 'wait-until':
      return `the wait "${step.id}"`;
    case 'archive':
      return 'the end of the sequence';
    default:
      return step satisfies never;
  }
}

/** What happens at a step, to follow "waiting to". */
export function doWords(step: Step): string {
  if (step.kind === 'email' || step.kind === 'text') return `send ${stepWords(step)}`;
  if (step.kind === 'call-task') return `open ${stepWords(step)}`;
  return step.kind === 'archive' ? 'archive the enrolment' : `take ${stepWords(step)}`;
}
