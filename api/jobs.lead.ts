import { findLeadJobByNo } from '../db/queries/lead-jobs.ts';
import type { JobKind } from './jobs.ts';

/** Jobs over many leads, by their number. */
const leadJob = (kind: 'enrichment' | 'rules-test' | 'rescoring'): JobKind => ({
  scope: 'sourcing:read',
  async read(tx, id) {
    const row = /^\d{1,9}$/.test(id) ? await findLeadJobByNo(tx, { jobNo: Number(id), kind }) : undefined;
    if (!row) return null;
    return {
      status: row.status as 'queued' | 'running' | 'finished' | 'failed',
      progress: { done: row.done, total: row.total, unit: 'leads' },
      result: row.status === 'finished' ? { jobNo: row.jobNo, ...(row.result as object) } : null,
      problem: row.problem,
    };
  },
});

export const leadJobKinds: Record<string, JobKind> = {
  enrichment: leadJob('enrichment'),
  'rules-test': leadJob('rules-test'),
  rescoring: leadJob('rescoring'),
};
