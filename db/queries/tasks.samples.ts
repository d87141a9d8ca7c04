import { randomUUID } from 'node:crypto';
import type { SampleIds } from '../../test/sample-ids.ts';

export const samples: Record<string, (ids: SampleIds) => unknown> = {
  openTask: ({ dealId }) => ({
    kind: 'call-seller',
    key: randomUUID(),
    subject: { kind: 'deal', id: dealId },
    dealId,
    title: 'Call',
    reason: 'test',
    role: 'coordinator',
    dueAt: new Date(0),
  }),
  closeTasks: ({ marker }) => ({ keyPrefix: marker, outcome: 'test', by: 'test' }),
  reopenTasks: ({ dealId, marker }) => ({ dealId, keyPrefix: marker, outcome: 'test' }),
  listTasks: () => ({ status: 'open', limit: 50 }),
  readTask: ({ taskId }) => ({ taskId }),
  claimTask: ({ taskId, personId }) => ({ taskId, ownerId: personId }),
  snoozeTask: ({ taskId }) => ({ taskId, until: new Date('2100-01-01T00:00:00Z'), reason: 'test' }),
  handOverTask: ({ taskId, personId }) => ({ taskId, personId, reason: 'test' }),
  findOpenTask: ({ marker }) => ({ keyPrefix: marker }),
  rescheduleTask: ({ taskId }) => ({
    task: { id: taskId, kind: 'test', dueAt: new Date('2026-01-06T12:00:00Z'), snoozedUntil: null },
    dueAt: new Date('2026-01-07T12:00:00Z'),
  }),
  restateTask: ({ marker }) => ({ keyPrefix: marker, reason: 'test' }),
  finishTask: ({ taskId, personId }) => ({ taskId, outcome: 'test', by: personId }),
};
