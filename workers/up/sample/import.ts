import { and, eq, inArray } from 'drizzle-orm';
import { openDb } from '../../../db/client.ts';
import { changeSubject } from '../../../db/events.ts';
import { recordConsent } from '../../../db/queries/consent.ts';
import { contactPoints } from '../../../db/schema/index.ts';
import { inTenant } from '../../../db/tenant.ts';
import { DomainError } from '../../../domain/errors.ts';
import { readCredentials } from '../credentials.ts';
import type { Home } from '../home.ts';
import { sampleList } from './list.ts';

type Job = { status: 'queued' | 'running' | 'finished' | 'failed'; result: Report | null; problem: { detail?: string; message?: string } | null };
export type Report = { read: number; new: number; updated: number; unchanged: number; merged: number };

/** Imports the sample list as anybody would, through the API, and records the consent some sellers gave. Repeating it changes nothing. */
export async function importSample({ home, appUrl, url, say }: { home: Home; appUrl: string; url: string; say: (detail: string) => void }): Promise<Report> {
  const { key } = readCredentials(home)!;
  const list = sampleList(new Date());
  const form = new FormData();
  form.append('file', new File([list.csv], 'sample-list.csv', { type: 'text/csv' }));
  const today = new Date().toISOString().slice(0, 10);
  for (const [name, value] of Object.entries({ list: 'Sample list', source: 'sample', date: today, costCents: '4500' })) form.append(name, value);
  const headers = { Authorization: `Bearer ${key}`, 'Idempotency-Key': `sample-list-${today}` };
  const answer = await fetch(`${url}/v1/imports`, { method: 'POST', headers, body: form });
  if (!answer.ok) throw new DomainError('sample-refused', `The API refused the sample list: ${await answer.text()}`, { nextStep: 'See the log of the API' });
  const { job } = (await answer.json()) as { job: { location: string } };
  const report = await finished(`${url}${job.location}`, headers, say);
  await giveConsent(appUrl, home.instance.id, list.consented);
  return report;
}

async function finished(location: string, headers: Record<string, string>, say: (detail: string) => void): Promise<Report> {
  for (;;) {
    const job = (await (await fetch(location, { headers })).json()) as Job;
    if (job.status === 'finished' && job.result) return job.result;
    if (job.status === 'failed')
      throw new DomainError('sample-failed', `The sample list could not be imported: ${job.problem?.detail ?? job.problem?.message ?? 'no reason was given'}`, {
        nextStep: 'See the logs of imports and worker',
      });
    say(job.status);
    await new Promise((resolve) => setTimeout(resolve, 150));
  }
}

/** Some owners agreed in writing to be texted; without such a record a first text becomes a call. */
async function giveConsent(appUrl: string, brokerageId: string, phones: string[]): Promise<void> {
  const db = openDb(appUrl, { max: 2, application: 'keyturn-up' });
  try {
    const points = await inTenant(db, brokerageId, (tx) =>
      tx
        .select()
        .from(contactPoints)
        .where(and(eq(contactPoints.brokerageId, brokerageId), inArray(contactPoints.value, phones))),
    );
    for (const { contactId, value } of points)
      await changeSubject(db, { brokerageId, subject: { kind: 'contact', id: contactId }, actor: { kind: 'system', id: 'sample' }, source: 'up' }, (change) =>
        recordConsent(change, {
          contactId,
          channel: 'sms',
          address: value,
          form: 'written',
          evidence: 'Sample: web form "Tell me what my house is worth", box for texts ticked, kept with time and address',
        }),
      );
  } finally {
    await db.close();
  }
}
