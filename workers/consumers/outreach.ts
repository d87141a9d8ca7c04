import { findDeal } from '../../db/queries/closing.ts';
import { releaseHeld, requestStops } from '../../db/queries/outreach.ts';
import { intake } from './outreach.intake.ts';
import { followUpRuns } from './outreach.runs.ts';
import { type Consumer, writes } from './types.ts';

/** A seller who has accepted, or whose deal has ended, is followed up no more. */
const dealEnds = writes({
  name: 'follow-up-of-closed-deals',
  on: ['Deal.Closed', 'Offer.Accepted', 'Contract.Recorded'],
  async write(change, event) {
    if (event.type === 'Deal.Closed')
      return void (await requestStops(change, { leadIds: [event.payload.leadId], reason: `deal-${event.payload.outcome}`, sourceEventId: event.eventId }));
    const deal = await findDeal(change.tx, { dealId: event.payload.dealId });
    if (deal) await requestStops(change, { leadIds: [deal.leadId], reason: 'deal-accepted', sourceEventId: event.eventId });
  },
});

/** Sending goes on: what was held for it looks again. */
const sendingGoesOn = writes({
  name: 'follow-up-after-sending-stop',
  on: ['Sending.Resumed'],
  async write(change) {
    await releaseHeld(change, { heldBy: 'sending-stopped', reason: 'sending goes on' });
  },
});

export const outreachConsumers: Consumer[] = [followUpRuns, intake, dealEnds, sendingGoesOn];
