import { readPerson } from '../../db/queries/people.ts';
import { type DigestInput, digestWorkflowId } from '../../workflows/closing/digest.messages.ts';
import { stage, tenantId } from '../../workflows/search-attributes.ts';
import { acts, type Consumer } from './types.ts';

/** Whoever turns the digest on or off is heard by the brokerage's run, and so is a reader who comes back; it ends by itself when nobody reads it. */
const digestRuns = acts({
  name: 'digest-run',
  on: ['Digest.Changed', 'Person.Changed'],
  async act(tx, { type, brokerageId, brokerage, eventId, payload }) {
    if (type === 'Person.Changed') {
      if (payload.disabled?.next !== false) return null;
      if (!(await readPerson(tx, payload))?.digest) return null;
    }
    const input: DigestInput = { brokerageId, brokerage };
    return {
      kind: 'signal-with-start',
      workflow: 'dailyDigestWorkflow',
      workflowId: digestWorkflowId(brokerage),
      input,
      signal: 'lookAgain',
      signalInput: { eventId },
      summary: `Sends the digest of the day to the people of ${brokerage} who want it`,
      details: `On workdays at 7:00 in the brokerage's zone, one delivery a reader.\n\n- Brokerage **${brokerage}**\n- API \`/v1/me/digest\``,
      page: '/account',
      attributes: [
        { key: tenantId, value: brokerage },
        { key: stage, value: 'waiting' },
      ],
    };
  },
});

export const digestConsumers: Consumer[] = [digestRuns];
