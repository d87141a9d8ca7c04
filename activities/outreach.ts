import { whileAlive } from './alive.ts';
import type { Deps } from './deps.ts';
import type { OfEnrolment, StepArgs } from './outreach/context.ts';
import { sendStep } from './outreach/send.ts';
import { closeEnrolment, holdEnrolment, skipStep, takeStep } from './outreach/steps.ts';

/** Facts and messages of enrolments. Each may be killed at any point and run again: what it did stands in the touches and the send ledger. */
export function createOutreachActivities(deps: Deps) {
  return {
    /** Sends an e-mail or text (queue of the sends). */
    sendStep: (args: StepArgs) => whileAlive(() => sendStep(deps, args)),
    /** Takes a step that needs no provider. */
    takeStep: (args: StepArgs) => takeStep(deps, args),
    skipStep: (args: StepArgs & { by: string }) => skipStep(deps, args),
    closeEnrolment: (args: OfEnrolment & { status: 'archived' | 'stopped'; reason: string | null }) => closeEnrolment(deps, args),
    holdEnrolment: (args: OfEnrolment & { step: string; why: string }) => holdEnrolment(deps, args),
  };
}
export type OutreachActivities = ReturnType<typeof createOutreachActivities>;
