import { findLeadJob } from '../../db/queries/lead-jobs.ts';
import { stage, tenantId } from '../../workflows/search-attributes.ts';
import type { LeadJobInput, LeadJobKind } from '../../workflows/sourcing/lead-job.messages.ts';
import { acts, type Consumer } from './types.ts';

const titles: Record<LeadJobKind, string> = {
  enrichment: 'Asks data providers about leads',
  'rules-test': 'Tries a rule set out',
  rescoring: 'Decides leads by new rules',
};

/** Starts the run of a job over many leads. */
const leadJobRuns = acts({
  name: 'lead-job-run',
  on: ['LeadJob.Requested'],
  async act(tx, { brokerageId, brokerage, payload }) {
    const { jobId, jobNo, workflowId, leads } = payload;
    const job = await findLeadJob(tx, { jobId });
    if (!job || (job.status !== 'queued' && job.status !== 'running')) return null;
    const kind = payload.kind as LeadJobKind;
    const input: LeadJobInput = { brokerageId, brokerage, jobId, jobNo, kind };
    return {
      kind: 'start',
      workflow: 'leadJobWorkflow',
      workflowId,
      input,
      summary: `${titles[kind]}: ${leads} leads of ${brokerage}`,
      details: `Goes through the leads page by page; where it stands is in the row.\n\n- Brokerage **${brokerage}**\n- API \`/v1/jobs/${kind}.${jobNo}\``,
      page: '/leads',
      attributes: [
        { key: tenantId, value: brokerage },
        { key: stage, value: 'starting' },
      ],
      memo: { jobNo, kind, leads },
    };
  },
});

export const leadJobConsumers: Consumer[] = [leadJobRuns];
