import { releaseHeld, requestStops } from '../../db/queries/outreach.ts';
import { intake } from './outreach.intake.ts';
import { followUpRuns } from './outreach.runs.ts';
import { type Consumer, writes } from './types.ts';

/** A deal that has ended is followed up no more. */
const dealEnds = writes({
  name: 'follow-up-of-closed-deals',
  on: ['Deal.Closed'],
  async write(change, { eventId, payload }) {
    await requestStops(change, { leadIds: [payload.leadId], reason: `deal-${payload.outcome}`, sourceEventId: eventId });
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
