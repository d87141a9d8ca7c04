import { ApplicationFailure } from '@temporalio/activity';
import { endEnvelope, wantEnd, writeEnvelope } from '../../db/queries/envelopes.course.ts';
import { takeInReport } from '../../db/queries/envelopes.report.ts';
import { fileSigned } from '../../db/queries/envelopes.signed.ts';
import { signingSettings } from '../../db/queries/envelopes.ts';
import { recordFile } from '../../db/queries/letters.ts';
import { isSigningEnd, type Voiding } from '../../domain/closing/signing.ts';
import type { EnvelopeAnswer } from '../../workflows/signing/messages.ts';
import type { Deps } from '../deps.ts';
import type { VoidOutcome } from '../providers/ports.ts';
import { askPerson, type InEnvelope, inEnvelope, type OfEnvelope, present, standing } from './context.ts';

export type Withdrawal = OfEnvelope & { expired: boolean };

/** Ends an envelope at the provider. If it had ended otherwise before, that end is true. Doing it again changes nothing. */
export async function withdrawEnvelope(deps: Deps, { expired, ...args }: Withdrawal): Promise<EnvelopeAnswer> {
  const begun = await inEnvelope(deps, args, (context) => begin(context, expired));
  if (begun.kind === 'answer') return begun.answer;
  const { key, voiding } = begun;
  let { providerId } = begun;
  if (providerId === null) {
    const report = await deps.signatures.state({ key }).catch(asRefusal);
    if (report && 'kind' in report) return inEnvelope(deps, args, (context) => notEnded(context, report));
    const answer = await inEnvelope(deps, args, async (context) => {
      if (report) await takeInReport(context.change, { envelopeId: args.envelopeId, report });
      else await endIt(context, voiding);
      return standing(context);
    });
    if (answer.kind === 'ended') return answer;
    providerId = report!.envelopeId;
  }
  const outcome = await deps.signatures.void(providerId, voiding.reason).catch(asRefusal);
  return inEnvelope(deps, args, async (context) => {
    if (outcome.kind === 'refused') return notEnded(context, outcome);
    if (outcome.kind === 'closed') await takeInReport(context.change, { envelopeId: args.envelopeId, report: outcome.report });
    else await endIt(context, voiding);
    return standing(context);
  });
}

/** What belongs to an end: the signed document is fetched and kept, and the row is closed. */
export async function closeEnvelope(deps: Deps, args: OfEnvelope): Promise<{ filed: boolean }> {
  const row = await present(deps, args);
  if (row.endedAt) return { filed: row.signedSha256 !== null };
  if (row.status !== 'completed') {
    await inEnvelope(deps, args, ({ change }) => fileSigned(change, { envelopeId: row.id, sha256: null }));
    return { filed: false };
  }
  const fetched = await deps.signatures.signedPdf(row.providerId!).catch(asRefusal);
  if ('kind' in fetched) {
    await inEnvelope(deps, args, async (context) => {
      await fileSigned(context.change, { envelopeId: row.id, sha256: null });
      await askPerson(context, { kind: 'fetch-signed', what: 'is signed, but its document cannot be fetched', reason: fetched.message });
    });
    return { filed: false };
  }
  const { sha256, bytes } = await deps.files.put(args.brokerageId, fetched);
  await inEnvelope(deps, args, async ({ change }) => {
    await recordFile(change.tx, { sha256, bytes, mime: 'application/pdf', name: `signed-${row.envelopeNo}.pdf` });
    await fileSigned(change, { envelopeId: row.id, sha256 });
  });
  return { filed: true };
}

type Begun = { kind: 'answer'; answer: EnvelopeAnswer } | { kind: 'begun'; providerId: string | null; key: string; voiding: Voiding };

/** Why it ends stands in the row before the call: a report that overtakes our answer is read by it. */
async function begin(context: InEnvelope, expired: boolean): Promise<Begun> {
  const { change, row } = context;
  if (isSigningEnd(row.status)) return { kind: 'answer', answer: await standing(context) };
  const { signatureDays } = await signingSettings(change.tx, {});
  const ours: Voiding = {
    cause: expired ? 'expired' : 'person',
    reason: expired ? `Not signed by all within ${signatureDays} days` : 'Withdrawn',
    by: row.workflowId,
  };
  const voiding = await wantEnd(change.tx, { envelopeId: row.id, voiding: ours });
  return { kind: 'begun', providerId: row.providerId, key: row.key, voiding };
}

const endIt = ({ change, row }: InEnvelope, { cause, reason }: Voiding): Promise<void> =>
  endEnvelope(change, { envelopeId: row.id, status: cause === 'expired' ? 'expired' : 'voided', reason });

async function notEnded(context: InEnvelope, { code, message }: { code: string; message: string }): Promise<EnvelopeAnswer> {
  if (isSigningEnd(context.row.status)) return standing(context);
  // The wish is forgotten with its refusal, so that a person can have another.
  const values = { voiding: null, runDueAt: null, waitingFor: 'a person to end it at the signature provider' };
  await writeEnvelope(context.change.tx, { envelopeId: context.row.id, values });
  await askPerson(context, {
    kind: 'void-envelope',
    what: 'could not be ended',
    reason: `${code}: ${message}. End it at the signature provider; Keyturn hears of it`,
  });
  return { kind: 'refused', why: message };
}

/** A definite no of the provider; whatever may pass is thrown on and tried again. */
function asRefusal(error: unknown): Extract<VoidOutcome, { kind: 'refused' }> {
  if (error instanceof ApplicationFailure && error.nonRetryable) return { kind: 'refused', code: error.type ?? 'refused', message: error.message };
  throw error;
}
