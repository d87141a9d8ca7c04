import { callProvider } from '../client.ts';
import { ProviderFault } from '../faults.ts';
import type { CrmOutcome, CrmPort, CrmTarget } from '../ports.ts';
import { post } from './client.ts';
import { type CrmEvent, contactUpdated, pinged, signedHeaders } from './map.ts';

const meanings: Partial<Record<string, string>> = {
  PRIVATE_TARGET: 'the address of the CRM leads into a private network',
  NOT_HTTPS: 'the address of the CRM is not https',
  REDIRECT: 'the CRM answers with another address: enter that one',
  410: 'the CRM says that it takes nothing at this address any more',
};

/** Any CRM that takes signed webhooks. */
export function createCrm({ name = 'crm', timeoutMs = 20_000 }: { name?: string; timeoutMs?: number } = {}): CrmPort {
  // Each target has a breaker of its own: one brokerage's dead CRM holds up nobody else's. An unclear end may be repeated, because the id stays.
  const push = (target: CrmTarget, key: string, event: CrmEvent): Promise<CrmOutcome> =>
    callProvider({ provider: `${name} ${new URL(target.url).host}`, operation: 'push', effect: false, timeoutMs }, async (signal) => {
      const body = JSON.stringify(event);
      // The receiver judges the age of a push by the real clock.
      const headers = signedHeaders(target.secret, { key, nowUnix: Math.floor(Date.now() / 1000), body });
      try {
        await post(target, headers, body, signal);
        return { kind: 'accepted' };
      } catch (error) {
        if (error instanceof ProviderFault && error.kind === 'refused')
          return { kind: 'refused', code: error.code, message: meanings[error.code] ?? `the CRM answered ${error.code}` };
        throw error;
      }
    });
  return {
    name,
    upsertContact: (target, { key, at, contact }) => push(target, key, contactUpdated(at, contact)),
    ping: (target, { key, at }) => push(target, key, pinged(at)),
  };
}
