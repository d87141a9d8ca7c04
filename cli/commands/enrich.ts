import { command } from '../command.ts';
import { count } from '../format.ts';
import { watchJob } from '../jobs.ts';
import { selectionArgs, selectionOf } from '../selection.ts';
import type { Accepted } from '../types.ts';

export default command({
  name: 'enrich',
  description: 'Ask data providers about leads and decide them anew: enrich 17 18, or enrich --import 2 --limit 500',
  args: selectionArgs,
  takesRest: true,
  async run({ args, rest, out, api }) {
    const accepted = await api().post<Accepted & { leads: number }>('/v1/leads/enrich', { select: selectionOf(args, rest) });
    const { result } = await watchJob(api(), accepted.job.location, `${count(accepted.leads)} leads`, out);
    out.line(`${count(accepted.leads)} leads asked about and decided:`);
    for (const [name, value] of Object.entries(result as Record<string, unknown>))
      if (typeof value === 'number' && name !== 'jobNo') out.line(`  ${name.padEnd(20)} ${count(value).padStart(8)}`);
    out.result(result);
  },
});
