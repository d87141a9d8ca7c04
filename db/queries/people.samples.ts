import { randomUUID } from 'node:crypto';
import type { SampleIds } from '../../test/sample-ids.ts';

export const samples: Record<string, (ids: SampleIds) => unknown> = {
  listPeople: () => ({ limit: 50 }),
  readPerson: ({ personId }) => ({ personId }),
  isOwnAddress: () => ({ address: 'broker@example.com' }),
  namesOf: ({ personId }) => ({ ids: [personId] }),
  addPerson: () => ({ personId: randomUUID(), name: 'New', email: `${randomUUID()}@example.com`, role: 'agent' }),
  changePerson: ({ personId }) => ({ personId, name: 'Changed' }),
  requireActive: ({ personId }) => ({ personId }),
  listKeys: () => ({ limit: 50 }),
  addKey: ({ personId }) => ({ keyId: randomUUID(), personId, name: 'test', hash: randomUUID(), scopes: ['*'], expiresAt: null }),
  readKey: ({ keyId }) => ({ keyId }),
  revokeKey: ({ keyId }) => ({ keyId }),
};
