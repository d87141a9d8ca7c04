import { eq } from 'drizzle-orm';
import type { Deps } from '../../activities/index.ts';
import { businessNow } from '../../db/clock.ts';
import { requestDelivery } from '../../db/queries/deliveries.ts';
import { requestPersonalMessage } from '../../db/queries/personal-messages.ts';
import { openTask } from '../../db/queries/tasks.ts';
import { digests, people, settings } from '../../db/schema/index.ts';
import { inTenant } from '../../db/tenant.ts';
import { localDate } from '../../domain/time/zoned.ts';
import { brokerage } from '../../workers/up/sample/brokerage.ts';
import { askedEnvelope } from './signing.ts';
import { change, type World, now as worldNow } from './world.ts';

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

/** The coordinator, who reads the digest, has something to do; that of today is asked for. */
export async function askedDigest(deps: Deps, { brokerageId, email }: World): Promise<Input> {
  // The world lives at its own instant, or later where the machine's clock is past it.
  const now = new Date(Math.max(worldNow.getTime(), (await businessNow(deps.db.orm)).getTime()));
  const row = await change(deps, brokerageId, { kind: 'brokerage', id: brokerageId }, async (c) => {
    const [reader] = await c.tx.update(people).set({ email }).where(eq(people.digest, true)).returning();
    const subject = { kind: 'brokerage', id: brokerageId } as const;
    const words = { title: 'Find out whether an e-mail went out', reason: 'its answer was lost', role: 'coordinator' };
    await openTask(c, { kind: 'decide-unknown-send', key: 'decide-unknown-send/crash', subject, ...words, dueAt: now });
    const about = { day: localDate(now, brokerage.zone) };
    return requestDelivery(c, { kind: 'daily-digest', key: `digest/${reader!.id}/${about.day}`, personId: reader!.id, about });
  });
  return { brokerageId, deliveryId: row!.id };
}

/** The morning after a day whose digest went out. */
export async function digestMorning(deps: Deps, { brokerageId, slug }: World): Promise<{ brokerageId: string }> {
  const before = { workflowId: `digest/${slug}`, lastDay: '2026-11-30' };
  await inTenant(deps.db, brokerageId, (tx) => tx.insert(digests).values({ brokerageId, ...before }));
  return { brokerageId };
}

/** What a person wrote to the world's contact, about its deal. */
export async function askedPersonal(deps: Deps, { brokerageId, leadId, dealId, contactId }: World): Promise<Input> {
  const words = { channel: 'email', address: null, subject: 'Your house', body: 'Thank you for writing.' } as const;
  const { delivery } = await change(deps, brokerageId, { kind: 'deal', id: dealId }, (c) =>
    requestPersonalMessage(c, { contactId, file: { leadId, dealId }, by: contactId, key: dealId, ...words }),
  );
  return { brokerageId, deliveryId: delivery.id };
}
