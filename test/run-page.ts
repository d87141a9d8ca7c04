import type { WorkflowHandle } from '@temporalio/client';

/** Where the details of a run lead in the application, as whoever looks at it in the Temporal Web UI reads them. */
export async function runPage(handle: WorkflowHandle): Promise<string | undefined> {
  return linkIn(await (await handle.describe()).staticDetails());
}

/** The card that a run shows of itself, and where that leads. */
export async function cardOf(handle: WorkflowHandle): Promise<{ card: string; page: string | undefined }> {
  const { currentDetails = '' } = await handle.query<{ currentDetails?: string }>('__temporal_workflow_metadata');
  return { card: currentDetails, page: linkIn(currentDetails) };
}

const linkIn = (text: string | undefined): string | undefined => text?.match(/^\[Open it in Keyturn\]\((.+)\)$/m)?.[1];
