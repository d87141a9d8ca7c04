import { command, wholeNumber } from '../command.ts';
import { dollars, when } from '../format.ts';
import type { Deal, Offer } from '../types.ts';

export default command({
  name: 'deal',
  description: 'One deal: status, timeline, why it waits',
  args: { no: { type: 'positional', required: true, description: 'Number of the deal' } },
  async run({ args, out, api }) {
    const path = `/v1/deals/${wholeNumber(args.no, 'The deal number')}`;
    const [deal, timeline, { explanation }, offers] = await Promise.all([
      api().get<Deal>(path),
      api().get<{ items: { at: string; what: string }[] }>(`${path}/timeline`),
      api().get<{ explanation: string }>(`${path}/explain`),
      api().get<{ items: Offer[] }>(`${path}/offers`),
    ]);
    out.line(`${out.style('bold', `Deal ${deal.dealNo}`)}  ${deal.property ?? `lead ${deal.leadNo}`}`);
    out.line(`${deal.side}, lead ${deal.leadNo}${deal.score === null ? '' : `, score ${deal.score.toFixed(1)}${deal.hot ? ' (hot)' : ''}`}`);
    out.line();
    out.line(`  Stage   ${out.style(deal.closedAt ? 'dim' : 'green', deal.stage)}`);
    out.line(`  Why     ${explanation}`);
    if (deal.dueAt) out.line(`  Next    ${when(deal.dueAt)}`);
    for (const offer of offers.items) out.line(`  Offer   ${offer.offerNo}: ${dollars(offer.amountCents)} ${offer.terms}, ${offer.status}`);
    out.line();
    for (const { at, what } of timeline.items) out.line(`  ${out.style('dim', when(at))}  ${what}`);
    out.result({ deal, explanation, timeline: timeline.items, offers: offers.items });
  },
});
