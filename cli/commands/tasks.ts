import { defineCommand } from 'citty';
import { command, wholeNumber } from '../command.ts';
import { usageError } from '../errors.ts';
import { when } from '../format.ts';

type Task = { id: string; kind: string; title: string; reason: string; role: string; dueAt: string; status: string };

const list = command({
  name: 'list',
  description: 'What people must do, due first',
  args: {
    mine: { type: 'boolean', description: 'Only mine' },
    role: { type: 'string', description: 'Only of this role' },
    limit: { type: 'string', default: '50', description: 'At most so many' },
  },
  async run({ args, out, api }) {
    const tasks = await api().all<Task>(
      '/v1/tasks',
      { mine: args.mine ? true : undefined, role: args.role },
      wholeNumber(args.limit, '--limit', { max: 10_000 }),
    );
    if (tasks.length === 0) out.line('Nothing is to be done.');
    else
      out.table(tasks, [
        { title: 'Due', value: (task) => when(task.dueAt) },
        { title: 'What', value: (task) => task.title, max: 48 },
        { title: 'Why', value: (task) => task.reason, max: 60 },
        { title: 'Role', value: (task) => task.role },
        { title: 'Id', value: (task) => task.id },
      ]);
    out.result({ tasks });
  },
});

const claim = command({
  name: 'claim',
  description: 'Make it mine',
  args: { id: { type: 'positional', required: true, description: 'Id of the task' } },
  async run({ args, out, api }) {
    const task = await api().post<Task>(`/v1/tasks/${encodeURIComponent(args.id)}/claim`, {});
    out.line(`Yours: ${task.title}`);
    out.result(task);
  },
});

const done = command({
  name: 'done',
  description: 'Close it with what came of it',
  args: {
    id: { type: 'positional', required: true, description: 'Id of the task' },
    outcome: { type: 'positional', required: true, description: 'In your words' },
  },
  async run({ args, out, api }) {
    if (!args.outcome.trim()) throw usageError('The outcome is empty.');
    const task = await api().post<Task>(`/v1/tasks/${encodeURIComponent(args.id)}/done`, { outcome: args.outcome });
    out.line(`Done: ${task.title}`);
    out.result(task);
  },
});

export default defineCommand({
  meta: { name: 'tasks', description: 'What people must do: list, claim, done' },
  subCommands: { list, claim, done },
});
