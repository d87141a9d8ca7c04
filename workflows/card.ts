import { setCurrentDetails, workflowInfo } from '@temporalio/workflow';

/**
 * The live card of the Temporal Web UI, in paragraphs of Markdown; empty ones are left out. Its way back to the application comes from the
 * memo: a run that continues as new keeps that, and loses the details it was started with.
 */
export function showCard(...paragraphs: string[]): void {
  const page = workflowInfo().memo?.page;
  setCurrentDetails([...paragraphs, typeof page === 'string' ? `[Open it in Keyturn](${page})` : ''].filter(Boolean).join('\n\n'));
}
