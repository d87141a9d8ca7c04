import { contingencyNames } from '../../domain/closing/contingencies.ts';
import { command, wholeNumber } from '../command.ts';
import { deadlineLines } from '../deadlines.ts';
import { factValue } from '../known.ts';
import { centsOf } from '../local.ts';
import type { FileDeadline } from '../types.ts';

type Fact = { fact: string; effectiveOn: string; value: number | string | null };

export default command({
  name: 'fact',
  description: 'Record what happened on a file: fact 26 EarnestMoney.Received --amount 3000; without a fact those recorded are listed',
  args: {
    deal: { type: 'positional', required: true, description: 'Number of the deal' },
    fact: { type: 'positional', required: false, description: 'What happened, such as InspectionReport.Received' },
    on: { type: 'string', description: 'The day it took effect; today when left out', valueHint: 'YYYY-MM-DD' },
    amount: { type: 'string', description: 'Dollars' },
    text: { type: 'string', description: 'What it says' },
    contingency: { type: 'enum', options: contingencyNames, description: 'Which contingency was removed in writing' },
    note: { type: 'string', description: 'Evidence in words' },
  },
  async run({ args, out, api }) {
    const path = `/v1/deals/${wholeNumber(args.deal, 'The deal number')}/facts`;
    if (!args.fact) {
      const { items } = await api().get<{ items: Fact[] }>(path);
      if (items.length === 0) out.line('Nothing has been recorded yet.');
      for (const { fact, effectiveOn, value } of items) out.line(`  ${effectiveOn}  ${fact}${factValue(fact, value)}`);
      out.result({ facts: items });
      return;
    }
    const recorded = await api().post<Fact & { deadlines: FileDeadline[] }>(path, {
      fact: args.fact,
      ...(args.on ? { effectiveOn: args.on } : {}),
      ...(args.amount === undefined ? {} : { amountCents: centsOf(args.amount, '--amount') }),
      ...(args.text ? { text: args.text } : {}),
      ...(args.contingency ? { contingency: args.contingency } : {}),
      ...(args.note ? { evidence: { note: args.note } } : {}),
    });
    out.line(`Recorded: ${recorded.fact} on ${recorded.effectiveOn}.`);
    deadlineLines(out, recorded.deadlines);
    out.result(recorded);
  },
});
