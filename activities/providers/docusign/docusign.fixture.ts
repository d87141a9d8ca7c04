import { randomUUID } from 'node:crypto';
import type { ApplicationFailure } from '@temporalio/common';
import type { FaultKind } from '../../../sandbox/faults.ts';
import { control, testDocusign, testSandbox, testSigner } from '../../../sandbox/testing.ts';
import type { ESignature, SignatureRequest } from '../ports.ts';
import { createDocusign } from './index.ts';

export const pdf = Buffer.from('%PDF-1.4\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n');
export const signer = (recipientId: string, routingOrder: number, email = `signer${recipientId}@example.com`) => ({
  recipientId,
  routingOrder,
  email,
  name: `Signer ${recipientId}`,
  tabs: [{ kind: 'signature' as const, anchor: `/sig${recipientId}/` }],
});
export const contract = (changes: Partial<SignatureRequest> = {}): SignatureRequest => ({
  key: 'deal/acme/7/contract/1',
  subject: 'Purchase contract, 1808 Fox Chase Dr',
  message: 'Please sign by Friday.',
  documents: [{ name: 'Contract.pdf', bytes: pdf }],
  signers: [signer('1', 1), signer('2', 2)],
  statusCallback: null,
  ...changes,
});
export const thrown = (work: Promise<unknown>): Promise<ApplicationFailure> =>
  work.then(
    (value) => Promise.reject(new Error(`it went through: ${JSON.stringify(value)}`)),
    (error: ApplicationFailure) => error,
  );

/** Long enough for a busy machine; where silence is the fault, no longer than the provider needs to act. */
export const patienceMs = (faults: FaultKind[]): number => (faults.some((fault) => fault.startsWith('timeout')) ? 1500 : 20_000);

export async function set({ faults = [], service = 'signatures', docusign = {} }: { faults?: FaultKind[]; service?: string; docusign?: object } = {}) {
  const sandbox = await testSandbox({ docusign: { ...testDocusign, ...docusign } });
  // A name of its own: breakers are kept per provider in this process.
  const made = (changes: object = {}): ESignature =>
    createDocusign({ ...testSigner(sandbox), name: `docusign-${randomUUID()}`, timeoutMs: patienceMs(faults), ...changes });
  const strike = (kinds: FaultKind[], more: object = {}) => control(sandbox, 'faults', { rate: 1, kinds, services: [service], ...more });
  if (faults.length > 0) await strike(faults);
  const act = (envelopeId: string, recipientId: string, what: string, reason?: string) =>
    control(sandbox, `envelopes/${envelopeId}/act`, { recipientId, act: what, ...(reason && { reason }) });
  return { sandbox, port: made(), made, strike, act, envelopes: () => [...sandbox.store.envelopes.all.values()] };
}
export async function sent(port: ESignature, changes: Partial<SignatureRequest> = {}): Promise<string> {
  const outcome = await port.send(contract(changes));
  if (outcome.kind !== 'accepted') throw new Error(`refused: ${outcome.code}`);
  return outcome.envelopeId;
}
