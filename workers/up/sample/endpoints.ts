import { eq } from 'drizzle-orm';
import { openDb } from '../../../db/client.ts';
import { webhookEndpoints } from '../../../db/schema/index.ts';
import { inTenant } from '../../../db/tenant.ts';
import { DomainError } from '../../../domain/errors.ts';

type Facts = { appUrl: string; brokerageId: string; publicUrl: string; sandboxUrl: string };

/** Tells the sandbox where answers to our numbers and mailboxes go; at each start, because the port may be another one. */
export async function tellSandbox({ appUrl, brokerageId, publicUrl, sandboxUrl }: Facts): Promise<void> {
  const db = openDb(appUrl, { max: 1, application: 'keyturn-up' });
  const endpoints = await inTenant(db, brokerageId, (tx) => tx.select().from(webhookEndpoints).where(eq(webhookEndpoints.brokerageId, brokerageId))).finally(
    () => db.close(),
  );
  for (const { provider, address, token } of endpoints) {
    const answer = await fetch(`${sandboxUrl}/sandbox/endpoints`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ provider, address, url: `${publicUrl}/webhooks/${provider}/${token}` }),
    });
    if (!answer.ok)
      throw new DomainError('sandbox-refused', `The sandbox did not take the address ${address}: ${await answer.text()}`, {
        nextStep: 'See the log of the sandbox',
      });
  }
}
