import { ApplicationFailure } from '@temporalio/activity';
import { claimEnvelope, endEnvelope, failEnvelope, markSent, markUnknownEnvelope, releaseEnvelope, writeEnvelope } from '../../db/queries/envelopes.course.ts';
import { takeInReport } from '../../db/queries/envelopes.report.ts';
import { type Signer, signersOf } from '../../db/queries/envelopes.request.ts';
import { documentToSign } from '../../db/queries/envelopes.signed.ts';
import { noteGiven } from '../../db/queries/envelopes.signers.ts';
import { dealOfEnvelope, type EnvelopeRow, type Recipient, recipientsOf, signingSettings } from '../../db/queries/envelopes.ts';
import { findSender } from '../../db/queries/outreach-facts.ts';
import { inTenant } from '../../db/tenant.ts';
import { isSigningEnd, type Voiding } from '../../domain/closing/signing.ts';
import type { EnvelopeAnswer } from '../../workflows/signing/messages.ts';
import type { Deps } from '../deps.ts';
import { OutcomeUnknown } from '../providers/faults.ts';
import type { SignatureOutcome, SignatureRequest } from '../providers/ports.ts';
import { askPerson, type InEnvelope, inEnvelope, type OfEnvelope, present, standing } from './context.ts';

/** Their index may lag behind what they took: looked for after these minutes, one after the other, before it counts as unknown. */
const lookMinutes = [1, 4, 10, 45];

/** Sends one envelope, at most once: claim the row, then call, then record. A claim that is there already is looked for instead. */
export async function sendEnvelope(deps: Deps, args: OfEnvelope): Promise<EnvelopeAnswer> {
  const document = await prepare(deps, args);
  const decision = await inEnvelope(deps, args, (context) => decideAndClaim(context));
  if (decision.kind === 'answer') return decision.answer;
  if (decision.kind === 'look') return lookForEnvelope(deps, { ...args, look: 0 });
  if (!document.bytes) return refused(deps, args, { code: 'no-bytes', message: 'the stored bytes of the document are gone: upload it again' });
  const request = requestOf(decision, { name: document.name, bytes: document.bytes }, deps.publicUrl);
  const outcome = await deps.signatures.send(request).catch((error: unknown) => ({ kind: 'failed' as const, error }));
  if (outcome.kind !== 'failed') return record(deps, args, outcome);
  const { error } = outcome;
  if (error instanceof OutcomeUnknown) return inEnvelope(deps, args, (context) => unclear(context, 0));
  if (error instanceof ApplicationFailure && error.nonRetryable) return refused(deps, args, { code: error.type ?? 'refused', message: error.message });
  // Anything else a provider throws means that it took nothing: the claim is given back, and it is tried again.
  const message = error instanceof Error ? error.message : String(error);
  await inEnvelope(deps, args, ({ change }) => releaseEnvelope(change.tx, { envelopeId: args.envelopeId, waitingFor: message.slice(0, 300) }));
  throw error;
}

/** Looks for an envelope whose sending ended unclear; finds it, wants another look, or leaves it to a person. Sends nothing. */
export async function lookForEnvelope(deps: Deps, { look, ...args }: OfEnvelope & { look: number }): Promise<EnvelopeAnswer> {
  const row = await present(deps, args);
  const report = row.providerId === null && !isSigningEnd(row.status) ? await deps.signatures.state({ key: row.key }) : null;
  return inEnvelope(deps, args, async (context) => {
    if (report) await takeInReport(context.change, { envelopeId: args.envelopeId, report });
    return report ? standing(context) : unclear(context, look);
  });
}

/** The provider could not be reached for too long: what may be on its way is unknown, everything else has failed. */
export function giveUpEnvelope(deps: Deps, { code, message, ...args }: OfEnvelope & { code: string; message: string }): Promise<EnvelopeAnswer> {
  return inEnvelope(deps, args, async (context) => {
    if (context.row.status === 'claimed') return unclear(context, lookMinutes.length);
    if (context.row.status !== 'requested') return standing(context);
    return fail(context, { code, message });
  });
}

type Decision = { kind: 'answer'; answer: EnvelopeAnswer } | { kind: 'look' } | Claimed;
type Claimed = { kind: 'claimed'; row: EnvelopeRow; signers: Signer[]; recipients: Recipient[] /** Of our address for its reports. */; token: string | null };

async function prepare(deps: Deps, args: OfEnvelope): Promise<{ name: string; bytes: Buffer | null }> {
  const row = await present(deps, args);
  const { name, sha256 } = await inTenant(deps.db, args.brokerageId, (tx) => documentToSign(tx, { documentId: row.documentId, version: row.documentVersion }));
  const bytes = async (): Promise<Buffer> => deps.files.get(args.brokerageId, sha256);
  return { name, bytes: await bytes().catch(() => null) };
}

/** Under the lock, on what is there by now: ended, out already, unclear, or ours to send. */
async function decideAndClaim(context: InEnvelope): Promise<Decision> {
  const { change, row } = context;
  const answer = async (): Promise<Decision> => ({ kind: 'answer', answer: await standing(context) });
  if (isSigningEnd(row.status) || row.providerId !== null) return answer();
  if (row.status !== 'requested') return { kind: 'look' };
  const { closed } = await dealOfEnvelope(change.tx, { dealId: row.dealId });
  const voiding = row.voiding as Voiding | null;
  if (voiding || closed) {
    await endEnvelope(change, { envelopeId: row.id, status: 'voided', reason: voiding?.reason ?? 'the deal is closed' });
    return answer();
  }
  const recipients = await recipientsOf(change.tx, { envelopeIds: [row.id] });
  const signers = await signersOf(change.tx, { dealId: row.dealId, partyIds: recipients.map(({ partyId }) => partyId) });
  const lost = recipients.find(({ partyId }) => !signers.some((signer) => signer.partyId === partyId && signer.email !== null));
  if (lost) {
    const message = `the ${lost.role.replaceAll('-', ' ')} has left the deal or has no e-mail address any more: mend that and ask for signatures anew`;
    return { kind: 'answer', answer: await fail(context, { code: 'party-without-email', message }) };
  }
  const endpoint = await findSender(change.tx, { provider: 'docusign' });
  await claimEnvelope(change, { envelopeId: row.id });
  const given = recipients.map(({ partyId, recipientNo }) => ({ recipientNo, ...contactOf(signers, partyId) }));
  await noteGiven(change.tx, { envelopeId: row.id, given });
  return { kind: 'claimed', row, signers, recipients, token: endpoint?.token ?? null };
}

function requestOf({ row, signers, recipients, token }: Claimed, document: { name: string; bytes: Buffer }, publicUrl: string): SignatureRequest {
  return {
    ...{ key: row.key, subject: row.subject, message: row.message, documents: [document] },
    statusCallback: token === null ? null : `${publicUrl}/webhooks/docusign/${token}`,
    signers: recipients.map(({ partyId, recipientNo, routingOrder, anchor }) => {
      const { name, email } = contactOf(signers, partyId);
      const tabs = anchor === null ? [] : [{ kind: 'signature' as const, anchor }];
      return { recipientId: String(recipientNo), name, email, routingOrder, tabs };
    }),
  };
}

/** A name at the provider has a hundred characters. */
function contactOf(signers: readonly Signer[], partyId: string): { name: string; email: string } {
  const { name, email } = signers.find((signer) => signer.partyId === partyId)!;
  return { name: name.slice(0, 100), email: email! };
}

async function record(deps: Deps, args: OfEnvelope, outcome: SignatureOutcome): Promise<EnvelopeAnswer> {
  if (outcome.kind === 'refused') return refused(deps, args, outcome);
  return inEnvelope(deps, args, async (context) => {
    const { signatureDays } = await signingSettings(context.change.tx, {});
    await markSent(context.change, { envelopeId: args.envelopeId, providerId: outcome.envelopeId, days: signatureDays, found: outcome.existed });
    return standing(context);
  });
}

const refused = (deps: Deps, args: OfEnvelope, why: { code: string; message: string }): Promise<EnvelopeAnswer> =>
  inEnvelope(deps, args, (context) => fail(context, why));

/** A report can come before the answer to the call: then it is there, whatever the call came to. */
const isThere = ({ row }: InEnvelope): boolean => row.providerId !== null || isSigningEnd(row.status);

async function fail(context: InEnvelope, { code, message }: { code: string; message: string }): Promise<EnvelopeAnswer> {
  if (isThere(context)) return standing(context);
  await failEnvelope(context.change, { envelopeId: context.row.id, code, message });
  await askPerson(context, { kind: 'send-envelope', what: 'could not be sent', reason: `${code}: ${message}` });
  return { kind: 'refused', why: message };
}

async function unclear(context: InEnvelope, look: number): Promise<EnvelopeAnswer> {
  if (isThere(context)) return standing(context);
  const { change, row } = context;
  const { zone, signatureDays } = await signingSettings(change.tx, {});
  const minutes = lookMinutes[look];
  if (minutes !== undefined) {
    const lookAgainAt = new Date(change.now.getTime() + minutes * 60_000);
    const waitingFor = 'the signature provider to show whether it took it';
    await writeEnvelope(change.tx, { envelopeId: row.id, values: { runDueAt: lookAgainAt, waitingFor } });
    return { kind: 'unclear', lookAgainAt: lookAgainAt.toISOString(), look: look + 1, zone };
  }
  await markUnknownEnvelope(change, { envelopeId: row.id, days: signatureDays });
  await askPerson(context, {
    kind: 'find-envelope',
    what: 'may or may not have been sent',
    reason: `Look for the key ${row.key} at the signature provider. If it is there, Keyturn finds it by itself; if not, void envelope ${row.envelopeNo} here and ask anew. It is never sent twice`,
  });
  const expiresAt = new Date(change.now.getTime() + signatureDays * 86_400_000).toISOString();
  return { kind: 'unknown', expiresAt, zone };
}
