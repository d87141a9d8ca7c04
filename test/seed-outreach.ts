import { randomBytes, randomUUID } from 'node:crypto';
import type { EmailMessage, EmailPort, SendOutcome, TextMessage, TextPort } from '../activities/providers/ports.ts';
import type { Db } from '../db/client.ts';
import { changeSubject } from '../db/events.ts';
import { recordConsent } from '../db/queries/consent.ts';
import { type Enrolled, enrolLead } from '../db/queries/outreach.ts';
import { publishSequence, publishTemplate } from '../db/queries/sequences.ts';
import { contactPoints, contacts, leads, people, webhookEndpoints } from '../db/schema/index.ts';
import { inTenant } from '../db/tenant.ts';
import { defaultSequence, defaultTemplates } from '../domain/outreach/default-sequence.ts';
import { compileTemplate } from '../domain/outreach/templates.compile.ts';
import { testBrokerage } from './database.ts';

export type SeededSeller = { leadId: string; leadNo: number; contactId: string; phone: string | null; email: string | null };
const system = { actor: { kind: 'system', id: 'test' }, source: 'test' } as const;

/** A brokerage that can send: senders, the shipped templates and sequence. */
export async function seedOutreach(db: Db): Promise<{ id: string; slug: string; twilioToken: string }> {
  const brokerage = await testBrokerage(db);
  const twilioToken = randomBytes(12).toString('hex');
  await inTenant(db, brokerage.id, async (tx) => {
    await tx.insert(people).values({ brokerageId: brokerage.id, name: 'Dana Whitfield', email: 'dana@example.com', role: 'agent' });
    await tx.insert(webhookEndpoints).values([
      { brokerageId: brokerage.id, provider: 'twilio', token: twilioToken, address: '+16155550100' },
      { brokerageId: brokerage.id, provider: 'email', token: randomBytes(12).toString('hex'), address: 'offers@keyturn.example' },
    ]);
  });
  const compiled = await Promise.all(defaultTemplates.map(compileTemplate));
  await changeSubject(db, { brokerageId: brokerage.id, subject: { kind: 'brokerage', id: brokerage.id }, ...system }, async (change) => {
    for (const found of compiled) if (found.ok) await publishTemplate(change, { template: found.template, by: 'test' });
    await publishSequence(change, { ...defaultSequence, by: 'test' });
  });
  return { ...brokerage, twilioToken };
}

/** Saves a sequence of the brokerage. */
export const seedSequence = (db: Db, brokerageId: string, slug: string, definition: unknown) =>
  changeSubject(db, { brokerageId, subject: { kind: 'brokerage', id: brokerageId }, ...system }, (change) =>
    publishSequence(change, { slug, name: slug, definition, by: 'test' }),
  );

let numbers = 0;

/** A lead whose owner lives in Nashville and can be reached, with recorded consent to texts unless told otherwise. */
export async function seedSeller(
  db: Db,
  brokerageId: string,
  {
    phone = newPhone(),
    email = `seller-${randomUUID().slice(0, 8)}@example.com`,
    consent = true,
    contact = {},
  }: { phone?: string | null; email?: string | null; consent?: boolean; contact?: Partial<typeof contacts.$inferInsert> } = {},
): Promise<SeededSeller> {
  const [leadId, contactId, leadNo, at] = [randomUUID(), randomUUID(), ++numbers, new Date('2026-11-01T15:00:00Z')];
  await inTenant(db, brokerageId, async (tx) => {
    const facts = { line: '1208 FAIRWIN AVE', city: 'NASHVILLE', state: 'TN', zip: '37216', ownerIds: [contactId] };
    await tx.insert(leads).values({
      brokerageId,
      id: leadId,
      leadNo,
      propertyKey: leadId,
      contentHash: leadId,
      asOf: '2026-11-01',
      createdAt: at,
      updatedAt: at,
      status: 'qualified',
      ...facts,
    });
    const person = {
      kind: 'person',
      firstName: 'Ann',
      lastName: 'Walker',
      displayName: 'Ann Walker',
      mailingLine: 'PO BOX 1187',
      mailingCity: 'NASHVILLE',
      mailingState: 'TN',
      mailingZip: '37206',
    };
    await tx.insert(contacts).values({ brokerageId, id: contactId, createdAt: at, ...person, ...contact });
    if (phone)
      await tx.insert(contactPoints).values({ brokerageId, contactId, kind: 'phone', value: phone, lineType: 'mobile', source: 'test', createdAt: at });
    if (email) await tx.insert(contactPoints).values({ brokerageId, contactId, kind: 'email', value: email, source: 'test', createdAt: at });
  });
  if (phone && consent)
    await changeSubject(db, { brokerageId, subject: { kind: 'contact', id: contactId }, ...system }, (change) =>
      recordConsent(change, { contactId, channel: 'sms', address: phone, form: 'written', evidence: 'web form of 2026-11-01', givenAt: at }),
    );
  return { leadId, leadNo, contactId, phone, email };
}

/** A Nashville number. */
const newPhone = (): string => `+1615555${String(1000 + (numbers % 9000)).padStart(4, '0')}`;

export const enrol = (
  db: Db,
  brokerageId: string,
  leadId: string,
  sequence = defaultSequence.slug,
  more: { dealId?: string; offerId?: string } = {},
): Promise<Enrolled> =>
  changeSubject(db, { brokerageId, subject: { kind: 'lead', id: leadId }, ...system }, (change) => enrolLead(change, { leadId, sequence, ...more }));

export type FakeProviders = {
  email: EmailPort;
  text: TextPort;
  emails: EmailMessage[];
  texts: TextMessage[];
  /** What the next call comes to instead of being taken; each is used once. A function may throw. */
  next: { email: (() => Promise<SendOutcome> | SendOutcome)[]; text: (() => Promise<SendOutcome> | SendOutcome)[] };
};

/** Providers that keep what they take. */
export function fakeProviders(): FakeProviders {
  const fake: FakeProviders = {
    emails: [],
    texts: [],
    next: { email: [], text: [] },
    email: {
      name: 'fake-email',
      async send(message) {
        const outcome = await fake.next.email.shift()?.();
        if (outcome) return outcome;
        fake.emails.push(message);
        return { kind: 'accepted', providerId: `mail-${fake.emails.length}-${message.key}` };
      },
    },
    text: {
      name: 'fake-text',
      async send(message) {
        const outcome = await fake.next.text.shift()?.();
        if (outcome) return outcome;
        fake.texts.push(message);
        return { kind: 'accepted', providerId: `SM${randomBytes(16).toString('hex')}` };
      },
    },
  };
  return fake;
}
