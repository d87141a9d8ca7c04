import { findWebhook } from '../../db/queries/inbound.ts';
import { takeInEmail, takeInText } from '../../db/queries/replies.ts';
import { takeInBounce, takeInTextStatus } from '../../db/queries/reports.ts';
import { DomainError } from '../../domain/errors.ts';
import { webhookPayload } from '../../domain/outreach/webhooks.schemas.ts';
import { writes } from './types.ts';

/** Takes in what providers say: replies and what became of messages. */
export const intake = writes({
  name: 'provider-intake',
  on: ['Webhook.Received'],
  async write(change, { eventId, payload: { webhookId } }) {
    const row = await findWebhook(change.tx, { webhookId });
    if (!row) throw new DomainError('no-such-webhook', 'The webhook is not stored any more', { nextStep: 'Discard it: it was pruned' });
    const parsed = webhookPayload.safeParse(row.payload);
    if (!parsed.success) throw new DomainError('bad-webhook', 'The stored webhook has an unknown shape', { nextStep: 'Upgrade, then retry it' });
    const source = { webhookId, eventId };
    const { data } = parsed;
    switch (data.kind) {
      case 'envelope-report':
        // Another consumer's: a fault in one kind does not park the other.
        return;
      case 'inbound-text':
        return takeInText(change, { ...source, text: data });
      case 'inbound-email':
        return takeInEmail(change, { ...source, email: data });
      case 'text-status':
        return takeInTextStatus(change, { report: data });
      case 'email-bounce':
        return takeInBounce(change, { ...source, bounce: data });
      default:
        return data satisfies never;
    }
  },
});
