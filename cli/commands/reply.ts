import { command } from '../command.ts';
import { CliError, exitCodes, usageError } from '../errors.ts';
import { readRunning } from '../home.ts';

type Message = { kind: 'email' | 'text'; direction: 'sent' | 'received'; to: string; dealNo: number | null; messageId?: string; id: string };

export default command({
  name: 'reply',
  description: 'Answer as the seller, in the sandbox: reply 1 "Yes, call me tomorrow"',
  args: {
    to: { type: 'positional', required: true, description: 'Number of the deal, or the seller’s e-mail address or phone' },
    text: { type: 'positional', required: true, description: 'What the seller writes; STOP opts out' },
    by: { type: 'enum', options: ['text', 'email'], description: 'The channel; the one of our last message when left out' },
  },
  async run({ args, out, api }) {
    if (!args.text.trim()) throw usageError('The answer is empty.');
    if (readRunning().sandboxUrl === null)
      throw new CliError(exitCodes.failed, 'This instance has no sandbox: its messages go to real sellers.', 'Try it on an instance of your own machine.');
    const { items } = await api().get<{ items: Message[] }>('/outbox.json', { limit: 1000 });
    const channel = args.by as Message['kind'] | undefined;
    const dealNo = /^\d{1,7}$/.test(args.to) ? Number(args.to) : null;
    const last = items.find(
      (message) =>
        message.direction === 'sent' &&
        (!channel || message.kind === channel) &&
        (dealNo === null ? sameAddress(message.to, args.to) : message.dealNo === dealNo),
    );
    if (!last)
      throw new CliError(
        exitCodes.failed,
        `Nothing has gone to ${dealNo === null ? args.to : `the seller of deal ${dealNo}`}${channel ? ` by ${channel}` : ''} yet, so there is nothing to answer.`,
        `${api().url}/outbox shows what has gone out; "keyturn forward 1" lets a day go by.`,
      );
    const answered = await api().post<{ id: string; heard?: boolean }>('/outbox/reply', { channel: last.kind, address: last.to, body: args.text });
    out.line(`Answered by ${last.kind} as ${last.to}.`);
    out.result({ channel: last.kind, address: last.to, dealNo: last.dealNo, ...answered });
  },
});

const plain = (address: string): string => (address.includes('@') ? address.trim().toLowerCase() : address.replaceAll(/\D/g, '').replace(/^1(?=\d{10}$)/, ''));
const sameAddress = (a: string, b: string): boolean => plain(a) === plain(b);
