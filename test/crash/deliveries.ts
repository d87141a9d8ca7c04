import { eq } from 'drizzle-orm';
import type { Deps } from '../../activities/index.ts';
import { requestDelivery } from '../../db/queries/deliveries.ts';
import { requestPersonalMessage } from '../../db/queries/personal-messages.ts';
import { people, settings } from '../../db/schema/index.ts';
import { inTenant } from '../../db/tenant.ts';
import { askedEnvelope } from './signing.ts';
import { change, type World } from './world.ts';

/** Where the crash test's sandbox takes pushes, and what signs them. */
export const crashCrm = { url: '', secret: `whsec_${Buffer.alloc(24, 7).toString('base64')}` };

type Input = { brokerageId: string; deliveryId: string };

/** A change of the world's contact, for the sandbox's CRM. */
export async function askedPush(deps: Deps, { brokerageId, contactId }: World): Promise<Input> {
  await inTenant(deps.db, brokerageId, (tx) => tx.update(settings).set({ crmUrl: crashCrm.url, crmSecret: crashCrm.secret }));
  const row = await change(deps, brokerageId, { kind: 'contact', id: contactId }, (c) =>
    requestDelivery(c, { kind: 'crm-contact', key: `crm/${contactId}`, contactId, about: { fields: ['email'] } }),
  );
  return { brokerageId, deliveryId: row!.id };
}

/** A document of the world's deal is signed by all. */
export async function askedNotice(deps: Deps, world: World): Promise<Input> {
  const { brokerageId, dealId } = world;
  const { envelopeId } = await askedEnvelope(deps, world);
  // The agent has the address by which the mails of this world are counted.
  await inTenant(deps.db, brokerageId, (tx) => tx.update(people).set({ email: world.email }).where(eq(people.role, 'agent')));
  const about = { documentId: envelopeId, version: 2, envelopeId };
  const row = await change(deps, brokerageId, { kind: 'deal', id: dealId }, (c) =>
    requestDelivery(c, { kind: 'agent-notice', key: `signed/${envelopeId}`, dealId, about }),
  );
  return { brokerageId, deliveryId: row!.id };
}

/** What a person wrote to the world's contact, about its deal. */
export async function askedPersonal(deps: Deps, { brokerageId, leadId, dealId, contactId }: World): Promise<Input> {
  const words = { channel: 'email', address: null, subject: 'Your house', body: 'Thank you for writing.' } as const;
  const { delivery } = await change(deps, brokerageId, { kind: 'deal', id: dealId }, (c) =>
    requestPersonalMessage(c, { contactId, file: { leadId, dealId }, by: contactId, key: dealId, ...words }),
  );
  return { brokerageId, deliveryId: delivery.id };
}
