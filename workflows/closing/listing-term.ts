import { proxyActivities } from '@temporalio/workflow';
import type { Activities } from '../../activities/index.ts';
import type { DeadlineResult } from '../compliance/messages.ts';
import { watch } from '../compliance/watch.ts';
import { mainQueue } from '../queues.ts';
import type { ListingTermInput } from './listing-term.messages.ts';

// Our own database only: tried until it is back. Nobody is asked twice for one end.
const facts = proxyActivities<Pick<Activities, 'watchListingTerm'>>({
  taskQueue: mainQueue,
  startToCloseTimeout: '30 seconds',
  retry: { maximumInterval: '1 minute' },
});

/** Watches one term of a listing, an offer received or the agreement with the seller: asks people ahead of its end, and ends it by the clock. */
export async function listingTermWorkflow(input: ListingTermInput): Promise<DeadlineResult> {
  const { brokerageId, dealId, kind, id } = input;
  return watch(input, (summary) => facts.watchListingTerm.executeWithOptions({ summary }, [{ brokerageId, dealId, kind, id }]));
}
