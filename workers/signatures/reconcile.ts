import { randomUUID } from 'node:crypto';
import { ApplicationFailure } from '@temporalio/common';
import type { EnvelopeSnapshot, ESignature } from '../../activities/providers/ports.ts';
import { awaitingSignatures, readCursor, writeCursor } from '../../db/across/signatures.ts';
import type { Db } from '../../db/client.ts';
import { awaitedEnvelopes, type EnvelopeRow, takeSilent } from '../../db/queries/envelopes.ts';
import { takeInWebhook } from '../../db/queries/webhooks.ts';
import { inTenant } from '../../db/tenant.ts';
import { afterReport, newEnvelope } from '../../domain/closing/envelope.ts';
import { lookedUp } from '../../domain/closing/report.ts';

export type Reconciled = {
  /** False when nobody waits for a signature, or another process is at it. */
  asked: boolean;
  changed: number;
  /** What no webhook had told us. */
  repaired: number;
};
type Reconciling = { db: Db; signatures: ESignature };

/** More are asked about at the next look. */
const silentAtOnce = 20;

/**
 * One look for lost webhooks: what changed at the provider since the last one, and whatever has been silent for a day.
 * What it finds goes the way of a webhook, so the intake judges it like one; what is known already is not kept again.
 */
export async function reconcile({ db, signatures }: Reconciling): Promise<Reconciled> {
  const own = await db.sql.reserve();
  try {
    const [lock] = await own`select pg_try_advisory_lock(hashtext('keyturn-signatures')) as mine`;
    if (!lock!.mine) return { asked: false, changed: 0, repaired: 0 };
    try {
      return await look({ db, signatures });
    } finally {
      await own`select pg_advisory_unlock(hashtext('keyturn-signatures'))`;
    }
  } finally {
    own.release();
  }
}

async function look({ db, signatures }: Reconciling): Promise<Reconciled> {
  const brokerages = await awaitingSignatures(db);
  if (brokerages.length === 0) return { asked: false, changed: 0, repaired: 0 };
  const { envelopes, through } = await signatures.changedSince(await readCursor(db, signatures.name));
  let repaired = 0;
  for (const brokerageId of brokerages) {
    const awaited = await inTenant(db, brokerageId, (tx) => awaitedEnvelopes(tx, {}));
    const silent = await askSilent({ db, signatures }, brokerageId, envelopes);
    for (const report of [...envelopes, ...silent]) {
      const row = awaited.find((one) => isOf(one, report));
      if (row && isNews(row, report) && (await keep(db, brokerageId, signatures.name, report))) repaired++;
    }
  }
  // Only now: a look that was cut short is done again.
  if (through !== null) await writeCursor(db, signatures.name, through);
  return { asked: true, changed: envelopes.length, repaired };
}

/** The list of changes says all there is; this is for what it should have said before its cursor went on. */
async function askSilent({ db, signatures }: Reconciling, brokerageId: string, known: EnvelopeSnapshot[]): Promise<EnvelopeSnapshot[]> {
  const silent = await inTenant(db, brokerageId, (tx) => takeSilent(tx, { limit: silentAtOnce }));
  const found: EnvelopeSnapshot[] = [];
  for (const { providerId, key } of silent) {
    if (known.some((one) => one.envelopeId === providerId || one.key === key)) continue;
    const report = await signatures.state(providerId === null ? { key } : { envelopeId: providerId }).catch(spokenOf);
    if (report) found.push(report);
  }
  return found;
}

/** One that the provider will not speak of is asked about again tomorrow; whatever may pass ends the look, which is done again. */
function spokenOf(error: unknown): null {
  if (error instanceof ApplicationFailure && error.nonRetryable) return null;
  throw error;
}

const isOf = ({ providerId, key }: EnvelopeRow, report: EnvelopeSnapshot): boolean =>
  providerId === null ? report.key === key : report.envelopeId === providerId;

function isNews({ providerId, progress }: EnvelopeRow, report: EnvelopeSnapshot): boolean {
  const known = { ...newEnvelope, ...(progress as object) };
  return providerId === null || standing(afterReport(known, report)) !== standing(known);
}
/** A look dates a status by itself where the provider gives no instant: that is no news. */
const standing = ({ status, signers }: typeof newEnvelope): string => JSON.stringify([status, signers.map((one) => [one.recipientId, one.status])]);

const keep = (db: Db, brokerageId: string, provider: string, report: EnvelopeSnapshot): Promise<object | null> =>
  inTenant(db, brokerageId, (tx) => takeInWebhook(tx, { provider, ...lookedUp(report), correlationId: randomUUID() }));
