import { proxySinks, type WorkflowInterceptors, workflowInfo } from '@temporalio/workflow';
import { getActivator } from '@temporalio/workflow/lib/global-attributes.js';

/** Runs inside the workflows of a replay: asks each run, whenever it comes to rest, why it stands still. */
export type Asked = { asked: { rests(answer: { workflow: string; explanation: string; over: boolean }): void } };

const { asked } = proxySinks<Asked & Record<string, never>>() as unknown as Asked;

export const interceptors = (): WorkflowInterceptors => ({
  internals: [
    {
      concludeActivation(input, next) {
        const output = next(input);
        const explain = getActivator().queryHandlers.get('explain');
        const over = output.commands.some(
          (command) =>
            command.completeWorkflowExecution || command.failWorkflowExecution || command.continueAsNewWorkflowExecution || command.cancelWorkflowExecution,
        );
        asked.rests({ workflow: workflowInfo().workflowType, explanation: explain ? String(explain.handler()) : '', over });
        return output;
      },
    },
  ],
});
