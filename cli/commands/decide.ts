import { command } from '../command.ts';
import { count } from '../format.ts';
import { selectionArgs, selectionOf } from '../selection.ts';

type Decided = { decided: number; leadNos: number[]; skipped: { leadNo: number; status: string }[]; unknown: number[] };

export default command({
  name: 'decide',
  description: 'Decide leads in review yourself: decide qualified 17 18 --reason "seen on site"',
  args: {
    outcome: { type: 'positional', required: true, description: 'qualified or rejected' },
    reason: { type: 'string', required: true, description: 'Why, in your words' },
    ...selectionArgs,
  },
  takesRest: true,
  async run({ args, rest, out, api }) {
    const answer = await api().post<Decided>('/v1/leads/decide', { select: selectionOf(args, rest), outcome: args.outcome, reason: args.reason });
    out.line(`${count(answer.decided)} leads are ${args.outcome} now.`);
    for (const { leadNo, status } of answer.skipped) out.line(`  Lead ${leadNo} stays as it is: ${status}.`);
    for (const leadNo of answer.unknown) out.line(`  There is no lead ${leadNo}.`);
    out.result(answer);
  },
});
