import { lookup } from 'node:dns/promises';
import { isIP } from 'node:net';
import { isPrivateAddress } from '../../../domain/outreach/private-address.ts';
import { ProviderFault } from '../faults.ts';
import { exchange, faultOfStatus } from '../http.ts';
import type { CrmTarget } from '../ports.ts';

/** Resolves once and connects to what was judged: a name that answers differently the next time cannot lead elsewhere. */
async function addressOf({ url, allowPrivate }: CrmTarget): Promise<{ address: string; family: 4 | 6 }> {
  const { hostname, protocol } = new URL(url);
  if (protocol !== 'https:' && !allowPrivate) throw new ProviderFault('refused', 'NOT_HTTPS');
  const host = hostname.replace(/^\[|\]$/g, '');
  const found = isIP(host)
    ? [{ address: host, family: isIP(host) }]
    : await lookup(host, { all: true }).catch((error: NodeJS.ErrnoException) => {
        throw new ProviderFault('unavailable', error.code ?? 'DNS');
      });
  if (!allowPrivate && found.some(({ address }) => isPrivateAddress(address))) throw new ProviderFault('refused', 'PRIVATE_TARGET');
  const [first] = found;
  if (!first) throw new ProviderFault('unavailable', 'ENOTFOUND');
  return { address: first.address, family: first.family === 6 ? 6 : 4 };
}

/** Posts one push. Redirects are not followed; what the receiver answers is not read. */
export async function post(target: CrmTarget, headers: Record<string, string>, body: string, signal: AbortSignal): Promise<void> {
  const pinned = await addressOf(target);
  const reply = await exchange({ url: target.url, method: 'POST', headers, body, signal, maxBytes: 100_000, pinned });
  if (reply.status >= 200 && reply.status < 300) return;
  // What asks to come again later is no refusal.
  if (reply.status === 408 || reply.status === 425) throw new ProviderFault('unavailable', String(reply.status));
  if (reply.status >= 300 && reply.status < 400) throw new ProviderFault('refused', 'REDIRECT');
  throw faultOfStatus(reply);
}
