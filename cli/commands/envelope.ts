import { writeFile } from 'node:fs/promises';
import { defineCommand } from 'citty';
import { command } from '../command.ts';
import { usageError } from '../errors.ts';
import { when } from '../format.ts';
import type { Envelope } from '../types.ts';

const id = { type: 'positional', required: true, description: 'Id of the envelope' } as const;
const pathOf = (envelopeId: string): string => `/v1/envelopes/${encodeURIComponent(envelopeId)}`;

const show = command({
  name: 'show',
  description: 'Who has signed, whom it waits for, and why',
  args: { id, out: { type: 'string', description: 'Write the signed document to this file', valueHint: 'file.pdf' } },
  async run({ args, out, api }) {
    const envelope = await api().get<Envelope>(pathOf(args.id));
    out.line(`${out.style('bold', `Envelope ${envelope.envelopeNo} of deal ${envelope.dealNo}`)}  ${envelope.subject}`);
    out.line(`  ${envelope.explanation ?? envelope.status}`);
    for (const { role, routingOrder, status, at } of envelope.signers) out.line(`  ${routingOrder}. ${role.padEnd(16)} ${status}${at ? `, ${when(at)}` : ''}`);
    if (args.out) {
      await writeFile(args.out, await api().bytes(`${pathOf(args.id)}/signed`));
      out.line(`Signed document written to ${args.out}.`);
    }
    out.result(envelope);
  },
});

const withdraw = command({
  name: 'void',
  description: 'Withdraw it: nobody can sign it any more',
  args: { id, reason: { type: 'string', required: true, description: 'Why; signers read it', valueHint: 'text' } },
  async run({ args, out, api }) {
    if (!args.reason.trim()) throw usageError('The reason is empty.');
    const envelope = await api().post<Envelope>(`${pathOf(args.id)}/void`, { reason: args.reason });
    out.line(`Envelope ${envelope.envelopeNo} of deal ${envelope.dealNo} is being withdrawn.`);
    out.result(envelope);
  },
});

export default defineCommand({
  meta: { name: 'envelope', description: 'One envelope: show, void' },
  subCommands: { show, void: withdraw },
});
