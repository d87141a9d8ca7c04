import { and, eq, inArray } from 'drizzle-orm';
import { openDb } from '../../../db/client.ts';
import { changeSubject } from '../../../db/events.ts';
import { recordConsent } from '../../../db/queries/consent.ts';
import { contactPoints } from '../../../db/schema/index.ts';
import { inTenant } from '../../../db/tenant.ts';
import { DomainError } from '../../../domain/errors.ts';
import { readCredentials } from '../credentials.ts';
import type { Home } from '../home.ts';
import { notTaken } from './api.ts';
import { sampleList } from './list.ts';

type Job<R> = { status: 'queued' | 'running' | 'finished' | 'failed'; result: R | null; problem: { detail?: string; message?: string } | null };
export type Report = { read: number; new: number; updated: number; unchanged: number; merged: number };
export type Enriched = { answered: number; decided: number };
type Facts = { home: Home; appUrl: string; url: string; say: (detail: string) => void };

/** Imports the sample list as anybody would, through the API, and records the consent some sellers gave. Repeating it changes nothing. */
export async function importSample({ home, appUrl, url, say }: Facts): Promise<Report> {
  const list = sampleList(new Date());
  const form = new FormData();
  form.append('file', new File([list.csv], 'sample-list.csv', { type: 'text/csv' }));
  for (const [name, value] of Object.entries({ list: 'Sample list', source: 'sample', costCents: '4500' })) form.append(name, value);
  const report = await job<Report>(home, url, '/v1/imports', form, say);
  await giveConsent(appUrl, home.instance.id, list.consented);
  return report;
}

/** Asks the data provider about the leads in review; they are decided anew with comparable sales of the list, and deals open. */
export const enrichSample = ({ home, url, say }: Omit<Facts, 'appUrl'>): Promise<Enriched> =>
  job<Enriched>(home, url, '/v1/leads/enrich', JSON.stringify({ select: { status: 'review' } }), say);

/** Posts long work and waits for its result. The key is of the day, like the list: a start that was cut short finds what it began. */
async function job<R>(home: Home, url: string, path: string, body: FormData | string, say: (detail: string) => void): Promise<R> {
  const headers = { Authorization: `Bearer ${readCredentials(home)!.key}` };
  const answer = await fetch(url + path, {
    method: 'POST',
    headers: {
      ...headers,
      'Idempotency-Key': `sample${path}/${new Date().toISOString().slice(0, 10)}`,
      ...(typeof body === 'string' && { 'content-type': 'application/json' }),
    },
    body,
  });
  if (!answer.ok) throw await notTaken(answer, path);
  const { location } = ((await answer.json()) as { job: { location: string } }).job;
  for (;;) {
    const look = await fetch(url + location, { headers, signal: AbortSignal.timeout(30_000) });
    if (!look.ok) throw new Error(`the API does not tell of the work (${look.status})`);
    const { status, result, problem } = (await look.json()) as Job<R>;
    if (status === 'finished' && result) return result;
    if (status === 'failed')
      throw new DomainError('sample-failed', `The sample (${path}) failed: ${problem?.detail ?? problem?.message ?? 'no reason was given'}`, {
        nextStep: 'See the logs of imports and worker',
      });
    say(status);
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
