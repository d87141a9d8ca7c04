import { openAsBlob } from 'node:fs';
import { stat } from 'node:fs/promises';
import { basename } from 'node:path';
import { defineCommand } from 'citty';
import { rejectReasonNames } from '../../domain/closing/documents.ts';
import type { Api } from '../client.ts';
import { command, wholeNumber } from '../command.ts';
import { CliError, exitCodes, usageError } from '../errors.ts';
import { when } from '../format.ts';
import type { DealDocument } from '../types.ts';

const deal = { type: 'positional', required: true, description: 'Number of the deal' } as const;
const document = { type: 'positional', required: true, description: 'Number of the document' } as const;
const of = (no: string): string => `/v1/deals/${wholeNumber(no, 'The deal number')}/documents`;

/** One of a contract that fell through no longer counts, whatever was decided about it. */
const statusOf = ({ status, review, ofEarlierContract, contractNo }: DealDocument): string =>
  `${ofEarlierContract ? `of contract ${contractNo}, which fell through; ` : ''}${status}${review?.words ? `: ${review.words}` : ''}`;

const list = command({
  name: 'list',
  description: 'The documents of a deal',
  args: { deal },
  async run({ args, out, api }) {
    const { items } = await api().get<{ items: DealDocument[] }>(of(args.deal));
    if (items.length === 0) out.line('No document has come yet.');
    else
      out.table(items, [
        { title: 'No', value: ({ documentNo }) => String(documentNo), align: 'right' },
        { title: 'Title', value: ({ title }) => title, max: 40 },
        { title: 'Is', value: ({ kind, proposals }) => kind ?? (proposals[0] ? `${proposals[0].id}?` : '–') },
        { title: 'Version', value: ({ version }) => String(version), align: 'right' },
        { title: 'Status', value: statusOf, max: 60 },
        { title: 'Came', value: ({ uploadedAt }) => when(uploadedAt) },
      ]);
    out.result({ documents: items });
  },
});

const add = command({
  name: 'add',
  description: 'Add a document, or the next version of one',
  args: {
    deal,
    file: { type: 'positional', required: true, description: 'PDF, PNG or JPEG' },
    to: { type: 'string', description: 'Number of the document it is the next version of', valueHint: 'no' },
    title: { type: 'string', description: 'Its title; the file’s name when left out' },
  },
  async run({ args, out, api }) {
    const path = of(args.deal);
    const found = await stat(args.file).catch(() => null);
    if (!found?.isFile()) throw new CliError(exitCodes.failed, `There is no file ${args.file}.`, 'Check the name and its permissions.');
    const form = new FormData();
    if (args.to) form.append('document', String(wholeNumber(args.to, '--to')));
    if (args.title) form.append('title', args.title);
    form.append('file', await openAsBlob(args.file), basename(args.file));
    const added = await api().upload<DealDocument>(path, form);
    out.line(`Document ${added.documentNo}, version ${added.version}: ${added.title}`);
    for (const { id, document: name, score, reasons } of added.proposals.slice(0, 3))
      out.line(`  ${id} ${name} (${Math.round(score * 100)} %): ${reasons.join('; ')}`);
    out.result(added);
  },
});

const match = command({
  name: 'match',
  description: 'Say which document of the checklist it is; one of a contract that fell through is taken for the next by it',
  args: {
    deal,
    document,
    kind: { type: 'positional', required: true, description: 'Its id, such as TX-SDN' },
    form: { type: 'string', description: 'Edition printed on the form' },
  },
  async run({ args, out, api }) {
    const { id } = await documentOf(api(), args.deal, args.document);
    const matched = await api().post<DealDocument>(`/v1/documents/${id}/match`, { kind: args.kind, ...(args.form ? { formVersion: args.form } : {}) });
    out.line(`Document ${matched.documentNo} is ${matched.kind}.`);
    out.result(matched);
  },
});

const take = command({
  name: 'take',
  description: 'Take another version as the one in force, such as the signed copy of an older one',
  args: { deal, document, version: { type: 'positional', required: true, description: 'Number of the version' } },
  async run({ args, out, api }) {
    const { id } = await documentOf(api(), args.deal, args.document);
    const taken = await api().post<DealDocument>(`/v1/documents/${id}/versions/${wholeNumber(args.version, 'The version')}/take`);
    out.line(`Version ${taken.version} of document ${taken.documentNo} is in force and waits for a review.`);
    out.result(taken);
  },
});

const accept = command({
  name: 'accept',
  description: 'Accept the version in force',
  args: { deal, document },
  async run({ args, out, api }) {
    const { id, version } = await documentOf(api(), args.deal, args.document);
    const accepted = await api().post<DealDocument>(`/v1/documents/${id}/review`, { decision: 'accept', version });
    out.line(`Document ${accepted.documentNo} is accepted.`);
    out.result(accepted);
  },
});

const reject = command({
  name: 'reject',
  description: 'Send the version in force back with a reason',
  args: {
    deal,
    document,
    reason: { type: 'string', required: true, description: rejectReasonNames.join(', ') },
    note: { type: 'string', description: 'In your words' },
  },
  async run({ args, out, api }) {
    const reason = rejectReasonNames.find((name) => name === args.reason);
    if (!reason) throw usageError(`--reason is one of ${rejectReasonNames.join(', ')}, not "${args.reason}".`);
    const { id, version } = await documentOf(api(), args.deal, args.document);
    const rejected = await api().post<DealDocument>(`/v1/documents/${id}/review`, {
      decision: 'reject',
      version,
      reason,
      ...(args.note ? { note: args.note } : {}),
    });
    out.line(`Document ${rejected.documentNo} is rejected: ${rejected.review?.words ?? reason}`);
    out.result(rejected);
  },
});

async function documentOf(api: Api, dealNo: string, no: string): Promise<DealDocument> {
  const wanted = wholeNumber(no, 'The document number');
  const { items } = await api.get<{ items: DealDocument[] }>(of(dealNo));
  const found = items.find(({ documentNo }) => documentNo === wanted);
  if (!found) throw new CliError(exitCodes.failed, `Deal ${dealNo} has no document ${wanted}.`, `List them: keyturn documents list ${dealNo}`);
  return found;
}

export default defineCommand({
  meta: { name: 'documents', description: 'Documents of a deal: list, add, match, take, accept, reject' },
  subCommands: { list, add, match, take, accept, reject },
});
