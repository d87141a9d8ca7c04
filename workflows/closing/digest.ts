import { allHandlersFinished, condition, continueAsNew, proxyActivities, setHandler, upsertSearchAttributes, workflowInfo } from '@temporalio/workflow';
import type { Activities } from '../../activities/index.ts';
import { day } from '../../domain/closing/course.ts';
import { showCard } from '../card.ts';
import { mainQueue } from '../queues.ts';
import { stage } from '../search-attributes.ts';
import * as messages from './digest.messages.ts';

// Our own database only: tried until it is back. One digest a person and day, however often it is asked.
const { askForDigests } = proxyActivities<Pick<Activities, 'askForDigests'>>({
  taskQueue: mainQueue,
  startToCloseTimeout: '30 seconds',
  retry: { maximumInterval: '1 minute' },
});

const historyLimit = 40;
/** About a month of mornings: a wake-up after a restart replays it all. */
const eventLimit = 300;
const iso = (): string => new Date().toISOString();

/** Asks for everybody's digest on the mornings of workdays, as long as somebody in the brokerage reads it. */
export async function dailyDigestWorkflow(input: messages.DigestInput): Promise<messages.DigestResult> {
  const { brokerageId, carried } = input;
  let look: messages.DigestLook | null = carried?.look ?? null;
  let mustLook = carried?.mustLook ?? true;
  let since = carried?.since ?? iso();
  const history: messages.TimelineEntry[] = carried?.history ?? [{ at: since, what: 'somebody wants the digest' }];
  setHandler(messages.lookAgainSignal, () => {
    mustLook = true;
  });
  setHandler(messages.statusQuery, () => ({ readers: look?.readers ?? 0, nextAt: look?.nextAt ?? null }));
  setHandler(messages.timelineQuery, () => [...history, ...(look?.nextAt ? [{ at: look.nextAt, what: 'planned: the next digest' }] : [])]);
  setHandler(messages.explainQuery, () => messages.explainDigest(look, since));

  const read = (found: messages.DigestLook): void => {
    if (found.nextAt !== look?.nextAt) since = iso();
    if (found.readers !== look?.readers) note(found.readers ? `${messages.readerWords(found.readers)} in all` : 'nobody reads it any more');
    if (found.day) note(`the digest of ${found.day}, for ${messages.readerWords(found.asked)}`);
    look = found;
  };
  const note = (what: string): void => {
    history.push({ at: iso(), what });
    if (history.length > historyLimit) history.shift();
  };
  const card = (): void => {
    const zone = look?.zone ?? 'UTC';
    const past = history.slice(-8).map(({ at, what }) => `- ${day(at, zone)}: ${what}`);
    showCard(`### The digest of the day of ${input.brokerage}`, messages.explainDigest(look, since), ...past);
  };
  const long = (): boolean => workflowInfo().historyLength > eventLimit || workflowInfo().continueAsNewSuggested;

  if (!carried) upsertSearchAttributes([{ key: stage, value: 'waiting' }]);
  card();
  for (;;) {
    while (mustLook) {
      mustLook = false;
      read(await askForDigests.executeWithOptions({ summary: 'Ask for the digests that are due' }, [{ brokerageId }]));
    }
    card();
    const { nextAt, zone } = look!;
    if (nextAt === null) {
      await condition(allHandlersFinished);
      return { outcome: 'nobody-reads' };
    }
    if (long()) return continueAsNew<typeof dailyDigestWorkflow>({ ...input, carried: { look: look!, mustLook, since, history } });
    const told = await condition(() => mustLook, Math.max(1, Date.parse(nextAt) - Date.now()), { summary: `Until the digest of ${day(nextAt, zone)}` });
    if (!told) mustLook = true;
  }
}
