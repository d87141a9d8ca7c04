import { contingencyNames } from '../../domain/closing/contingencies.ts';
import { command, wholeNumber } from '../command.ts';
import { deadlineLines } from '../deadlines.ts';
import { usageError } from '../errors.ts';
import { factValue } from '../known.ts';
import { centsOf } from '../local.ts';
import type { FileDeadline } from '../types.ts';

type Fact = { id: string; fact: string; effectiveOn: string; value: number | string | null; takenBack: { reason: string } | null };

export default command({
  name: 'fact',
  description:
    'Record what happened on a file: fact 26 EarnestMoney.Received --amount 3000; with --take-back it never did; without a fact those recorded are listed',
  args: {
    deal: { type: 'positional', required: true, description: 'Number of the deal' },
    fact: { type: 'positional', required: false, description: 'What happened, such as InspectionReport.Received' },
    on: { type: 'string', description: 'The day it took effect; today when left out', valueHint: 'YYYY-MM-DD' },
    amount: { type: 'string', description: 'Dollars' },
    text: { type: 'string', description: 'What it says' },
    contingency: { type: 'enum', options: contingencyNames, description: 'Which contingency was removed in writing' },
    note: { type: 'string', description: 'Evidence in words' },
    takeBack: { type: 'boolean', alias: 'take-back', description: 'It was recorded by mistake' },
    reason: { type: 'string', description: 'Why it is taken back' },
  },
  async run({ args, out, api }) {
    const path = `/v1/deals/${wholeNumber(args.deal, 'The deal number')}/facts`;
    if (!args.fact) {
      const { items } = await api().get<{ items: Fact[] }>(path);
      if (items.length === 0) out.line('Nothing has been recorded yet.');
      for (const { fact, effectiveOn, value, takenBack } of items)
        out.line(`  ${effectiveOn}  ${fact}${factValue(fact, value)}${takenBack ? `, taken back: ${takenBack.reason}` : ''}`);
      out.result({ facts: items });
      return;
    }
    if (args.takeBack) {
      if (!args.reason) throw usageError('Say why with --reason.');
      const { items } = await api().get<{ items: Fact[] }>(path);
      const { id } = theOne(items, args.fact, [args.on, args.contingency]);
      const taken = await api().post<Fact & { deadlines: FileDeadline[] }>(`${path}/${id}/take-back`, { reason: args.reason });
      out.line(`Taken back: ${taken.fact} on ${taken.effectiveOn}.`);
      deadlineLines(out, taken.deadlines);
      out.result(taken);
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

/** The fact that is meant: of several, the one of that day or contingency. One that was taken back is the last that is meant. */
function theOne(items: readonly Fact[], fact: string, [on, contingency]: (string | undefined)[]): Fact {
  const named = items.filter((one) => one.fact === fact && (!on || one.effectiveOn === on) && (!contingency || one.value === contingency));
  const standing = named.filter(({ takenBack }) => takenBack === null);
  const [one, second] = standing.length > 0 ? standing : named.slice(-1);
  if (!one) throw usageError(`Nothing of that kind is recorded: ${fact}.`, 'List what is, with the number of the deal alone.');
  if (second) throw usageError(`${fact} is recorded more than once.`, 'Say which with --on or --contingency.');
  return one;
}
