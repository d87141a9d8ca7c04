import { openAsBlob } from 'node:fs';
import { stat } from 'node:fs/promises';
import { basename } from 'node:path';
import { command, pairs } from '../command.ts';
import { CliError, exitCodes, usageError } from '../errors.ts';
import { count, duration } from '../format.ts';
import { watchJob } from '../jobs.ts';
import type { Output } from '../output.ts';
import type { Accepted, ImportReport } from '../types.ts';

export default command({
  name: 'import',
  description: 'Import a list of properties (CSV, or CSV packed with gzip)',
  args: {
    file: { type: 'positional', required: true, description: 'The list' },
    list: { type: 'string', description: 'Name of the list; the file’s name when left out' },
    source: { type: 'string', description: 'Where it comes from: propstream, county, …' },
    date: { type: 'string', description: 'Date of the list; today when left out', valueHint: 'YYYY-MM-DD' },
    cost: { type: 'string', description: 'What it cost, in dollars', valueHint: '49.90' },
    map: { type: 'string', description: 'Columns of your own: "Header=field,Other Header=field"', valueHint: 'Header=field,…' },
    saved: { type: 'string', description: 'Name of a saved mapping' },
    defaults: { type: 'string', description: 'Values for gaps: "state=TN,county=Davidson"', valueHint: 'field=value,…' },
    known: { type: 'boolean', description: 'People we know, not a cold list' },
    preview: { type: 'boolean', description: 'Only show how the columns would be read' },
  },
  async run({ args, out, api }) {
    const path = args.file;
    const found = await stat(path).catch((error: NodeJS.ErrnoException) => {
      throw new CliError(
        exitCodes.failed,
        error.code === 'ENOENT' ? `There is no file ${path}.` : `${path} cannot be read (${error.code}).`,
        'Check the name and its permissions.',
      );
    });
    if (!found.isFile()) throw new CliError(exitCodes.failed, `${path} is not a file.`, 'Name the list itself.');
    if (found.size === 0) throw new CliError(exitCodes.failed, `${path} is empty.`, 'Export the list again.');
    const form = new FormData();
    form.append('file', await openAsBlob(path), basename(path));
    for (const [name, value] of Object.entries(fieldsOf(args, path))) form.append(name, value);

    if (args.preview) return preview(await api().upload<Preview>('/v1/imports/preview', form), out);
    out.progress(`Sending ${basename(path)} …`);
    const accepted = await api().upload<Accepted>('/v1/imports', form);
    const began = Date.now();
    const { result } = await watchJob(api(), accepted.job.location, basename(path), out);
    const report = result as ImportReport;
    print(report, out, (Date.now() - began) / 1000);
    out.result(report);
  },
});

type Args = { list?: string; source?: string; date?: string; cost?: string; map?: string; saved?: string; defaults?: string; known?: boolean };

function fieldsOf({ list, source, date, cost, map, saved, defaults, known }: Args, path: string): Record<string, string> {
  if (date && !/^\d{4}-\d{2}-\d{2}$/.test(date)) throw usageError(`--date is to be written as YYYY-MM-DD, not "${date}".`);
  if (cost && !/^\$?\d+(\.\d{1,2})?$/.test(cost)) throw usageError(`--cost is to be an amount in dollars such as 49.90, not "${cost}".`);
  const mapping = { ...(map ? { columns: textPairs(map) } : {}), ...(defaults ? { defaults: textPairs(defaults) } : {}) };
  return {
    list: list ?? basename(path),
    ...(source ? { source } : {}),
    ...(date ? { date } : {}),
    ...(cost ? { costCents: String(Math.round(Number(cost.replace('$', '')) * 100)) } : {}),
    ...(saved ? { saved } : {}),
    ...(known ? { relation: 'known' } : {}),
    ...(map || defaults ? { mapping: JSON.stringify(mapping) } : {}),
  };
}

/** `Header=field,Other=field`; a header without a field (`Header=`) is kept as it is. */
const textPairs = (text: string): Record<string, string | null> =>
  Object.fromEntries(
    Object.entries(pairs(text.split(',').map((part) => part.trim()))).map(([name, value]) => [name, value === '' || value === null ? null : String(value)]),
  );

type Preview = { preset: string; layout: Record<string, unknown>; columns: { header: string; field: string | null; samples: string[] }[] };

function preview({ preset, layout, columns }: Preview, out: Output): void {
  out.line(`Read as ${out.style('bold', preset)}: ${layout.encoding}, columns separated by ${JSON.stringify(layout.delimiter)}.`);
  out.table(columns, [
    { title: 'Column', value: ({ header }) => header, max: 40 },
    { title: 'Field', value: ({ field }) => field ?? '(kept as it is)' },
    { title: 'Samples', value: ({ samples }) => samples.filter(Boolean).join(' | '), max: 80 },
  ]);
  out.result({ preset, layout, columns });
}

function print(report: ImportReport, out: Output, seconds: number): void {
  const row = (name: string, value: number, note = ''): void => out.line(`  ${name.padEnd(10)} ${count(value).padStart(10)}${note ? `  ${note}` : ''}`);
  out.line(`${out.style('bold', count(report.read))} lines read in ${duration(seconds)}, ${count(report.rowsPerSecond)} a second:`);
  row('new', report.new);
  row('updated', report.updated);
  row('unchanged', report.unchanged);
  row('merged', report.merged);
  row('rejected', report.rejected.total);
  for (const [reason, number] of Object.entries(report.rejected.byReason)) out.line(out.style('dim', `    ${reason.padEnd(28)} ${count(number).padStart(8)}`));
}
