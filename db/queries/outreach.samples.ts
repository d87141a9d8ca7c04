import type { SampleIds } from '../../test/sample-ids.ts';

export const samples: Record<string, (ids: SampleIds) => unknown> = {
  findEnrolment: ({ enrolmentId }) => ({ enrolmentId }),
  listEnrolments: () => ({ limit: 50 }),
  listTouches: ({ enrolmentId }) => ({ enrolmentId }),
  enrolLead: ({ leadId, sequenceSlug }) => ({ leadId, sequence: sequenceSlug }),
  requestStop: ({ enrolmentId, marker }) => ({ enrolmentId, reason: 'test', sourceEventId: marker }),
  requestStops: ({ leadId, dealId, marker }) => ({ leadIds: [leadId], dealId, reason: 'test', sourceEventId: marker }),
  pauseEnrolment: ({ enrolmentId }) => ({ enrolmentId, by: 'test' }),
  resumeEnrolment: ({ enrolmentId }) => ({ enrolmentId, by: 'test' }),
  releaseHeld: () => ({ heldBy: 'sending-stopped', reason: 'test' }),
  releaseHeldOf: ({ contactId }) => ({ contactId, heldBy: 'missing-variable', reason: 'test' }),
  closeEnrolment: ({ enrolmentId }) => ({ enrolmentId, status: 'stopped', reason: 'test' }),
  countTouches: ({ enrolmentId }) => ({ enrolmentId }),
};
