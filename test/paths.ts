import * as digest from '../workflows/closing/digest.messages.ts';
import * as closing from '../workflows/closing/messages.ts';
import * as compliance from '../workflows/compliance/messages.ts';
import * as delivery from '../workflows/outreach/delivery.messages.ts';
import * as outreach from '../workflows/outreach/messages.ts';
import * as partyMessage from '../workflows/outreach/party-message.messages.ts';
import * as envelope from '../workflows/signing/messages.ts';

/** Signals and updates that a messages file defines: a new one is promised by itself. */
const messagesOf = (module: object, except: string[] = []): string[] =>
  Object.values(module)
    .filter(
      (value): value is { type: string; name: string } =>
        typeof value === 'object' && value !== null && ['signal', 'update'].includes((value as { type?: string }).type ?? ''),
    )
    .map(({ name }) => name)
    .filter((name) => !except.includes(name));

/** How each workflow can end and what it can be told; each needs a saved history. */
export const promisedPaths: Record<string, { ends: string[]; messages: string[] }> = {
  dealWorkflow: { ends: ['closed', 'fell-through', 'declined', 'expired', 'dead', 'not-open', 'continued'], messages: messagesOf(closing, ['lookAgain']) },
  complianceDeadlineWorkflow: { ends: ['satisfied', 'waived', 'breached', 'continued'], messages: messagesOf(compliance) },
  envelopeWorkflow: { ends: ['completed', 'declined', 'voided', 'expired', 'failed'], messages: messagesOf(envelope) },
  followUpSequenceWorkflow: { ends: ['archived', 'stopped', 'not-open', 'continued'], messages: messagesOf(outreach) },
  ingestionRunWorkflow: { ends: ['finished', 'failed', 'closed'], messages: [] },
  leadJobWorkflow: { ends: ['enrichment-finished', 'rules-test-finished', 'rescoring-finished', 'enrichment-failed'], messages: [] },
  partyMessageWorkflow: { ends: ['sent', 'unknown', 'refused', 'not-open'], messages: messagesOf(partyMessage) },
  listingTermWorkflow: { ends: ['accepted', 'expired', 'ended', 'continued'], messages: messagesOf(compliance) },
  deliveryWorkflow: { ends: ['done', 'skipped', 'refused', 'unknown'], messages: messagesOf(delivery) },
  dailyDigestWorkflow: { ends: ['nobody-reads', 'continued'], messages: messagesOf(digest) },
  dealOpeningWorkflow: { ends: ['completed'], messages: ['lookAgain'] },
};
