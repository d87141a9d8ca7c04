import { command, wholeNumber } from '../command.ts';
import { dollars, when } from '../format.ts';
import type { Deal, Health, Offer } from '../types.ts';

export default command({
  name: 'deal',
  description: 'One deal: status, timeline, why it waits',
  args: {
    no: { type: 'positional', required: true, description: 'Number of the deal' },
    asOf: { type: 'string', alias: 'as-of', description: 'The timeline as it was known on this day', valueHint: 'YYYY-MM-DD' },
  },
  async run({ args, out, api }) {
    const path = `/v1/deals/${wholeNumber(args.no, 'The deal number')}`;
    const [deal, timeline, { explanation }, offers, health] = await Promise.all([
      api().get<Deal>(path),
      api().get<{ items: { at: string; what: string; when?: string }[] }>(`${path}/timeline`, args.asOf ? { asOf: args.asOf } : {}),
      api().get<{ explanation: string }>(`${path}/explain`),
      api().get<{ items: Offer[] }>(`${path}/offers`),
      api().get<Health>(`${path}/health`),
    ]);
    out.line(`${out.style('bold', `Deal ${deal.dealNo}`)}  ${deal.property ?? `lead ${deal.leadNo}`}`);
    out.line(`${deal.side}, lead ${deal.leadNo}${deal.score === null ? '' : `, score ${deal.score.toFixed(1)}${deal.hot ? ' (hot)' : ''}`}`);
    out.line();
    out.line(`  Stage   ${out.style(deal.closedAt ? 'dim' : 'green', deal.stage)}`);
    out.line(`  Why     ${explanation}`);
    if (deal.dueAt) out.line(`  Next    ${when(deal.dueAt)}`);
    for (const offer of offers.items) out.line(`  Offer   ${offer.offerNo}: ${dollars(offer.amountCents)} ${offer.terms}, ${offer.status}`);
    if (health.open > 0 || health.risks.length > 0)
      out.line(`  Health  ${out.style(health.health === 'on track' ? 'green' : 'red', health.health)}, ${health.open} deadlines open`);
    for (const { what, owner, deadline, nextStep } of health.risks)
      out.line(`          ${what} (${owner}${deadline ? `, ${when(deadline)}` : ''}). ${nextStep}`);
    out.line();
    for (const { at, what } of timeline.items) out.line(`  ${out.style('dim', when(at))}  ${what}`);
    out.result({ deal, explanation, health, timeline: timeline.items, offers: offers.items });
  },
});
