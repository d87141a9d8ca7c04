import type { SampleIds } from '../../test/sample-ids.ts';

export const samples: Record<string, (ids: SampleIds) => unknown> = {
  requestDelivery: ({ contactId }) => ({ kind: 'crm-contact', key: 'sample', contactId, about: {} }),
  findDelivery: ({ deliveryId }) => ({ deliveryId }),
  listDeliveries: () => ({ limit: 50 }),
  endDelivery: ({ deliveryId }) => ({ deliveryId, status: 'done', reason: null }),
  showDeliveryWait: ({ deliveryId }) => ({ deliveryId, waitingFor: 'test', at: null }),
  retryDelivery: ({ deliveryId }) => ({ deliveryId, by: 'test' }),
  releaseHeldDeliveries: () => ({}),
  settleDelivery: ({ workflowId }) => ({ key: workflowId, sent: true }),
  crmTarget: () => ({}),
  crmContact: ({ contactId }) => ({ contactId }),
  agentOf: ({ dealId }) => ({ dealId }),
  reachPerson: ({ personId }) => ({ personId }),
};
