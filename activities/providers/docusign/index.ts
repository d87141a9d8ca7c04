import { keyField } from '../../../domain/closing/connect.read.ts';
import { isTerminalEnvelope } from '../../../domain/closing/envelope.ts';
import { callProvider } from '../client.ts';
import { ProviderFault } from '../faults.ts';
import type { EnvelopeSnapshot, ESignature } from '../ports.ts';
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

    signedPdf: (envelopeId) => asking('signed document', (signal) => client.combinedPdf(envelopeId, signal)),
  };
}

function refusalOf(error: unknown): { kind: 'refused'; code: string; message: string } {
  if (!(error instanceof ProviderFault)) throw error;
  const meaning = mapDocusignRefusal(error);
  if (meaning instanceof ProviderFault) throw meaning;
  return meaning;
}
