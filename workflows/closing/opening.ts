import { condition, proxyActivities, setHandler } from '@temporalio/workflow';
import type { Activities } from '../../activities/index.ts';
import { showCard } from '../card.ts';
import { mainQueue } from '../queues.ts';
import { explainOpening, explainQuery, lookAgainSignal, type OpeningInput } from './messages.ts';

// Many short transactions of our own; as long as the database needs. A lost worker is noticed by its missing beats.
const { openDealsByRule } = proxyActivities<Pick<Activities, 'openDealsByRule'>>({
  taskQueue: mainQueue,
  startToCloseTimeout: '5 minutes',
  heartbeatTimeout: '20 seconds',
  retry: { maximumInterval: '1 minute' },
});

/** Opens deals for qualified leads, at most the brokerage's daily number, and ends when nobody waits. */
export async function dealOpeningWorkflow({ brokerageId }: OpeningInput): Promise<{ opened: number }> {
  let again = true;
  let opened = 0;
  const began = new Date().toISOString();
  let explanation = explainOpening(null, began);
  setHandler(lookAgainSignal, () => {
    again = true;
  });
  setHandler(explainQuery, () => explanation);

  while (again) {
    again = false;
    const look = await openDealsByRule.executeWithOptions({ summary: 'Open deals for the best qualified leads' }, [{ brokerageId }]);
    opened += look.opened;
    explanation = explainOpening(look, new Date().toISOString());
    showCard(`Opened ${opened} so far; ${explanation}`);
    if (!look.nextAt) continue;
    const signalled = await condition(() => again, Math.max(1, Date.parse(look.nextAt) - Date.now()), { summary: `Next opening: ${look.waiting} leads wait` });
    if (!signalled) again = true;
  }
  return { opened };
}
