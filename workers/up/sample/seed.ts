import { createHash, randomBytes, randomUUID } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { eq } from 'drizzle-orm';
import { type Db, openDb } from '../../../db/client.ts';
import { type Change, changeSubject } from '../../../db/events.ts';
import { publishOfferTemplate } from '../../../db/queries/offer-templates.ts';
import { addKey, addPerson, changePerson } from '../../../db/queries/people.ts';
import { publishSequence, publishTemplate } from '../../../db/queries/sequences.ts';
import { brokerages, ruleSets, settings, webhookEndpoints } from '../../../db/schema/index.ts';
import { inTenant } from '../../../db/tenant.ts';
import { defaultLetter } from '../../../domain/offers/default-letter.ts';
import { OfferFormula } from '../../../domain/offers/schemas.ts';
import { defaultSequence, defaultTemplates } from '../../../domain/outreach/default-sequence.ts';
import { compileTemplate } from '../../../domain/outreach/templates.compile.ts';
import { defaultRuleSet } from '../../../domain/sourcing/qualification.default.ts';
import { type Home, writeWhole } from '../home.ts';
import { brokerage, offerFormula, people, senders } from './brokerage.ts';

/** What the CLI finds in `<home>/credentials`, readable by its owner only. */
export type Credentials = { url: string; key: string; brokerage: string };

/** Makes the sample brokerage, whole or not at all; a brokerage that is there stays as it is. */
export async function seedSample({ appUrl, home, url }: { appUrl: string; home: Home; url: string }): Promise<{ name: string; id: string }> {
  const db = openDb(appUrl, { max: 2, application: 'keyturn-up' });
  // The instance's own id: a start that was cut short finds what it had begun.
  const { id } = home.instance;
  try {
    const key = keepCredentials(home, url);
    await makeBrokerage(db, id, key);
    return { name: brokerage.name, id };
  } finally {
    await db.close();
  }
}

/** The key is on disk before its hash is in the database: a crash in between loses no access. */
function keepCredentials({ credentials }: Home, url: string): string {
  const known = existsSync(credentials) ? (JSON.parse(readFileSync(credentials, 'utf8')) as Credentials) : undefined;
  const key = known?.key ?? `kt_${randomBytes(24).toString('base64url')}`;
  writeWhole(credentials, `${JSON.stringify({ url, key, brokerage: brokerage.slug } satisfies Credentials, null, 2)}\n`);
  return key;
}

async function makeBrokerage(db: Db, brokerageId: string, key: string): Promise<void> {
  const compiled = await Promise.all(defaultTemplates.map(compileTemplate));
  const isThere = await inTenant(db, brokerageId, async (tx) => (await tx.select().from(brokerages).where(eq(brokerages.id, brokerageId))).length > 0);
  if (isThere) return;
  const subject = { kind: 'brokerage', id: brokerageId } as const;
  await changeSubject(db, { brokerageId, subject, actor: { kind: 'system', id: 'sample' }, source: 'up' }, async (change) => {
    const { tx, now } = change;
    await tx.insert(brokerages).values({ id: brokerageId, ...brokerage });
    await tx.insert(settings).values({ brokerageId, offerFormula: OfferFormula.parse(offerFormula), followUpSequence: defaultSequence.slug });
    const by = await makePeople(change, key);
    await tx
      .insert(ruleSets)
      .values({ brokerageId, version: 1, name: 'Default', definition: defaultRuleSet, status: 'published', createdBy: by, createdAt: now, publishedAt: now });
    await publishOfferTemplate(change, { slug: 'letter-of-intent', definition: defaultLetter, by });
    for (const template of compiled) {
      if (!template.ok) throw new Error(`a shipped template has faults: ${template.faults.map(({ message }) => message).join('; ')}`);
      await publishTemplate(change, { template: template.template, by });
    }
    await publishSequence(change, { ...defaultSequence, by });
    for (const sender of senders) await tx.insert(webhookEndpoints).values({ brokerageId, ...sender, token: randomBytes(24).toString('base64url') });
  });
}

/** People, who stands in for whom, and the key of the first. Returns that person's id. */
async function makePeople(change: Change, key: string): Promise<string> {
  const ids = new Map(people.map(({ role }) => [role as string, randomUUID()]));
  for (const { name, email, role } of people) await addPerson(change, { personId: ids.get(role)!, name, email, role });
  for (const { role, standIn } of people) await changePerson(change, { personId: ids.get(role)!, standInId: ids.get(standIn)! });
  const [first] = people;
  const hash = createHash('sha256').update(key).digest('hex');
  await addKey(change, { keyId: randomUUID(), personId: ids.get(first.role)!, name: 'Command line of this machine', hash, scopes: ['*'], expiresAt: null });
  return ids.get(first.role)!;
}
