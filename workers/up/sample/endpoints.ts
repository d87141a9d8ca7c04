import { randomBytes } from 'node:crypto';
import { and, eq, sql } from 'drizzle-orm';
import { openDb, type Tx } from '../../../db/client.ts';
import { settings, webhookEndpoints } from '../../../db/schema/index.ts';
import { inTenant } from '../../../db/tenant.ts';
import { DomainError } from '../../../domain/errors.ts';

type Facts = {
  appUrl: string;
  brokerageId: string;
  publicUrl: string;
  sandboxUrl: string /** Of the signature provider, ours or the sandbox's. */;
  accountId: string;
  /** Signs what is pushed to the sandbox's CRM. */
  crmSecret: string;
};

/** Tells the sandbox where answers to our numbers and mailboxes go; at each start, because the port may be another one. */
export async function tellSandbox({ appUrl, brokerageId, publicUrl, sandboxUrl, accountId, crmSecret }: Facts): Promise<void> {
  const db = openDb(appUrl, { max: 1, application: 'keyturn-up' });
  const endpoints = await inTenant(db, brokerageId, async (tx) => {
    await keepSignatureEndpoint(tx, accountId);
    await keepCrm(tx, sandboxUrl.replace('localhost', '127.0.0.1'), crmSecret);
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

/** The CRM of an instance on this machine is the sandbox's, until somebody enters another or takes it out. Its port may be another one than at the last start. */
async function keepCrm(tx: Tx, sandboxUrl: string, crmSecret: string): Promise<void> {
  const { brokerageId } = tx;
  const [{ entered } = { entered: true }] = await tx.execute<{ entered: boolean }>(
    sql`select exists (select 1 from events where brokerage_id = ${brokerageId} and type = 'Settings.Changed' and payload -> 'changes' ? 'crm') as entered`,
  );
  const ours = entered ? eq(settings.crmSecret, crmSecret) : undefined;
  await tx
    .update(settings)
    .set({ crmUrl: `${sandboxUrl}/crm/webhook`, crmSecret })
    .where(and(eq(settings.brokerageId, brokerageId), ours));
}

/** Where reports of signatures arrive. At each start, because the account may be another one since: the token stays, envelopes that are out name it. */
async function keepSignatureEndpoint(tx: Tx, accountId: string): Promise<void> {
  const { brokerageId } = tx;
  const mine = and(eq(webhookEndpoints.brokerageId, brokerageId), eq(webhookEndpoints.provider, 'docusign'));
  const kept = await tx.update(webhookEndpoints).set({ address: accountId }).where(mine).returning({ id: webhookEndpoints.id });
  if (kept.length > 0) return;
  await tx.insert(webhookEndpoints).values({ brokerageId, provider: 'docusign', address: accountId, token: randomBytes(24).toString('base64url') });
}
