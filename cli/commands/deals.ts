import { dealStages } from '../../domain/closing/course.ts';
import { command, wholeNumber } from '../command.ts';
import { count, when } from '../format.ts';
import type { Deal } from '../types.ts';

export default command({
  name: 'deals',
  description: 'Deals, newest first, and what each waits for',
  args: {
    stage: { type: 'string', description: `Only this stage: ${dealStages.join(', ')}` },
    all: { type: 'boolean', description: 'Closed ones too' },
    limit: { type: 'string', default: '25', description: 'At most so many' },
  },
  async run({ args, out, api }) {
    const deals = await api().all<Deal>(
      '/v1/deals',
      { stage: args.stage, open: args.all || args.stage ? undefined : true },
      wholeNumber(args.limit, '--limit', { max: 100_000 }),
    );
    if (deals.length === 0)
      out.line(args.stage ? `No deal is at "${args.stage}".` : 'No deal is open. "keyturn import <file>" brings leads; the qualified ones become deals.');
    else
      out.table(deals, [
        { title: 'Deal', value: (deal) => String(deal.dealNo), align: 'right' },
        { title: 'Property', value: (deal) => deal.property ?? '–', max: 44 },
        { title: 'Side', value: (deal) => deal.side },
        { title: 'Score', value: (deal) => (deal.score === null ? '–' : deal.score.toFixed(1)), align: 'right' },
        { title: 'Stage', value: (deal) => out.style(deal.closedAt ? 'dim' : deal.stage === 'blocked' ? 'red' : 'green', deal.stage) },
        { title: 'Waits for', value: (deal) => deal.waitingFor ?? deal.closedReason ?? '–', max: 60 },
        { title: 'Next', value: (deal) => when(deal.dueAt) },
      ]);
    out.line(out.style('dim', `${count(deals.length)} shown`));
    out.result({ deals });
  },
});
