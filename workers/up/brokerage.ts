import { createHash, randomBytes, randomUUID } from 'node:crypto';
import { eq } from 'drizzle-orm';
import type { Db } from '../../db/client.ts';
import { type Change, changeSubject } from '../../db/events.ts';
import { changeDigest } from '../../db/queries/digests.ts';
import { publishOfferTemplate } from '../../db/queries/offer-templates.ts';
import { addKey, addPerson, changePerson } from '../../db/queries/people.ts';
import { publishSequence, publishTemplate } from '../../db/queries/sequences.ts';
import { brokerages, ruleSets, settings, webhookEndpoints } from '../../db/schema/index.ts';
import { inTenant } from '../../db/tenant.ts';
import { defaultLetter } from '../../domain/offers/default-letter.ts';
import { OfferFormula } from '../../domain/offers/schemas.ts';
import { defaultSequence, defaultTemplates } from '../../domain/outreach/default-sequence.ts';
import { compileTemplate } from '../../domain/outreach/templates.compile.ts';
import { defaultRuleSet } from '../../domain/sourcing/qualification.default.ts';

export type BrokerageFacts = {
  brokerage: { slug: string; name: string; zone: string; postalAddress: string; phone: string };
  /** The first one gets the key. `standIn` names the role of who stands in. */
  people: readonly { name: string; email: string; role: string; standIn?: string /** Gets the digest of the day. */; digest?: boolean }[];
  senders: readonly { provider: string; address: string }[];
  offerFormula: unknown;
  keyName: string;
  /** Who makes it, for the log. */
  by: string;
};

/** Makes a brokerage with everything that ships (rules, letter, templates, sequence), whole or not at all; one that is there stays as it is. */
export async function makeBrokerage(db: Db, brokerageId: string, key: string, facts: BrokerageFacts): Promise<void> {
  const compiled = await Promise.all(defaultTemplates.map(compileTemplate));
  const isThere = await inTenant(db, brokerageId, async (tx) => (await tx.select().from(brokerages).where(eq(brokerages.id, brokerageId))).length > 0);
  if (isThere) return;
  const subject = { kind: 'brokerage', id: brokerageId } as const;
  await changeSubject(db, { brokerageId, subject, actor: { kind: 'system', id: facts.by }, source: 'up' }, async (change) => {
    const { tx, now } = change;
    await tx.insert(brokerages).values({ id: brokerageId, ...facts.brokerage });
    await tx.insert(settings).values({ brokerageId, offerFormula: OfferFormula.parse(facts.offerFormula), followUpSequence: defaultSequence.slug });
    const by = await makePeople(change, key, facts);
    await tx
      .insert(ruleSets)
      .values({ brokerageId, version: 1, name: 'Default', definition: defaultRuleSet, status: 'published', createdBy: by, createdAt: now, publishedAt: now });
    await publishOfferTemplate(change, { slug: 'letter-of-intent', definition: defaultLetter, by });
    for (const template of compiled) {
      if (!template.ok) throw new Error(`a shipped template has faults: ${template.faults.map(({ message }) => message).join('; ')}`);
      await publishTemplate(change, { template: template.template, by });
    }
    await publishSequence(change, { ...defaultSequence, by });
    for (const sender of facts.senders) await tx.insert(webhookEndpoints).values({ brokerageId, ...sender, token: randomBytes(24).toString('base64url') });
  });
}

/** People, who stands in for whom, and the key of the first. Returns that person's id. */
async function makePeople(change: Change, key: string, { people, keyName }: BrokerageFacts): Promise<string> {
  const ids = new Map(people.map(({ role }) => [role, randomUUID()]));
  for (const { name, email, role } of people) await addPerson(change, { personId: ids.get(role)!, name, email, role });
  for (const { role, standIn } of people) if (standIn) await changePerson(change, { personId: ids.get(role)!, standInId: ids.get(standIn)! });
  for (const { role, digest } of people) if (digest) await changeDigest(change, { personId: ids.get(role)!, on: true });
  const first = ids.get(people[0]!.role)!;
  const hash = createHash('sha256').update(key).digest('hex');
  await addKey(change, { keyId: randomUUID(), personId: first, name: keyName, hash, scopes: ['*'], expiresAt: null });
  return first;
}
