import { command, pairs, wholeNumber } from '../command.ts';
import { clockWords } from '../deadlines.ts';
import { usageError } from '../errors.ts';
import { dollars } from '../format.ts';
import { centsOf } from '../local.ts';

type Place = { date: string | null; waitsFor: string[] } | null;
type Ripple = {
  dryRun: boolean;
  amendmentNo: number | null;
  changes: Record<string, { prior: unknown; next: unknown }>;
  deadlines: { clock: string; title: string; prior: Place; next: Place; days: number | null; held: boolean }[];
  tasks: { title: string }[];
  messages: { template: string; clock: string }[];
  documents: { document: string; change: string; because: string }[];
  people: { role: string; why: string }[];
};

export default command({
  name: 'change',
  description:
    'An amendment: change 26 closingDate=2027-01-08 optionDays=12 --reason "repairs"; shows what it moves, and asks nothing of anybody with --dry-run',
  args: {
    deal: { type: 'positional', required: true, description: 'Number of the deal' },
    reason: { type: 'string', required: true, description: 'Why' },
    price: { type: 'string', description: 'New price in dollars' },
    dryRun: { type: 'boolean', alias: 'dry-run', description: 'Only show what it would move' },
  },
  takesRest: true,
  async run({ args, rest, out, api }) {
    const filled = Object.entries(pairs(rest));
    if (filled.length === 0 && args.price === undefined) throw usageError('Name what changes, such as closingDate=2027-01-08.');
    const body = {
      reason: args.reason,
      ...(args.price === undefined ? {} : { priceCents: centsOf(args.price, '--price') }),
      periods: Object.fromEntries(filled.filter(([name, value]) => typeof value === 'number' || (value === null && name.endsWith('Days')))),
      dates: Object.fromEntries(filled.filter(([name, value]) => typeof value !== 'number' && !(value === null && name.endsWith('Days')))),
    };
    const path = `/v1/deals/${wholeNumber(args.deal, 'The deal number')}/changes${args.dryRun ? '?dryRun=true' : ''}`;
    const ripple = await api().post<Ripple>(path, body);
    out.line(ripple.dryRun ? 'It would change:' : `Amendment ${ripple.amendmentNo}:`);
    for (const [name, { prior, next }] of Object.entries(ripple.changes))
      out.line(
        name === 'priceCents' ? `  price: ${dollars(Number(prior))} → ${dollars(Number(next))}` : `  ${name}: ${prior ?? 'nothing'} → ${next ?? 'nothing'}`,
      );
    const place = (at: Place): string => at?.date ?? (at ? `no date (${at.waitsFor.join(', ')})` : 'not there');
    for (const { clock, title, prior, next, days, held } of ripple.deadlines)
      out.line(
        `  ${clockWords(clock, title)}: ${place(prior)} → ${place(next)}${days === null ? '' : ` (${days > 0 ? '+' : ''}${days} days)`}${held ? ', set by hand: stays' : ''}`,
      );
    for (const { role, why } of ripple.people) out.line(`  tell the ${role}: ${why}`);
    for (const { title } of ripple.tasks) out.line(`  task: ${title}`);
    for (const { template, clock } of ripple.messages) out.line(`  draft: ${template} about ${clock}`);
    for (const { document, change, because } of ripple.documents) out.line(`  document ${document}: ${change} (${because})`);
    out.result(ripple);
  },
});
