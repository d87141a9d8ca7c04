import { defineCommand } from 'citty';
import { command } from '../command.ts';
import { when } from '../format.ts';

type Parked = {
  id: string;
  consumer: string;
  event: { type: string; position: number };
  cause: string;
  nextStep: string;
  attempts: number;
  status: string;
  parkedAt: string;
};

const list = command({
  name: 'list',
  description: 'Events that a consumer could not take, oldest first',
  args: { status: { type: 'enum', options: ['parked', 'retry', 'done', 'discarded'], default: 'parked', description: 'In this status' } },
  async run({ args, out, api }) {
    const parked = await api().all<Parked>('/v1/parked', { status: args.status }, 1000);
    if (parked.length === 0) out.line(args.status === 'parked' ? 'Nothing is parked.' : `Nothing is "${args.status}".`);
    for (const row of parked) {
      out.line(`${out.style('bold', row.event.type)} at ${row.event.position}, not taken by ${row.consumer} (${row.attempts} attempts, ${when(row.parkedAt)})`);
      out.line(`  ${row.id}`);
      out.line(`  Cause  ${row.cause}`);
      out.line(`  Next   ${row.nextStep}`);
    }
    out.result({ parked });
  },
});

const settle = (name: 'retry' | 'discard', description: string, done: string) =>
  command({
    name,
    description,
    args: {
      id: { type: 'positional', required: true, description: 'Id of the parked event, or "all"' },
      ...(name === 'discard' ? { reason: { type: 'string' as const, required: true, description: 'Why; it becomes part of the record' } } : {}),
    },
    async run({ args, out, api }) {
      const ids = args.id === 'all' ? (await api().all<Parked>('/v1/parked', { status: 'parked' }, 1000)).map(({ id }) => id) : [args.id];
      const settled: Parked[] = [];
      for (const id of ids)
        settled.push(await api().post<Parked>(`/v1/parked/${encodeURIComponent(id)}/${name}`, name === 'discard' ? { reason: args.reason } : undefined));
      out.line(ids.length === 0 ? 'Nothing is parked.' : `${ids.length === 1 ? '1 event' : `${ids.length} events`} ${done}.`);
      out.result({ settled });
    },
  });

export default defineCommand({
  meta: { name: 'parked', description: 'Parked events: list, retry, discard' },
  subCommands: {
    list,
    retry: settle('retry', 'Deliver it again; what waits behind it follows', 'will be delivered again'),
    discard: settle('discard', 'Give it up for this consumer; what waits behind it is delivered', 'discarded'),
  },
});
