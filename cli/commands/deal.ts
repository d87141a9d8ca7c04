import { command, type Run, wholeNumber } from '../command.ts';
import { dollars, when } from '../format.ts';
import { type Known, knownLines } from '../known.ts';
import type { Deal, Health, Offer } from '../types.ts';

type Timeline = { zone: string; items: { at: string; what: string; when?: string }[] };

export default command({
  name: 'deal',
  description: 'One deal: status, timeline, why it waits',
  args: {
    no: { type: 'positional', required: true, description: 'Number of the deal' },
    asOf: { type: 'string', alias: 'as-of', description: 'The file and its timeline as they were known on this day', valueHint: 'YYYY-MM-DD' },
  },
  async run({ args, out, api }) {
    const path = `/v1/deals/${wholeNumber(args.no, 'The deal number')}`;
    if (args.asOf !== undefined) return asOf({ out, api }, path, args.asOf);
    const [deal, timeline, { explanation }, offers, health] = await Promise.all([
      api().get<Deal>(path),
      api().get<Timeline>(`${path}/timeline`),
      api().get<{ explanation: string }>(`${path}/explain`),
      api().get<{ items: Offer[] }>(`${path}/offers`),
      api().get<Health>(`${path}/health`),
    ]);
    const { zone, items } = timeline;
    heading(out, deal);
    out.line(`  Stage   ${out.style(deal.closedAt ? 'dim' : 'green', deal.stage)}`);
    out.line(`  Why     ${explanation}`);
    if (deal.dueAt) out.line(`  Next    ${when(deal.dueAt, zone)}`);
    for (const offer of offers.items) out.line(`  Offer   ${offer.offerNo}: ${dollars(offer.amountCents)} ${offer.terms}, ${offer.status}`);
    if (health.open > 0 || health.risks.length > 0)
      out.line(
        `  Health  ${out.style(health.health === 'on track' ? 'green' : 'red', health.health)}, ${health.open} ${health.open === 1 ? 'deadline' : 'deadlines'} open`,
      );
    for (const { what, owner, deadline, nextStep } of health.risks)
      out.line(`          ${what} (${owner}${deadline ? `, ${when(deadline, zone)}` : ''}). ${nextStep}.`);
    timelineLines(out, timeline);
    out.result({ deal, explanation, health, timeline: items, offers: offers.items });
  },
});

/** Of an earlier day nothing is told but what was known then. */
async function asOf({ out, api }: Pick<Run<Record<never, never>>, 'out' | 'api'>, path: string, day: string): Promise<void> {
  const query = { asOf: day };
  const [deal, known, timeline] = await Promise.all([
    api().get<Deal>(path),
    api().get<Known>(`${path}/as-of`, query),
    api().get<Timeline>(`${path}/timeline`, query),
  ]);
  heading(out, deal);
  knownLines(out, known);
  timelineLines(out, timeline);
  out.result({ known, timeline: timeline.items });
}

function heading(out: Run<Record<never, never>>['out'], deal: Deal): void {
  out.line(`${out.style('bold', `Deal ${deal.dealNo}`)}  ${deal.property ?? `lead ${deal.leadNo}`}`);
  out.line(`${deal.side}, lead ${deal.leadNo}${deal.score === null ? '' : `, score ${deal.score.toFixed(1)}${deal.hot ? ' (hot)' : ''}`}`);
  out.line();
}

/** Instants as they are read at the property: a deadline's last minute is of its own day. */
function timelineLines(out: Run<Record<never, never>>['out'], { zone, items }: Timeline): void {
  out.line();
  for (const { at, what } of items) out.line(`  ${out.style('dim', when(at, zone))}  ${what}`);
}
