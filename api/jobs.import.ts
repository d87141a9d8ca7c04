import { and, eq } from 'drizzle-orm';
import { imports } from '../db/schema/index.ts';
import type { JobKind } from './jobs.ts';

type Status = 'queued' | 'running' | 'finished' | 'failed';

/** Import jobs by import number. */
export const importJob: JobKind = {
  scope: 'sourcing:read',
  async read(tx, id) {
    if (!/^\d{1,9}$/.test(id)) return null;
    const [row] = await tx
      .select()
      .from(imports)
      .where(and(eq(imports.brokerageId, tx.brokerageId), eq(imports.importNo, Number(id))));
    if (!row) return null;
    return {
      status: row.status as Status,
      progress: { done: row.bytesDone, total: row.bytesTotal, unit: 'bytes' },
      result: row.report,
      problem: row.problem,
    };
  },
};
