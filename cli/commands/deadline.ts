import { command, wholeNumber } from '../command.ts';
import { deadlineLines, workingLines } from '../deadlines.ts';
import { usageError } from '../errors.ts';
import type { FileDeadline } from '../types.ts';

export default command({
  name: 'deadline',
  description: 'Make a deadline by hand: deadline 26 "Roof certificate" --who seller --count 5 --from effectiveDate --reason "addendum 2"',
  args: {
    deal: { type: 'positional', required: true, description: 'Number of the deal' },
    title: { type: 'positional', required: true, description: 'What is due' },
    who: { type: 'string', required: true, description: 'buyer, seller, agent, coordinator, broker, lender or title' },
    reason: { type: 'string', required: true, description: 'Where it comes from' },
    date: { type: 'string', description: 'The day it is due', valueHint: 'YYYY-MM-DD' },
    count: { type: 'string', description: 'Or so many days from a date of the file', valueHint: 'days' },
    from: { type: 'string', description: 'The date to count from: effectiveDate, closingDate, …' },
    before: { type: 'boolean', description: 'Count back from it' },
    business: { type: 'boolean', description: 'Count business days' },
    time: { type: 'string', description: 'Local time; the end of the day when left out', valueHint: '17:00' },
    evidence: { type: 'string', description: 'The fact that shows it was done; a person when left out' },
    unwatched: { type: 'boolean', description: 'Nobody is reminded of it' },
  },
  async run({ args, out, api }) {
    if (Boolean(args.date) === Boolean(args.count)) throw usageError('Give --date, or --count with --from.');
    if (args.count && !args.from) throw usageError('Say with --from which date --count is from.');
    const count = args.count && {
      ...{ days: wholeNumber(args.count, '--count', { min: 0, max: 3660 }), from: args.from },
      ...{ unit: args.business ? 'business-days' : 'days', direction: args.before ? 'before' : 'after' },
    };
    const made = await api().post<FileDeadline>(`/v1/deals/${wholeNumber(args.deal, 'The deal number')}/deadlines`, {
      ...{ title: args.title, actor: args.who, reason: args.reason, watched: !args.unwatched },
      ...(count ? { count } : { date: args.date }),
      ...(args.time ? { localTime: args.time } : {}),
      ...(args.evidence ? { evidence: args.evidence } : {}),
    });
    deadlineLines(out, [made]);
    workingLines(out, made);
    out.result(made);
  },
});
