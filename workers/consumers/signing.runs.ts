import { type EnvelopeRow, findEnvelope } from '../../db/queries/envelopes.ts';
import { dealId as dealAttribute, stage, tenantId } from '../../workflows/search-attributes.ts';
import type { EnvelopeInput } from '../../workflows/signing/messages.ts';
import { acts, type EventOf, type RunAction } from './types.ts';

/** Starts the run of each envelope and tells it what its row says already. One consumer, so that a report never overtakes the start. */
export const signingRuns = acts({
  name: 'envelope-run',
  on: [
    ...(['Envelope.Requested', 'Envelope.Sent', 'Envelope.Progressed', 'Envelope.Completed'] as const),
    ...(['Envelope.Declined', 'Envelope.Voided', 'Envelope.Expired', 'Envelope.VoidRequested', 'Envelope.SignersChanged'] as const),
  ],
  async act(tx, event) {
    const { eventId } = event;
    const { envelopeId, workflowId } = event.payload;
    const row = await findEnvelope(tx, { envelopeId });
    // Delivered again after its end.
    if (!row || row.endedAt) return null;
    const signal = (name: string, more: Record<string, unknown> = {}): RunAction => ({ kind: 'signal', workflowId, signal: name, input: { eventId, ...more } });
    const standing = { waitingFor: row.waitingFor ?? '', expiresAt: row.expiresAt?.toISOString() ?? null };
    switch (event.type) {
      case 'Envelope.Requested':
        return start(event, row);
      case 'Envelope.Sent':
        // What the run's own call was answered needs no telling.
        return event.payload.found ? signal('progressed', { what: 'found at the signature provider', ...standing }) : null;
      case 'Envelope.Progressed': {
        const { status, signed, of } = event.payload;
        return signal('progressed', { what: `${status}, ${signed} of ${of} signed`, ...standing });
      }
      case 'Envelope.Completed':
        return signal('completed');
      case 'Envelope.Declined':
        return signal('declined');
      case 'Envelope.Voided':
      case 'Envelope.Expired':
        return signal('voided', { expired: event.type === 'Envelope.Expired' });
      case 'Envelope.SignersChanged':
        return signal('signersChanged');
      case 'Envelope.VoidRequested':
        return signal('voidRequested', { why: event.payload.cause === 'person' ? 'a person withdrew it' : 'the deal is closed' });
      default:
        return event satisfies never;
    }
  },
});

function start({ brokerageId, brokerage, payload }: EventOf<'Envelope.Requested'>, { envelopeNo, documentVersion }: EnvelopeRow): RunAction {
  const { dealNo, envelopeId, workflowId, signers } = payload;
  const input: EnvelopeInput = { brokerageId, brokerage, dealNo, envelopeNo, envelopeId };
  return {
    kind: 'start',
    workflow: 'envelopeWorkflow',
    workflowId,
    input,
    summary: `Deal ${dealNo}: ${signers === 1 ? 'one signature' : `${signers} signatures`} on envelope ${envelopeNo}`,
    details: `Sent once, then it waits for the signers, until all have signed or it ends otherwise.\n\n- Brokerage **${brokerage}**\n- Deal **${dealNo}**, envelope **${envelopeNo}**\n- Version **${documentVersion}** of its document, **${signers}** to sign\n- API \`/v1/envelopes/${envelopeId}\``,
    page: `/deals/${dealNo}/signatures`,
    attributes: [
      { key: tenantId, value: brokerage },
      { key: dealAttribute, value: String(dealNo) },
      { key: stage, value: 'sending' },
    ],
    memo: { dealNo, envelopeNo },
  };
}
