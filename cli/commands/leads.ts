import { command, wholeNumber } from '../command.ts';
import { count, dollars } from '../format.ts';
import type { Lead } from '../types.ts';

export default command({
  name: 'leads',
  description: 'Leads, best score first',
  args: {
    status: { type: 'enum', options: ['new', 'review', 'qualified', 'rejected', 'in-deal', 'closed'], description: 'Only this status' },
    hot: { type: 'boolean', description: 'Only hot ones' },
    import: { type: 'string', description: 'Only of this import', valueHint: 'no' },
    state: { type: 'string', description: 'Only in this state', valueHint: 'TN' },
    zip: { type: 'string', description: 'Only in this ZIP', valueHint: '37216' },
    address: { type: 'string', description: 'Part of the street line' },
    limit: { type: 'string', default: '25', description: 'At most so many' },
  },
  async run({ args, out, api }) {
    const filter = {
      status: args.status,
      hot: args.hot ? true : undefined,
      importNo: args.import,
      state: args.state?.toUpperCase(),
      zip: args.zip,
      address: args.address,
    };
    const leads = await api().all<Lead>('/v1/leads', { sort: 'score', ...filter }, wholeNumber(args.limit, '--limit', { max: 100_000 }));
    if (leads.length === 0) out.line('No lead fits. "keyturn import <file>" brings some.');
    else
      out.table(leads, [
        { title: 'Lead', value: ({ leadNo }) => String(leadNo), align: 'right' },
        { title: 'Property', value: ({ address }) => placeOf(address), max: 44 },
        { title: 'Status', value: ({ status, hot }) => (hot ? out.style('red', `${status}, hot`) : status) },
        { title: 'Score', value: ({ score }) => (score === null ? '–' : score.toFixed(1)), align: 'right' },
        { title: 'Value', value: ({ valueCents }) => dollars(valueCents), align: 'right' },
        { title: 'Missing facts', value: ({ missing }) => missing.join(', '), max: 60 },
      ]);
    out.line(out.style('dim', `${count(leads.length)} shown`));
    out.result({ leads });
  },
});

export const placeOf = ({ line, unit, city, state, zip }: Lead['address']): string =>
  [[line, unit].filter(Boolean).join(' '), city, [state, zip].filter(Boolean).join(' ')].filter(Boolean).join(', ') || '–';
