import { randomBytes } from 'node:crypto';
import { and, eq } from 'drizzle-orm';
import { openDb, type Tx } from '../../../db/client.ts';
import { webhookEndpoints } from '../../../db/schema/index.ts';
import { inTenant } from '../../../db/tenant.ts';
import { DomainError } from '../../../domain/errors.ts';

type Facts = {
  appUrl: string;
  brokerageId: string;
  publicUrl: string;
  sandboxUrl: string /** Of the signature provider, ours or the sandbox's. */;
  accountId: string;
};

/** Tells the sandbox where answers to our numbers and mailboxes go; at each start, because the port may be another one. */
export async function tellSandbox({ appUrl, brokerageId, publicUrl, sandboxUrl, accountId }: Facts): Promise<void> {
  const db = openDb(appUrl, { max: 1, application: 'keyturn-up' });
  const endpoints = await inTenant(db, brokerageId, async (tx) => {
    await keepSignatureEndpoint(tx, accountId);
    return tx.select().from(webhookEndpoints).where(eq(webhookEndpoints.brokerageId, brokerageId));
  }).finally(() => db.close());
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

/** Where reports of signatures arrive. At each start, because the account may be another one since: the token stays, envelopes that are out name it. */
async function keepSignatureEndpoint(tx: Tx, accountId: string): Promise<void> {
  const { brokerageId } = tx;
  const mine = and(eq(webhookEndpoints.brokerageId, brokerageId), eq(webhookEndpoints.provider, 'docusign'));
  const kept = await tx.update(webhookEndpoints).set({ address: accountId }).where(mine).returning({ id: webhookEndpoints.id });
  if (kept.length > 0) return;
  await tx.insert(webhookEndpoints).values({ brokerageId, provider: 'docusign', address: accountId, token: randomBytes(24).toString('base64url') });
}
