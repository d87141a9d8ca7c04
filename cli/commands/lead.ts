import { command, wholeNumber } from '../command.ts';
import { dollars } from '../format.ts';
import type { Lead } from '../types.ts';
import { placeOf } from './leads.ts';

type Clause = { id: string; title?: string; verdict: string; values?: Record<string, unknown>; missing?: string[] };
type Detail = Lead & {
  owners: { name: string; kind: string }[];
  lists: { importNo: number; listName: string; listDate: string }[];
  decision: { outcome: string; ruleVersion: number | null; decidedBy: string[]; clauses: Clause[] } | null;
  deals: { dealNo: number; side: string; stage: string }[];
};

export default command({
  name: 'lead',
  description: 'One lead, its score explained clause by clause',
  args: { no: { type: 'positional', required: true, description: 'Number of the lead' } },
  async run({ args, out, api }) {
    const lead = await api().get<Detail>(`/v1/leads/${wholeNumber(args.no, 'The lead number')}`);
    out.line(`${out.style('bold', `Lead ${lead.leadNo}`)}  ${placeOf(lead.address)}`);
    out.line(`${lead.status}${lead.hot ? ', hot' : ''}, score ${lead.score === null ? 'none' : lead.score.toFixed(1)}, value ${dollars(lead.valueCents)}`);
    for (const { name, kind } of lead.owners) out.line(`  Owner  ${name} (${kind})`);
    for (const { listName, listDate, importNo } of lead.lists) out.line(`  List   ${listName}, ${listDate} (import ${importNo})`);
    for (const { dealNo, side, stage } of lead.deals) out.line(`  Deal   ${dealNo}: ${side}, ${stage}`);
    if (lead.decision) {
      out.line();
      out.line(`Rules ${lead.decision.ruleVersion ?? '–'}: ${out.style('bold', lead.decision.outcome)}`);
      out.table(lead.decision.clauses, [
        { title: 'Verdict', value: ({ verdict }) => out.style(verdict === 'pass' ? 'green' : verdict === 'fail' ? 'red' : 'yellow', verdict) },
        { title: 'Clause', value: ({ title, id }) => title ?? id, max: 60 },
        {
          title: 'Values',
          value: ({ values = {}, missing = [] }) =>
            [...Object.entries(values).map(([name, value]) => `${name} ${JSON.stringify(value)}`), ...missing.map((name) => `${name} is missing`)].join(', '),
          max: 90,
        },
      ]);
    }
    out.result(lead);
  },
});
