import type { Body } from '../api/client.ts';

export type Role = NonNullable<NonNullable<Body<'/v1/tasks/{id}/hand-over', 'post'>>['role']>;
/** As the API knows them. */
export const roles = ['broker', 'coordinator', 'marketer', 'agent', 'engineer', 'auditor'] as const satisfies readonly Role[];
