import type { Deps } from '../../activities/index.ts';
import { OutcomeUnknown } from '../../activities/providers/client.ts';
import type { OfEnvelope } from '../../activities/signing/context.ts';
import { takeInReport } from '../../db/queries/envelopes.report.ts';
import { requestVoid } from '../../db/queries/envelopes.request.ts';
import { findEnvelope } from '../../db/queries/envelopes.ts';
import { listParties, updateContact } from '../../db/queries/parties.ts';
import { inTenant } from '../../db/tenant.ts';
import { askSignatures, seedFile } from '../seed-signing.ts';
import { change, runActivity, type World } from './world.ts';

export async function askedEnvelope(deps: Deps, { brokerageId, dealId, email }: World): Promise<OfEnvelope> {
  const file = await seedFile(deps, { brokerageId, dealId, emails: [email] });
  const { id: envelopeId } = await askSignatures(deps.db, brokerageId, dealId, file);
  return { brokerageId, envelopeId };
}

/** It is at the provider, and the provider's answer got lost. */
export async function unclearEnvelope(deps: Deps, world: World): Promise<OfEnvelope> {
  const input = await askedEnvelope(deps, world);
  const send: Deps['signatures']['send'] = async (request) => {
    await deps.signatures.send(request);
    throw new OutcomeUnknown({ provider: 'docusign', operation: 'envelope', effect: true }, 'ETIMEDOUT');
  };
  await runActivity({ ...deps, signatures: { ...deps.signatures, send } }, world, 'sendEnvelope', input);
  return input;
}

export async function sentEnvelope(deps: Deps, world: World): Promise<OfEnvelope> {
  const input = await askedEnvelope(deps, world);
  await runActivity(deps, world, 'sendEnvelope', input);
  return input;
}

/** Out for signature to an address that its signer has no more. */
export async function movedSigner(deps: Deps, world: World): Promise<OfEnvelope> {
  const input = await sentEnvelope(deps, world);
  const [party] = await inTenant(deps.db, world.brokerageId, (tx) => listParties(tx, { dealId: world.dealId }));
  await change(deps, world.brokerageId, { kind: 'contact', id: party!.contactId }, (c) =>
    updateContact(c, { contactId: party!.contactId, email: `moved-${world.email}` }),
  );
  return input;
}

export async function unwantedEnvelope(deps: Deps, world: World): Promise<OfEnvelope> {
  const input = await sentEnvelope(deps, world);
  await change(deps, world.brokerageId, { kind: 'deal', id: world.dealId }, (c) =>
    requestVoid(c, { envelopeId: input.envelopeId, voiding: { cause: 'person', reason: 'The price is wrong', by: 'person' } }),
  );
  return input;
}

/** Signed by all, as the provider's report says. */
export async function signedEnvelope(deps: Deps, world: World): Promise<OfEnvelope> {
  const input = await sentEnvelope(deps, world);
  const row = await inTenant(deps.db, world.brokerageId, (tx) => findEnvelope(tx, input));
  const report = { envelopeId: row!.providerId!, at: '2026-12-01T18:00:00.000Z', status: 'completed' as const, reason: null, signers: [] };
  await change(deps, world.brokerageId, { kind: 'deal', id: world.dealId }, (c) => takeInReport(c, { envelopeId: input.envelopeId, report }));
  return input;
}
