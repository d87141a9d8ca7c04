import { signStandard } from '../../../domain/outreach/signature.standard.ts';
import type { CrmContact } from '../ports.ts';

export type CrmEvent = { type: 'contact.updated' | 'crm.ping'; timestamp: string; data: object };

export const contactUpdated = (at: string, { id, name, emails, phones, zone, deals, changed }: CrmContact): CrmEvent => ({
  type: 'contact.updated',
  timestamp: at,
  data: { id, name, emails, phones, zone, deals, changed },
});
export const pinged = (at: string): CrmEvent => ({ type: 'crm.ping', timestamp: at, data: {} });

/** Standard Webhooks: the id is the same on every repeat, instant and signature are of this attempt. */
export function signedHeaders(secret: string, { key, nowUnix, body }: { key: string; nowUnix: number; body: string }): Record<string, string> {
  return {
    'content-type': 'application/json',
    'webhook-id': key,
    'webhook-timestamp': String(nowUnix),
    'webhook-signature': signStandard(secret, key, nowUnix, body),
    'user-agent': 'Keyturn',
  };
}
