import { command, pairs } from '../command.ts';
import { type Deadline, deadlineLines, deadlineRequest } from '../deadline.ts';
import { dollars } from '../format.ts';

type Formula = { formula: string; title: string; inputs: { properties?: Record<string, unknown>; required?: string[] } };
type Calculation = { formula: string; inputs: Record<string, unknown>; outputs: Record<string, unknown> };

export default command({
  name: 'calc',
  description:
    'Calculate one formula, or a deadline: calc mao-percent arvCents=30000000 ruleBps=7000 repairsCents=4000000; calc deadline regime=tx-trec-resale clock=option-period-end zone=America/Chicago effectiveDate=2027-03-01 optionDays=10',
  args: { formula: { type: 'positional', required: false, description: 'Name of the formula; without one, the list' } },
  takesRest: true,
  async run({ args, rest, out, api }) {
    if (!args.formula) {
      const { items } = await api().get<{ items: Formula[] }>('/v1/calculators');
      out.table(items, [
        { title: 'Formula', value: ({ formula }) => formula },
        { title: 'What', value: ({ title }) => title, max: 60 },
        {
          title: 'Inputs',
          value: ({ inputs }) =>
            Object.keys(inputs.properties ?? {})
              .map((name) => (inputs.required?.includes(name) ? name : `[${name}]`))
              .join(' '),
        },
      ]);
      out.result({ formulas: items });
      return;
    }
    if (args.formula === 'deadline') {
      const result = await api().post<Deadline>('/v1/calculators/deadline', deadlineRequest(pairs(rest)));
      for (const line of deadlineLines(result)) out.line(line);
      out.result(result);
      return;
    }
    const result = await api().post<Calculation>(`/v1/calculators/${encodeURIComponent(args.formula)}`, pairs(rest));
    for (const [name, value] of Object.entries(result.outputs)) out.line(`${name.padEnd(28)} ${shown(name, value)}`);
    out.result(result);
  },
});

/** Cents as dollars and basis points as percent beside the figure that other programs get. */
function shown(name: string, value: unknown): string {
  if (typeof value !== 'number') return String(value ?? '–');
  if (name.endsWith('Cents')) return `${value}  (${dollars(value)})`;
  if (name.endsWith('Bps')) return `${value}  (${value / 100} %)`;
  return String(value);
}
