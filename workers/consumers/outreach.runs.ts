import type { Tx } from '../../db/client.ts';
import { loadEnrolment } from '../../db/queries/outreach-facts.ts';
import type { FollowUpInput } from '../../workflows/outreach/messages.ts';
import { dealId as dealAttribute, sequenceVersion, stage, tenantId } from '../../workflows/search-attributes.ts';
import type { EventOf } from './types.ts';
import { acts, type RunAction } from './types.ts';

/** Starts follow-up runs and tells them what their rows say already. One consumer, so that a stop never overtakes its start. */
export const followUpRuns = acts({
  name: 'follow-up-run',
  on: ['Enrolment.Opened', 'Enrolment.StopRequested', 'Enrolment.Paused', 'Enrolment.Resumed', 'Enrolment.Released', 'Enrolment.SendAgain'],
  async act(tx, event) {
    const { eventId } = event;
    const { enrolmentId, workflowId } = event.payload;
    const signal = (name: string, more: Record<string, unknown> = {}): RunAction => ({
      kind: 'signal',
      workflowId,
      signal: name,
      input: { eventId, enrolmentId, ...more },
    });
    switch (event.type) {
      case 'Enrolment.Opened':
        return start(tx, event);
      case 'Enrolment.StopRequested':
        return signal('stop', { reason: event.payload.reason });
      case 'Enrolment.Paused':
        return signal('pause');
      case 'Enrolment.Resumed':
        return signal('resume');
      case 'Enrolment.Released':
        return signal('release');
      case 'Enrolment.SendAgain':
        return signal('sendAgain', { step: event.payload.step });
      default:
        return event satisfies never;
    }
  },
});

async function start(tx: Tx, { brokerageId, brokerage, eventId, payload }: EventOf<'Enrolment.Opened'>): Promise<RunAction | null> {
  const { enrolmentId, workflowId, sequence, sequenceVersion: version, enrolmentNo } = payload;
  const loaded = await loadEnrolment(tx, { enrolmentId });
  // Delivered again after its end.
  if (loaded?.enrolment.status !== 'open') return null;
  const { definition, lead, deal } = loaded;
  const input: FollowUpInput = { brokerageId, brokerage, enrolmentId, enrolmentNo, leadNo: lead.leadNo, sequence, sequenceVersion: version, definition };
  const about = {
    workflow: 'followUpSequenceWorkflow',
    workflowId,
    input,
    summary: `Follow-up of lead ${lead.leadNo} by ${sequence} v${version}`,
    details: `Until somebody answers, or the sequence ends.\n\n- Brokerage **${brokerage}**\n- Sequence **${sequence}**, version **${version}**, ${definition.steps.length} steps\n- Lead **${lead.leadNo}**, enrolment **${enrolmentNo}**${deal ? `\n- Deal **${deal.dealNo}**` : ''}\n- API \`/v1/enrolments/${enrolmentId}\``,
    page: deal ? `/deals/${deal.dealNo}/messages` : `/leads/${lead.leadNo}`,
    attributes: [
      { key: tenantId, value: brokerage },
      { key: sequenceVersion, value: `${sequence}@${version}` },
      { key: stage, value: 'following-up' },
      ...(deal ? [{ key: dealAttribute, value: String(deal.dealNo) }] : []),
    ],
    memo: { leadNo: lead.leadNo, enrolmentNo, dealNo: deal?.dealNo ?? null },
  };
  // A first enrolment is one action. A later one may find the run before it still ending: the signal reaches that, too, and it goes on with it.
  if (enrolmentNo === 1) return { kind: 'start', ...about };
  return { kind: 'signal-with-start', ...about, signal: 'enrolled', signalInput: { eventId, enrolmentId, input } };
}
