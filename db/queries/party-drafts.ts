import { and, eq, inArray, max, sql } from 'drizzle-orm';
import { type PartyTemplateName, renderPartyMessage } from '../../domain/closing/party-templates.ts';
import type { Variables } from '../../domain/offers/liquid.ts';
import { placeWords } from '../../domain/places.ts';
import type { Tx } from '../client.ts';
import type { Change } from '../events.ts';
import { messagePayload } from '../party-message.ts';
import { brokerages, leads, partyMessages, settings } from '../schema/index.ts';
import type { Deal } from './closing.ts';
import { listParties } from './parties.ts';
import { releaseMessage, skipMessage } from './party-messages.ts';
import { type About, findPartyMessage, type PartyMessage } from './party-messages.view.ts';
import { openTask } from './tasks.ts';

export type Draft = {
  deal: Deal;
  template: PartyTemplateName;
  /** What set it off: one message per cause, party and template. */
  cause: string;
  roles: readonly string[];
  about: About;
  /** What the template speaks of besides party, property and brokerage. */
  variables: Variables;
};

/** Drafts a message for each party in these roles. A trusted template is released at once; the others wait for a person. */
export async function draftPartyMessages(change: Change, draft: Draft): Promise<void> {
  const { tx } = change;
  const recipients = await listParties(tx, { dealId: draft.deal.id, roles: draft.roles });
  if (recipients.length === 0) return;
  const place = await whereAndWho(tx, draft.deal);
  const [trust] = await tx.select({ templates: settings.trustedTemplates }).from(settings).where(eq(settings.brokerageId, tx.brokerageId));
  const trusted = trust?.templates.includes(draft.template) ?? false;
  for (const party of recipients) {
    const words = renderPartyMessage(draft.template, { ...place.variables, ...draft.variables, party: { name: party.name } });
    const message = await insertDraft(change, draft, { ...words, trusted, partyId: party.id, addressedName: party.name, slug: place.slug });
    if (!message) continue;
    await setAsideOlder(change, message);
    if (trusted) await releaseMessage(change, { messageId: message.id, by: 'trusted template' });
    else await askForRelease(change, message, party.role);
  }
}

/** The property as messages name it. */
export async function propertyOf(tx: Tx, { deal }: { deal: Pick<Deal, 'leadId' | 'dealNo'> }): Promise<string> {
  const [lead] = await tx
    .select({ line: leads.line, city: leads.city })
    .from(leads)
    .where(and(eq(leads.brokerageId, tx.brokerageId), eq(leads.id, deal.leadId)));
  return placeWords([lead?.line, lead?.city].filter(Boolean).join(', ')) || `deal ${deal.dealNo}`;
}

async function whereAndWho(tx: Tx, deal: Deal): Promise<{ slug: string; variables: Variables }> {
  const [brokerage] = await tx.select().from(brokerages).where(eq(brokerages.id, tx.brokerageId));
  const property = await propertyOf(tx, { deal });
  return { slug: brokerage!.slug, variables: { property, brokerage: { name: brokerage!.name, postal_address: brokerage!.postalAddress } } };
}

async function insertDraft(
  { tx, now, event }: Change,
  { deal, template, cause, about }: Draft,
  { slug, ...given }: { subject: string; body: string; trusted: boolean; partyId: string; addressedName: string; slug: string },
): Promise<PartyMessage | null> {
  const key = `${cause}/${template}/${given.partyId}`;
  const [last] = await tx
    .select({ no: max(partyMessages.messageNo) })
    .from(partyMessages)
    .where(and(eq(partyMessages.brokerageId, tx.brokerageId), eq(partyMessages.dealId, deal.id)));
  const messageNo = (last?.no ?? 0) + 1;
  const workflowId = `message/${slug}/${deal.dealNo}/${messageNo}`;
  const [row] = await tx
    .insert(partyMessages)
    .values({ brokerageId: tx.brokerageId, dealId: deal.id, key, messageNo, workflowId, template, about, ...given, createdAt: now })
    .onConflictDoNothing()
    .returning();
  if (!row) return null;
  const message = (await findPartyMessage(tx, { messageId: row.id }))!;
  await event('PartyMessage.Drafted', { ...messagePayload(message), partyId: message.partyId });
  return message;
}

/** A newer draft about the same thing stands for those that nobody has released. */
async function setAsideOlder(change: Change, message: PartyMessage): Promise<void> {
  const older = await change.tx
    .select({ id: partyMessages.id })
    .from(partyMessages)
    .where(
      and(
        eq(partyMessages.brokerageId, change.tx.brokerageId),
        eq(partyMessages.dealId, message.dealId),
        eq(partyMessages.partyId, message.partyId),
        eq(partyMessages.template, message.template),
        eq(partyMessages.status, 'draft'),
        sql`${partyMessages.about} = ${JSON.stringify(message.about)}::jsonb and ${partyMessages.id} <> ${message.id}`,
      ),
    );
  for (const { id } of older) await skipMessage(change, { messageId: id, reason: 'a newer message about it stands for this one', by: 'rule' });
}

const drafted: Record<PartyTemplateName, string> = {
  'deadline-reminder': 'A reminder of a deadline, drafted',
  'deadline-moved': 'News of a deadline that moved, drafted',
  'document-accepted': 'Word that a document is complete, drafted',
  'document-rejected': 'A request to send a document again, drafted',
};

const askForRelease = (change: Change, { id, dealId, dealNo, template }: PartyMessage, role: string) =>
  openTask(change, {
    kind: 'release-message',
    key: `release-message/${id}`,
    subject: { kind: 'deal', id: dealId },
    dealId,
    title: `Look through a message to the ${role} of deal ${dealNo}`,
    reason: `${drafted[template as PartyTemplateName]}; it goes out when you release it`,
    role: 'coordinator',
    dueAt: new Date(change.now.getTime() + 86_400_000),
  });

/** What nobody has released about a clock is not said any more once that has been settled, has passed or has moved. */
export async function setAsideDraftsAbout(change: Change, { dealId, clock, reason }: { dealId: string; clock: string; reason: string }): Promise<void> {
  for (const { id } of await draftsAbout(change.tx, { dealId, clocks: [clock] })) await skipMessage(change, { messageId: id, reason, by: 'rule' });
}

/** Drafts nobody has released that speak of one of these clocks: what they say is old once it moves. */
export async function draftsAbout(
  tx: Tx,
  { dealId, clocks }: { dealId: string; clocks: readonly string[] },
): Promise<{ id: string; template: string; clock: string }[]> {
  if (clocks.length === 0) return [];
  return tx
    .select({ id: partyMessages.id, template: partyMessages.template, clock: sql<string>`${partyMessages.about} ->> 'clock'` })
    .from(partyMessages)
    .where(
      and(
        eq(partyMessages.brokerageId, tx.brokerageId),
        eq(partyMessages.dealId, dealId),
        eq(partyMessages.status, 'draft'),
        inArray(sql`${partyMessages.about} ->> 'clock'`, [...clocks]),
      ),
    )
    .orderBy(partyMessages.messageNo);
}
