import { findImport } from '../../db/queries/imports.ts';
import { stage, tenantId } from '../../workflows/search-attributes.ts';
import type { IngestionInput } from '../../workflows/sourcing/messages.ts';
import { acts, type Consumer } from './types.ts';

/** Starts the run of an import. */
const importRuns = acts({
  name: 'import-run',
  on: ['Import.Requested'],
  async act(tx, { brokerageId, brokerage, payload }) {
    const { importId, importNo, workflowId } = payload;
    const row = await findImport(tx, { importId });
    if (row?.status !== 'queued' && row?.status !== 'running') return null;
    const input: IngestionInput = { brokerageId, brokerage, importId, importNo };
    return {
      kind: 'start',
      workflow: 'ingestionRunWorkflow',
      workflowId,
      input,
      summary: `Import ${importNo} of ${brokerage}`,
      details: `Reads a list and stores its properties batch by batch; killed anywhere, it goes on behind the last batch.\n\n- Brokerage **${brokerage}**\n- API \`/v1/imports/${importNo}\``,
      page: `/imports/${importNo}`,
      attributes: [
        { key: tenantId, value: brokerage },
        { key: stage, value: 'queued' },
      ],
      memo: { importNo },
    };
  },
});

export const sourcingConsumers: Consumer[] = [importRuns];
