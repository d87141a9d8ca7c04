import type { SampleIds } from '../../test/sample-ids.ts';

const word = ({ inboundId, contactId }: SampleIds) => ({ messageId: inboundId, contactId });

export const samples: Record<string, (ids: SampleIds) => unknown> = {
  actOnClass: (ids) => ({ ...word(ids), channel: 'email', address: ids.email, class: 'reply' }),
  askForAnswer: (ids) => ({ ...word(ids), class: 'reply' }),
};
