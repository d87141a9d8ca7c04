import { and, eq, inArray, isNull } from 'drizzle-orm';
import type { AddressFacts } from '../../domain/outreach/addresses.ts';
import type { Definition } from '../../domain/outreach/schemas.ts';
import type { Tx } from '../client.ts';
import {
  brokerages,
  consents,
  contactPoints,
  contacts,
  deals,
  enrolments,
  leads,
  offers,
  sequences,
  settings,
  suppressions,
  webhookEndpoints,
  wrongAddresses,
} from '../schema/index.ts';
import { countTouches } from './outreach.ts';

/** Everything one step of an enrolment is decided by, as it stands now. */
export async function loadEnrolment(tx: Tx, { enrolmentId }: { enrolmentId: string }) {
  const [row] = await tx
    .select({ enrolment: enrolments, definition: sequences.definition, lead: leads, contact: contacts, deal: deals, offer: offers, brokerage: brokerages })
    .from(enrolments)
    .innerJoin(sequences, and(eq(sequences.brokerageId, enrolments.brokerageId), eq(sequences.id, enrolments.sequenceId)))
    .innerJoin(leads, and(eq(leads.brokerageId, enrolments.brokerageId), eq(leads.id, enrolments.leadId)))
    .innerJoin(brokerages, eq(brokerages.id, enrolments.brokerageId))
    .leftJoin(contacts, and(eq(contacts.brokerageId, enrolments.brokerageId), eq(contacts.id, enrolments.contactId)))
    .leftJoin(deals, and(eq(deals.brokerageId, enrolments.brokerageId), eq(deals.id, enrolments.dealId)))
    .leftJoin(offers, and(eq(offers.brokerageId, enrolments.brokerageId), eq(offers.id, enrolments.offerId)))
    .where(and(eq(enrolments.brokerageId, tx.brokerageId), eq(enrolments.id, enrolmentId)));
  return row ? { ...row, definition: row.definition as Definition } : undefined;
}
export type LoadedEnrolment = NonNullable<Awaited<ReturnType<typeof loadEnrolment>>>;

/** The phones and e-mails of a contact, best first, with all that decides whether they may be used. */
export async function listAddresses(tx: Tx, { contactId }: { contactId: string }): Promise<AddressFacts[]> {
  const points = await tx
    .select()
    .from(contactPoints)
    .where(and(eq(contactPoints.brokerageId, tx.brokerageId), eq(contactPoints.contactId, contactId)))
    .orderBy(contactPoints.rank, contactPoints.createdAt, contactPoints.value);
  if (points.length === 0) return [];
  const values = points.map(({ value }) => value);
  const suppressed = await tx
    .select({ channel: suppressions.channel, address: suppressions.address, reason: suppressions.reason })
    .from(suppressions)
    .where(and(eq(suppressions.brokerageId, tx.brokerageId), inArray(suppressions.address, values), isNull(suppressions.liftedAt)));
  const wrong = await tx
    .select({ address: wrongAddresses.address })
    .from(wrongAddresses)
    .where(and(eq(wrongAddresses.brokerageId, tx.brokerageId), eq(wrongAddresses.contactId, contactId)));
  const consented = await tx
    .select({ channel: consents.channel, address: consents.address })
    .from(consents)
    .where(and(eq(consents.brokerageId, tx.brokerageId), eq(consents.contactId, contactId), isNull(consents.revokedAt)));
  return points.map(({ kind, value, lineType }) => ({
    kind: kind as AddressFacts['kind'],
    value,
    lineType,
    suppressed: suppressed.filter(({ address }) => address === value).map(({ channel }) => channel),
    wrong: wrong.some(({ address }) => address === value),
    consents: consented.filter(({ address }) => address === value).map(({ channel }) => channel),
  }));
}

/** The number or mailbox a brokerage sends from, with the token its provider's webhooks come back under. */
export async function findSender(tx: Tx, { provider }: { provider: 'twilio' | 'email' | 'docusign' }): Promise<{ address: string; token: string } | undefined> {
  const [row] = await tx
    .select({ address: webhookEndpoints.address, token: webhookEndpoints.token })
    .from(webhookEndpoints)
    .where(and(eq(webhookEndpoints.brokerageId, tx.brokerageId), eq(webhookEndpoints.provider, provider)))
    .orderBy(webhookEndpoints.address)
    .limit(1);
  return row;
}

/** Whether sending is stopped. The row stays share-locked until commit, so that a stop comes either before this look or after everything it led to. */
export async function sendingStopped(tx: Tx, _params: Record<string, never>): Promise<boolean> {
  const [row] = await tx.select({ stoppedAt: settings.sendingStoppedAt }).from(settings).where(eq(settings.brokerageId, tx.brokerageId)).for('share');
  return row?.stoppedAt != null;
}

/** What a branch may ask, by the names of `sellerFactNames`; null is not known. */
export async function sellerFacts(tx: Tx, { enrolmentId }: { enrolmentId: string }): Promise<Record<string, Record<string, unknown>>> {
  const loaded = await loadEnrolment(tx, { enrolmentId });
  if (!loaded) return {};
  const { lead, contact, deal, offer } = loaded;
  const addresses = contact ? await listAddresses(tx, { contactId: contact.id }) : [];
  const usable = addresses.filter(({ wrong }) => !wrong);
  const { emails, texts, callTasks } = await countTouches(tx, { enrolmentId });
  return {
    seller: {
      kind: contact?.kind ?? null,
      hasEmail: usable.some(({ kind, suppressed }) => kind === 'email' && !suppressed.includes('email')),
      hasPhone: usable.some(({ kind }) => kind === 'phone'),
      consentsToText: usable.some(({ kind, consents: given, suppressed }) => kind === 'phone' && given.includes('sms') && !suppressed.includes('sms')),
    },
    lead: {
      state: lead.state,
      propertyType: lead.propertyType,
      ownerOccupied: lead.ownerOccupied,
      valueCents: lead.valueCents,
      score: lead.score === null ? null : lead.score / 10,
      hot: lead.hot,
    },
    deal: { stage: deal?.stage ?? null, side: deal?.side ?? null },
    offer: { amountCents: offer?.amountCents ?? null, terms: offer?.terms ?? null },
    sent: { emails, texts, callTasks },
  };
}
