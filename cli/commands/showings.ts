import { defineCommand } from 'citty';
import { command, wholeNumber } from '../command.ts';
import { localTime } from '../local.ts';
import type { Showing } from '../types.ts';

const deal = { type: 'positional', required: true, description: 'Number of the deal' } as const;
const showing = { type: 'positional', required: true, description: 'Number of the showing within the deal' } as const;
const of = (dealNo: string): string => `/v1/deals/${wholeNumber(dealNo, 'The deal number')}/showings`;
const said = ({ showingNo, local, zone, status }: Showing): string => `Showing ${showingNo}: ${local} (${zone}), ${status}.`;

const list = command({
  name: 'list',
  description: 'Who looked or will look at the property',
  args: { deal },
  async run({ args, out, api }) {
    const { items } = await api().get<{ items: Showing[] }>(of(args.deal));
    if (items.length === 0) out.line('There is no showing.');
    else
      out.table(items, [
        { title: 'No', value: ({ showingNo }) => String(showingNo), align: 'right' },
        { title: 'When', value: ({ local, zone }) => `${local} (${zone})` },
        { title: 'Who', value: ({ visitor }) => visitor, max: 40 },
        { title: 'Status', value: ({ status, reason }) => (reason ? `${status}: ${reason}` : status), max: 40 },
        { title: 'Feedback', value: ({ feedback }) => feedback ?? '–', max: 60 },
      ]);
    out.result({ showings: items });
  },
});

const add = command({
  name: 'add',
  description: 'Schedule a showing: showings add 7 "2026-12-01 14:00" --who "Bea Buyer and her agent"',
  args: {
    deal,
    at: { type: 'positional', required: true, description: 'Time where the property is, "YYYY-MM-DD HH:MM"' },
    who: { type: 'string', required: true, description: 'Who comes' },
    zone: { type: 'string', description: "The property's time zone, where it is not clear" },
  },
  async run({ args, out, api }) {
    const scheduled = await api().post<Showing>(of(args.deal), {
      ...{ at: localTime(args.at, 'The time'), visitor: args.who },
      ...(args.zone ? { zone: args.zone } : {}),
    });
    out.line(said(scheduled));
    out.result(scheduled);
  },
});

const change = command({
  name: 'change',
  description: 'Move a showing, say that it took place or not, and what the visitor said',
  args: {
    deal,
    showing,
    at: { type: 'string', description: 'Another time where the property is', valueHint: 'YYYY-MM-DD HH:MM' },
    status: { type: 'enum', options: ['scheduled', 'done', 'cancelled'], description: 'What became of it' },
    feedback: { type: 'string', description: 'What the visitor said' },
    reason: { type: 'string', description: 'Why it was moved or cancelled' },
  },
  async run({ args, out, api }) {
    const changed = await api().post<Showing>(`${of(args.deal)}/${wholeNumber(args.showing, 'The showing number')}`, {
      ...(args.at ? { at: localTime(args.at, '--at') } : {}),
      ...(args.status ? { status: args.status } : {}),
      ...(args.feedback ? { feedback: args.feedback } : {}),
      ...(args.reason ? { reason: args.reason } : {}),
    });
    out.line(said(changed));
    out.result(changed);
  },
});

export default defineCommand({
  meta: { name: 'showings', description: 'Showings of a property: list, add, change' },
  subCommands: { list, add, change },
});
