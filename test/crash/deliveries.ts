import type { Deps } from '../../activities/index.ts';
import { requestDelivery } from '../../db/queries/deliveries.ts';
import { settings } from '../../db/schema/index.ts';
import { inTenant } from '../../db/tenant.ts';
import { signedEnvelope } from './signing.ts';
import { change, type World } from './world.ts';

type Input = { brokerageId: string; deliveryId: string };

/** A change of the world's contact, for a CRM that listens nowhere near. */
export async function askedPush(deps: Deps, { brokerageId, contactId }: World): Promise<Input> {
  await inTenant(deps.db, brokerageId, (tx) =>
    tx.update(settings).set({ crmUrl: 'http://127.0.0.1:9/crm', crmSecret: `whsec_${Buffer.alloc(24, 7).toString('base64')}` }),
  );
  const row = await change(deps, brokerageId, { kind: 'contact', id: contactId }, (c) =>
    requestDelivery(c, { kind: 'crm-contact', key: 'crm/crash-test', contactId, about: { fields: ['email'] } }),
  );
  return { brokerageId, deliveryId: row!.id };
}

/** A document of the world's deal is signed by all. */
export async function askedNotice(deps: Deps, world: World): Promise<Input> {
  const { brokerageId, dealId } = world;
  const { envelopeId } = await signedEnvelope(deps, world);
  const about = { documentId: envelopeId, version: 2, envelopeId };
  const row = await change(deps, brokerageId, { kind: 'deal', id: dealId }, (c) =>
    requestDelivery(c, { kind: 'agent-notice', key: `signed/${envelopeId}`, dealId, about }),
  );
  return { brokerageId, deliveryId: row!.id };
}
