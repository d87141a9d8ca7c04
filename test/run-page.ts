import type { WorkflowHandle } from '@temporalio/client';

/** Where the details of a run lead in the application, as whoever looks at it in the Temporal Web UI reads them. */
export async function runPage(handle: WorkflowHandle): Promise<string | undefined> {
  const details = await (await handle.describe()).staticDetails();
  return details?.match(/^\[Open it in Keyturn\]\((.+)\)$/m)?.[1];
}
