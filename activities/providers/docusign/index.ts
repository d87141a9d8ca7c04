import { ApplicationFailure } from '@temporalio/common';
import { keyField } from '../../../domain/closing/connect.read.ts';
import { isTerminalEnvelope } from '../../../domain/closing/envelope.ts';
import { callProvider } from '../client.ts';
import { ProviderFault } from '../faults.ts';
import type { CorrectOutcome, EnvelopeSnapshot, ESignature } from '../ports.ts';
import { listChanged, lookBackMs } from './changes.ts';
import { createClient, type DocusignSettings } from './client.ts';
import { mapDocusignRefusal, toDefinition, toSnapshot } from './map.ts';

/** Signatures through DocuSign. */
export function createDocusign(settings: DocusignSettings & { name?: string; timeoutMs?: number }): ESignature {
  const { name = 'docusign', timeoutMs = 30_000 } = settings;
  const client = createClient(settings);
  const asking = <T>(operation: string, fn: (signal: AbortSignal) => Promise<T>): Promise<T> =>
    callProvider({ provider: name, operation, effect: false, timeoutMs }, fn);

  // By the real clock: the business clock may be weeks ahead of the provider's.
  const findByKey = (key: string): Promise<EnvelopeSnapshot | null> =>
    asking('look-up of an envelope', async (signal) => {
      const now = new Date();
      const query = {
        from_date: new Date(now.getTime() - lookBackMs).toISOString(),
        custom_field: `${keyField}=${key}`,
        include: 'custom_fields,recipients',
        count: '10',
      };
      const { envelopes } = await client.list(query, signal);
      // Their match may be looser than ours. Should two exist, one that is alive counts before one that is void.
      const fitting = (envelopes ?? []).map((one) => toSnapshot(one, now)).filter((one) => one.key === key);
      return fitting.find(({ status }) => status !== 'voided') ?? fitting[0] ?? null;
    });

  const get = (envelopeId: string): Promise<EnvelopeSnapshot | null> =>
    asking('state of an envelope', async (signal) => {
      try {
        const found = toSnapshot(await client.get(envelopeId, signal), new Date());
        if (found.envelopeId !== envelopeId.toLowerCase()) throw new ProviderFault('reply-invalid', 'OTHER_ENVELOPE');
        return found;
      } catch (error) {
        if (error instanceof ProviderFault && error.code === 'ENVELOPE_DOES_NOT_EXIST') return null;
        throw error;
      }
    });

  return {
    name,
    state: (which) => ('key' in which ? findByKey(which.key) : get(which.envelopeId)),

    async send(request) {
      const found = await findByKey(request.key);
      if (found) return { kind: 'accepted', envelopeId: found.envelopeId, existed: true };
      return callProvider({ provider: name, operation: 'envelope', effect: true, timeoutMs }, async (signal) => {
        try {
          return { kind: 'accepted', envelopeId: await client.create(toDefinition(request), signal), existed: false };
        } catch (error) {
          return refusalOf(error);
        }
      });
    },

    changedSince: (since) => listChanged((query) => asking('list of changed envelopes', (signal) => client.list(query, signal)), since, new Date()),

    async void(envelopeId, reason) {
      // Doing it twice is refused and changes nothing, so an unclear end may be tried again.
      const outcome = await asking('voiding of an envelope', async (signal) => {
        try {
          await client.update(envelopeId, { status: 'voided', voidedReason: reason.slice(0, 200) }, signal);
          return { kind: 'voided' as const };
        } catch (error) {
          return refusalOf(error);
        }
      });
      if (outcome.kind === 'voided') return outcome;
      const report = await get(envelopeId);
      if (report?.status === 'voided') return { kind: 'voided' };
      return report && isTerminalEnvelope(report.status) ? { kind: 'closed', report } : outcome;
    },

    async correct(envelopeId, { recipientId, name, email }) {
      const look = (): Promise<CorrectOutcome | null> =>
        asking('signers of an envelope', async (signal) => {
          const signer = (await client.recipients(envelopeId, signal)).signers.find((one) => one.recipientId === recipientId);
          if (!signer) return { kind: 'refused', code: 'RECIPIENT_NOT_IN_ENVELOPE', message: 'the envelope has no such signer' };
          if (acted.has(signer.status)) return { kind: 'signed' };
          return signer.email.toLowerCase() === email.toLowerCase() && signer.name === name ? { kind: 'corrected', existed: true } : null;
        });
      const known = await look().catch(refusalOfLook);
      if (known) return known;
      // An address counts as a new one even when it is the same, and is written to; the look above keeps a repeat from it.
      const code = await asking('correction of a signer', async (signal) => {
        try {
          const { recipientUpdateResults } = await client.updateRecipients(envelopeId, { signers: [{ recipientId, name, email }] }, signal);
          return recipientUpdateResults.find((one) => one.recipientId === recipientId)?.errorDetails?.errorCode ?? 'SUCCESS';
        } catch (error) {
          return refusalOf(error);
        }
      });
      if (typeof code === 'object') return code;
      if (code === 'SUCCESS') return { kind: 'corrected', existed: false };
      // They may have signed in between.
      const after = await look().catch(refusalOfLook);
      return after?.kind === 'signed' ? after : { kind: 'refused', code, message: 'the signature provider did not change the signer' };
    },

    signedPdf: (envelopeId) => asking('signed document', (signal) => client.combinedPdf(envelopeId, signal)),
  };
}

/** Signers of whom nothing is left to correct. */
const acted: ReadonlySet<string> = new Set(['signed', 'completed', 'declined']);

/** A look that is refused for good says that there is no such envelope, or that it is not ours. */
function refusalOfLook(error: unknown): CorrectOutcome {
  if (error instanceof ApplicationFailure && error.type === 'ProviderRefused')
    return { kind: 'refused', code: (error.details?.[0] as { code?: string } | undefined)?.code ?? 'refused', message: error.message };
  throw error;
}

function refusalOf(error: unknown): { kind: 'refused'; code: string; message: string } {
  if (!(error instanceof ProviderFault)) throw error;
  const meaning = mapDocusignRefusal(error);
  if (meaning instanceof ProviderFault) throw meaning;
  return meaning;
}
