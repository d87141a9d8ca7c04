import { and, eq } from 'drizzle-orm';
import { offers } from '../db/schema/index.ts';
import type { JobKind } from './jobs.ts';

/** Offer jobs by the offer's id: finished when its letter is drawn up. */
export const offerJob: JobKind = {
  scope: 'offers:read',
  async read(tx, id) {
    if (!/^[0-9a-f-]{36}$/.test(id)) return null;
    const [row] = await tx
      .select()
      .from(offers)
      .where(and(eq(offers.brokerageId, tx.brokerageId), eq(offers.id, id)));
    if (!row) return null;
    const status = row.status === 'requested' ? 'running' : row.status === 'blocked' ? 'failed' : 'finished';
    const result =
      status === 'finished' ? { offerId: row.id, offerNo: row.offerNo, status: row.status, pdf: row.pdfSha256 ? `/v1/offers/${row.id}/pdf` : null } : null;
    return { status, progress: null, result, problem: row.problem };
  },
};
