import { command, wholeNumber } from '../command.ts';
import { when } from '../format.ts';

type Line = {
  bucket: string;
  taskId: string | null;
  parkedId: string | null;
  title: string;
  reason: string;
  dealNo: number | null;
  property: string | null;
  role: string;
  owner: string | null;
  dueAt: string;
};

export default command({
  name: 'needs-me',
  description: 'What asks for somebody now, over all files',
  args: {
    mine: { type: 'boolean', description: 'Only mine' },
    role: { type: 'string', description: 'Only of this role' },
    limit: { type: 'string', default: '50', description: 'At most so many' },
  },
  async run({ args, out, api }) {
    const lines = await api().all<Line>(
      '/v1/needs-me',
      { mine: args.mine ? true : undefined, role: args.role },
      wholeNumber(args.limit, '--limit', { max: 10_000 }),
    );
    if (lines.length === 0) out.line('Nothing needs anybody now.');
    else
      out.table(lines, [
        { title: 'Because', value: ({ bucket }) => bucket },
        { title: 'Due', value: ({ dueAt }) => when(dueAt) },
        { title: 'Deal', value: ({ dealNo }) => (dealNo === null ? '–' : String(dealNo)), align: 'right' },
        { title: 'Property', value: ({ property }) => property ?? '–', max: 32 },
        { title: 'What', value: ({ title }) => title, max: 48 },
        { title: 'Why', value: ({ reason }) => reason, max: 60 },
        { title: 'Who', value: ({ owner, role }) => owner ?? role },
        { title: 'Id', value: ({ taskId, parkedId }) => taskId ?? parkedId ?? '–' },
      ]);
    out.result({ lines });
  },
});
