import { randomUUID } from 'node:crypto';
import { sql } from 'drizzle-orm';
import type { Deps } from '../../activities/index.ts';
import { openDeal } from '../../db/queries/closing.ts';
import { recordOfferReceived } from '../../db/queries/offers-received.answers.ts';
import { inTenant } from '../../db/tenant.ts';
import { change, now, type World } from './world.ts';

/** A listing with an offer whose end is over and that nobody has answered. */
export async function expiredOffer(deps: Deps, { brokerageId, leadId }: World) {
  const dealId = randomUUID();
  const offer = await change(deps, brokerageId, { kind: 'deal', id: dealId }, async (c) => {
    await openDeal(c, { dealId, leadId, side: 'listing', openedBy: 'person', wishes: {} });
    return recordOfferReceived(c, {
      ...{ dealId, buyer: { name: 'Bea Buyer' }, priceCents: 30_000_000, earnestMoneyCents: null, financing: 'cash', closingOn: null, contingencies: [] },
      ...{ zone: 'America/Chicago', expiresAt: new Date(now.getTime() + 1000), documentId: null, by: 'test' },
    });
  });
  await inTenant(deps.db, brokerageId, (tx) => tx.execute(sql`update offers_received set expires_at = ${new Date(now.getTime() - 1000).toISOString()}`));
  return { brokerageId, dealId, kind: 'offer' as const, id: offer.id };
}
