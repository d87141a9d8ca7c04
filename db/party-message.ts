import type { PartyMessage } from './queries/party-messages.view.ts';

/** What every event about a message to a party names. */
export const messagePayload = ({ dealId, dealNo, id, messageNo, workflowId, template }: PartyMessage) => ({
  dealId,
  dealNo,
  messageId: id,
  messageNo,
  workflowId,
  template,
});
