import { whileAlive } from './alive.ts';
import type { Deps } from './deps.ts';
import type { OfEnrolment, StepArgs } from './outreach/context.ts';
import { type OfMessage, refusePartyMessage, sendPartyMessage } from './outreach/party-message.ts';
import { sendStep } from './outreach/send.ts';
import { closeEnrolment, holdEnrolment, skipStep, takeStep } from './outreach/steps.ts';

/** Facts and messages of enrolments. Each may be killed at any point and run again: what it did stands in the touches and the send ledger. */
export function createOutreachActivities(deps: Deps) {
  return {
    /** Sends an e-mail or text (queue of the sends). */
    sendStep: (args: StepArgs) => whileAlive(() => sendStep(deps, args)),
    /** Sends a released message to a party of a deal (queue of the sends). */
    sendPartyMessage: (args: OfMessage) => whileAlive(() => sendPartyMessage(deps, args)),
    refusePartyMessage: (args: OfMessage & { why: string }) => refusePartyMessage(deps, args),
    /** Takes a step that needs no provider. */
    takeStep: (args: StepArgs) => takeStep(deps, args),
    skipStep: (args: StepArgs & { by: string }) => skipStep(deps, args),
    closeEnrolment: (args: OfEnrolment & { status: 'archived' | 'stopped'; reason: string | null }) => closeEnrolment(deps, args),
    holdEnrolment: (args: OfEnrolment & { step: string; why: string }) => holdEnrolment(deps, args),
  };
}
export type OutreachActivities = ReturnType<typeof createOutreachActivities>;
