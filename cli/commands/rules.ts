import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { defineCommand } from 'citty';
import type { Api } from '../client.ts';
import { command, wholeNumber } from '../command.ts';
import { CliError, exitCodes } from '../errors.ts';
import { count, when } from '../format.ts';
import { watchJob } from '../jobs.ts';
import type { Accepted } from '../types.ts';

type RuleSet = { version: number; name: string; status: string; definition: unknown; publishedAt: string | null };
type Compared = {
  compared: number;
  changed: number;
  byTransition: Record<string, number>;
  examples?: { leadNo: number; from: { outcome: string }; to: { outcome: string } }[];
};

const list = command({
  name: 'list',
  description: 'Rule sets, newest first',
  args: {},
  async run({ out, api }) {
    const { items } = await api().get<{ items: RuleSet[] }>('/v1/rule-sets');
    out.table(items, [
      { title: 'Version', value: ({ version }) => String(version), align: 'right' },
      { title: 'Name', value: ({ name }) => name },
      { title: 'Status', value: ({ status }) => status },
      { title: 'Published', value: ({ publishedAt }) => when(publishedAt) },
    ]);
    out.result({ ruleSets: items });
  },
});

const show = command({
  name: 'show',
  description: 'One rule set as JSON: change it in a file, then check and test that',
  args: { version: { type: 'positional', required: true, description: 'Its version' } },
  async run({ args, out, api }) {
    const { definition, ...ruleSet } = await api().get<RuleSet>(`/v1/rule-sets/${wholeNumber(args.version, 'The version')}`);
    if (!out.json) out.line(JSON.stringify(definition, null, 2));
    out.result({ ...ruleSet, definition });
  },
});

const check = command({
  name: 'check',
  description: 'All faults of the rule set in a file',
  args: { file: { type: 'positional', required: true, description: 'JSON as "rules show" prints it' } },
  async run({ args, out, api }) {
    const { ok, faults } = await api().post<{ ok: boolean; faults: { path: string; message: string }[] }>('/v1/rule-sets/check', {
      definition: await readDefinition(args.file),
    });
    for (const { path, message } of faults) out.line(`${out.style('red', '✗')} ${path}: ${message}`);
    out.line(ok ? 'No faults.' : `${faults.length === 1 ? '1 fault' : `${faults.length} faults`}.`);
    out.result({ ok, faults });
    process.exitCode = ok ? exitCodes.ok : exitCodes.failed;
  },
});

const test = command({
  name: 'test',
  description: 'See over all stored leads who would change, before publishing',
  args: {
    rules: { type: 'positional', required: true, description: 'Version of a draft, or a file (saved as a draft)' },
    name: { type: 'string', description: 'Name of the draft; the file’s when left out' },
  },
  async run({ args, out, api }) {
    const version = /^\d{1,9}$/.test(args.rules) ? Number(args.rules) : (await draft(api(), args.rules, args.name)).version;
    const accepted = await api().post<Accepted & { leads: number }>(`/v1/rule-sets/${version}/test`);
    const { result } = await watchJob(api(), accepted.job.location, `Rules ${version} over ${count(accepted.leads)} leads`, out);
    const { compared, changed, byTransition, examples = [] } = result as Compared;
    out.line(`Rules ${version} over ${count(compared)} leads: ${out.style('bold', `${count(changed)} would change`)}.`);
    for (const [transition, number] of Object.entries(byTransition)) out.line(`  ${transition.padEnd(24)} ${count(number).padStart(8)}`);
    for (const { leadNo, from, to } of examples.slice(0, 10)) out.line(out.style('dim', `  for example lead ${leadNo}: ${from.outcome} → ${to.outcome}`));
    if (changed > 0) out.line(`"keyturn rules publish ${version}" lets them decide.`);
    out.result({ version, ...(result as Compared) });
  },
});

const publish = command({
  name: 'publish',
  description: 'Let a draft decide from now on; only leads that change are written',
  args: { version: { type: 'positional', required: true, description: 'Its version' } },
  async run({ args, out, api }) {
    const version = wholeNumber(args.version, 'The version');
    const accepted = await api().post<Accepted & { leads: number }>(`/v1/rule-sets/${version}/publish`);
    const { result } = await watchJob(api(), accepted.job.location, `Deciding ${count(accepted.leads)} leads`, out);
    out.line(`Rules ${version} decide now; ${count((result as { changed?: number }).changed ?? 0)} leads changed.`);
    out.result(result);
  },
});

const draft = async (api: Api, file: string, name = basename(file).slice(0, 100)): Promise<RuleSet> =>
  api.post<RuleSet>('/v1/rule-sets', { name, definition: await readDefinition(file) });

async function readDefinition(file: string): Promise<unknown> {
  const text = await readFile(file, 'utf8').catch((error: NodeJS.ErrnoException) => {
    throw new CliError(
      exitCodes.failed,
      error.code === 'ENOENT' ? `There is no file ${file}.` : `${file} cannot be read (${error.code}).`,
      'Check the name and its permissions.',
    );
  });
  try {
    const parsed = JSON.parse(text) as { definition?: unknown };
    return parsed.definition ?? parsed;
  } catch {
    throw new CliError(exitCodes.failed, `${file} is not JSON.`, 'Take "keyturn rules show 1" as a start.');
  }
}

export default defineCommand({
  meta: { name: 'rules', description: 'Rule sets: list, show, check, test, publish' },
  subCommands: { list, show, check, test, publish },
});
