import { command, wholeNumber } from '../command.ts';
import { deadlineLines, workingLines } from '../deadlines.ts';
import { usageError } from '../errors.ts';
import type { FileDeadline } from '../types.ts';

const acts = ['satisfy', 'waive', 'terminate', 'toll', 'resume', 'set-date', 'by-rule'];

export default command({
  name: 'deadlines',
  description: 'All deadlines of a deal, or one with its working; with --act it is waived, tolled, set by hand …',
  args: {
    deal: { type: 'positional', required: true, description: 'Number of the deal' },
    clock: { type: 'positional', required: false, description: 'One deadline, such as option' },
    act: { type: 'enum', options: acts, description: 'What to do with it' },
    reason: { type: 'string', description: 'Why; kept with who and when' },
    proof: { type: 'string', description: 'What proves it' },
    date: { type: 'string', description: 'The date to set by hand', valueHint: 'YYYY-MM-DD' },
  },
  async run({ args, out, api }) {
    const path = `/v1/deals/${wholeNumber(args.deal, 'The deal number')}/deadlines`;
    if (!args.clock) {
      const { items } = await api().get<{ items: FileDeadline[] }>(path);
      deadlineLines(out, items);
      out.result({ deadlines: items });
      return;
    }
    const one = `${path}/${encodeURIComponent(args.clock)}`;
    if (args.act) {
      if (!args.reason) throw usageError('Say why with --reason.');
      await api().post(one, { act: args.act, reason: args.reason, ...(args.proof ? { proof: args.proof } : {}), ...(args.date ? { date: args.date } : {}) });
    }
    const deadline = await api().get<FileDeadline & { explanation: string }>(one);
    deadlineLines(out, [deadline]);
    out.line(`  ${deadline.explanation}`);
    workingLines(out, deadline);
    out.result(deadline);
  },
});
