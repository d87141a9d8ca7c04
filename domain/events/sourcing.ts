import { z } from 'zod';
import { change, id } from './core.ts';

export const sourcingEvents = {
  /** Subject: import. Starts the ingestion run. */
  'Import.Requested': { version: 1, payload: z.object({ importId: id, importNo: z.int(), workflowId: z.string() }) },
  /** Subject: import. One per committed batch; lead ids stay in the tables. */
  'Leads.Imported': { version: 1, payload: z.object({ importId: id, batch: z.int(), counts: z.record(z.string(), z.int()) }) },
  'Import.Finished': { version: 1, payload: z.object({ importId: id, importNo: z.int(), report: z.unknown() }) },
  'Import.Failed': { version: 1, payload: z.object({ importId: id, importNo: z.int(), code: z.string(), message: z.string() }) },
  /** Subject: lead. A decision taken one at a time. */
  /** Entered by a person; what lists bring is told per batch. */
  'Lead.Added': { version: 1, payload: z.object({ leadId: id, leadNo: z.int() }) },
  'Lead.Decided': {
    version: 1,
    payload: z.object({
      leadId: id,
      leadNo: z.int(),
      ruleVersion: z.int(),
      outcome: change(z.enum(['qualified', 'rejected', 'review'])),
      scoreTenths: z.int().nullable(),
    }),
  },
  'Lead.Enriched': { version: 1, payload: z.object({ leadId: id, leadNo: z.int(), kinds: z.array(z.string()), provider: z.string(), sandbox: z.boolean() }) },
  /** Subject: brokerage. Many leads at once (publishing a rule set, bulk decisions). */
  'Leads.Decided': { version: 1, payload: z.object({ ruleVersion: z.int(), qualified: z.int(), rejected: z.int(), review: z.int(), changed: z.int() }) },
  /** Subject: brokerage. Starts the run that does it. */
  'LeadJob.Requested': { version: 1, payload: z.object({ jobId: id, jobNo: z.int(), kind: z.string(), workflowId: z.string(), leads: z.int() }) },
  'LeadJob.Finished': { version: 1, payload: z.object({ jobId: id, jobNo: z.int(), kind: z.string(), status: z.enum(['finished', 'failed']) }) },
  /** Subject: lead. Whether a provider answered, and so billed, is not known: a person finds out. */
  'Lookup.OutcomeUnknown': { version: 1, payload: z.object({ lookupId: id, leadId: id, provider: z.string() }) },
  'Lookup.Settled': { version: 1, payload: z.object({ lookupId: id, leadId: id, outcome: z.enum(['ask-again', 'leave']) }) },
  'RuleSet.Published': { version: 1, payload: z.object({ version: change(z.int()) }) },
} as const;
