import { ApplicationFailure } from '@temporalio/activity';
import { type Correction, correctionsOf, recordCorrection } from '../../db/queries/envelopes.signers.ts';
import { inTenant } from '../../db/tenant.ts';
import { isSigningEnd } from '../../domain/closing/signing.ts';
import type { Deps } from '../deps.ts';
import type { CorrectOutcome } from '../providers/ports.ts';
import { askPerson, inEnvelope, type OfEnvelope, present } from './context.ts';

export type Corrected = { corrected: number; refused: number };

/** Gives the provider the contact data of now for those who have not signed. It is asked what it has first, so that a repeat writes to nobody twice. */
export async function correctSigners(deps: Deps, args: OfEnvelope): Promise<Corrected> {
  const done: Corrected = { corrected: 0, refused: 0 };
  for (;;) {
    const row = await present(deps, args);
    const [next] = isSigningEnd(row.status) || row.providerId === null ? [] : await inTenant(deps.db, args.brokerageId, (tx) => correctionsOf(tx, args));
    if (!next) return done;
    const signer = { recipientId: String(next.recipientNo), name: next.name, email: next.email };
    const outcome = await deps.signatures.correct(row.providerId!, signer).catch(asRefusal);
    await record(deps, args, next, outcome);
    if (outcome.kind === 'corrected') done.corrected++;
    if (outcome.kind === 'refused') done.refused++;
  }
}

function record(deps: Deps, args: OfEnvelope, correction: Correction, outcome: CorrectOutcome): Promise<void> {
  return inEnvelope(deps, args, async (context) => {
    const code = outcome.kind === 'refused' ? outcome.code : null;
    await recordCorrection(context.change, { envelopeId: args.envelopeId, correction, outcome: outcome.kind, code });
    if (outcome.kind !== 'refused') return;
    await askPerson(context, {
      kind: 'correct-signer',
      // A later change of the same signer that is refused, too, is another task.
      about: `${correction.recipientNo}/${context.change.now.getTime()}`,
      what: `still goes to the old address of the ${correction.role.replaceAll('-', ' ')}`,
      reason: `${outcome.code}: ${outcome.message}. Correct the signer at the signature provider, or withdraw the envelope and ask for signatures anew`,
    });
  });
}

/** A definite no of the provider; whatever may pass is thrown on and tried again. */
function asRefusal(error: unknown): Extract<CorrectOutcome, { kind: 'refused' }> {
  if (error instanceof ApplicationFailure && error.nonRetryable) return { kind: 'refused', code: error.type ?? 'refused', message: error.message };
  throw error;
}
