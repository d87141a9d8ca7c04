import { defineCommand } from 'citty';
import { command, wholeNumber } from '../command.ts';
import { usageError } from '../errors.ts';
import { when } from '../format.ts';

type Message = {
  id: string;
  messageNo: number;
  role: string;
  template: string;
  subject: string;
  body: string;
  status: string;
  reason: string | null;
  createdAt: string;
};
const id = { type: 'positional', required: true, description: 'Id of the message' } as const;
const of = (message: string): string => `/v1/party-messages/${encodeURIComponent(message)}`;

const list = command({
  name: 'list',
  description: 'Messages to the parties of a deal, newest first',
  args: {
    deal: { type: 'positional', required: true, description: 'Number of the deal' },
    drafts: { type: 'boolean', description: 'Only those that wait for a person' },
    words: { type: 'boolean', description: 'With what they say' },
  },
  async run({ args, out, api }) {
    const path = `/v1/deals/${wholeNumber(args.deal, 'The deal number')}/messages`;
    const messages = await api().all<Message>(path, { status: args.drafts ? 'draft' : undefined }, 1000);
    if (messages.length === 0) out.line('There is no message.');
    else if (args.words)
      for (const { id: name, messageNo, role, status, subject, body } of messages)
        out.line(`${out.style('bold', `${messageNo}. To the ${role} (${status}): ${subject}`)}\n${name}\n\n${body}\n`);
    else
      out.table(messages, [
        { title: 'No', value: ({ messageNo }) => String(messageNo), align: 'right' },
        { title: 'To', value: ({ role }) => role },
        { title: 'Subject', value: ({ subject }) => subject, max: 60 },
        { title: 'Status', value: ({ status, reason }) => (reason ? `${status}: ${reason}` : status), max: 50 },
        { title: 'Drafted', value: ({ createdAt }) => when(createdAt) },
        { title: 'Id', value: (message) => message.id },
      ]);
    out.result({ messages });
  },
});

const release = command({
  name: 'release',
  description: 'Let a draft go out',
  args: { id },
  async run({ args, out, api }) {
    const message = await api().post<Message>(`${of(args.id)}/release`, undefined);
    out.line(`Released: ${message.subject}`);
    out.result(message);
  },
});

const skip = command({
  name: 'skip',
  description: 'Leave a draft out',
  args: { id, reason: { type: 'positional', required: true, description: 'In your words' } },
  async run({ args, out, api }) {
    if (!args.reason.trim()) throw usageError('The reason is empty.');
    const message = await api().post<Message>(`${of(args.id)}/skip`, { reason: args.reason });
    out.line(`Skipped: ${message.subject}`);
    out.result(message);
  },
});

export default defineCommand({
  meta: { name: 'messages', description: 'Messages to the parties of a deal: list, release, skip' },
  subCommands: { list, release, skip },
});
