import { command, wholeNumber } from '../command.ts';

type Item = {
  document: string;
  title: string;
  status: string;
  why: string;
  formVersion: string | null;
  dueOn: string | null;
  state: string;
  overridden: { reason: string } | null;
};
type Checklist = {
  on: string;
  stateCovered: boolean;
  behind: boolean;
  missing: string[];
  questions: { fact: string; question: string; documents: string[] }[];
  items: Item[];
};

export default command({
  name: 'checklist',
  description: 'What the law asks of a deal, and where each document stands',
  args: { deal: { type: 'positional', required: true, description: 'Number of the deal' }, all: { type: 'boolean', description: 'With what is not required' } },
  async run({ args, out, api }) {
    const list = await api().get<Checklist>(`/v1/deals/${wholeNumber(args.deal, 'The deal number')}/checklist`);
    const shown = list.items.filter(({ status }) => args.all || status !== 'not-required');
    out.line(out.style('bold', `Checklist of ${list.on}: ${list.missing.length} missing`));
    if (list.behind) out.line("The state's compliance has not taken in the last facts yet; look again in a moment.");
    if (!list.stateCovered) out.line('The rules of this state are not kept here: look them up.');
    if (shown.length > 0)
      out.table(shown, [
        { title: 'Document', value: ({ document }) => document },
        { title: 'Title', value: ({ title }) => title, max: 44 },
        { title: 'Form', value: ({ formVersion }) => formVersion ?? '–' },
        { title: 'Law', value: ({ status }) => status },
        {
          title: 'Stands',
          value: ({ status, state, overridden }) => (overridden ? `overridden: ${overridden.reason}` : status === 'required' ? state : '–'),
          max: 40,
        },
        { title: 'Due', value: ({ dueOn }) => dueOn ?? '–' },
        { title: 'Why', value: ({ why }) => why, max: 60 },
      ]);
    if (list.questions.length > 0) out.line(`\n${out.style('bold', 'To be answered')}`);
    for (const { fact, question, documents } of list.questions) out.line(`  ${question} (${fact}: ${documents.join(', ')})`);
    out.result(list);
  },
});
