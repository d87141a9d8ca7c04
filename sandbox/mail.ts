import { randomUUID } from 'node:crypto';
import type { AddressInfo, Socket } from 'node:net';
import PostalMime, { type Email } from 'postal-mime';
import { SMTPServer, type SMTPServerSession } from 'smtp-server';
import type { Faults } from './faults.ts';
import type { Mail } from './journal.ts';
import { answerMail } from './sellers.answers.ts';
import { sellerAct } from './sellers.ts';
import type { Store } from './store.ts';
import type { Webhooks } from './webhooks.ts';

export type MailServer = { port: number; close(): Promise<void> };

/** Takes mail for everybody by SMTP, stores it before saying so, and lets the sample sellers answer. */
export async function startMailServer({
  port,
  store,
  webhooks,
  faults,
}: {
  port: number;
  store: Store;
  webhooks: Webhooks;
  faults: Faults;
}): Promise<MailServer> {
  const sockets = new Map<number, Socket>();
  /** What is to happen to a session once its message is stored. */
  const afterTaking = new Map<string, ReturnType<Faults['strike']>>();
  const server = new SMTPServer({
    banner: 'Keyturn sandbox',
    disabledCommands: ['AUTH', 'STARTTLS'],
    disableReverseLookup: true,
    size: 25_000_000,
    onRcptTo({ address }, _session, callback) {
      const fault = faults.strike('email', address.toLowerCase());
      if (fault === '429') return callback(smtpError(450, '4.7.1 Too many messages, try again later'));
      if (fault === '503') return callback(smtpError(421, '4.3.2 Service shutting down'));
      if (fault === '500-before') return callback(smtpError(451, '4.3.0 Local error, try again later'));
      if (fault === 'timeout-before') return;
      if (sellerAct('email', address.toLowerCase(), store.countTo(address) + 1).kind === 'refuse-recipient')
        return callback(smtpError(550, '5.1.1 No such mailbox'));
      afterTaking.set(_session.id, fault);
      callback();
    },
    onData(stream, session, callback) {
      const pieces: Buffer[] = [];
      stream.on('data', (piece: Buffer) => pieces.push(piece));
      stream.on('end', () => {
        if (stream.sizeExceeded) return callback(smtpError(552, '5.3.4 Message too big'));
        take(store, webhooks, session, Buffer.concat(pieces)).then(
          () => {
            const fault = afterTaking.get(session.id);
            if (fault === 'timeout-after') return;
            if (fault === 'reset') return void sockets.get(session.remotePort)?.resetAndDestroy();
            callback(null, 'Message taken');
          },
          () => callback(smtpError(451, '4.3.0 Could not be stored, try again later')),
        );
      });
    },
    onClose: ({ id }) => void afterTaking.delete(id),
  });
  server.on('error', () => {});
  server.server.on('connection', (socket: Socket) => {
    const remote = socket.remotePort!;
    sockets.set(remote, socket);
    socket.on('close', () => sockets.delete(remote));
  });
  await new Promise<void>((resolve, reject) => {
    server.server.once('error', reject);
    server.listen(port, '127.0.0.1', () => resolve());
  });
  return {
    port: (server.server.address() as AddressInfo).port,
    close: () =>
      new Promise((resolve) => {
        for (const socket of sockets.values()) socket.destroy();
        server.close(() => resolve());
      }),
  };
}

async function take(store: Store, webhooks: Webhooks, { envelope }: SMTPServerSession, source: Buffer): Promise<void> {
  const parsed = await PostalMime.parse(source);
  const from = envelope.mailFrom ? envelope.mailFrom.address.toLowerCase() : '';
  for (const { address } of envelope.rcptTo) {
    const to = address.toLowerCase();
    const mail: Mail = {
      id: randomUUID(),
      at: new Date().toISOString(),
      from,
      to,
      messageId: (parsed.messageId ?? '').replace(/^<|>$/g, ''),
      subject: parsed.subject ?? '',
      preview: (parsed.text ?? '').replace(/\s+/g, ' ').trim().slice(0, 300),
      hasHtml: Boolean(parsed.html),
      attachments: parsed.attachments.map(({ filename, mimeType, content }) => ({ name: filename ?? 'attachment', mime: mimeType, bytes: sizeOf(content) })),
    };
    store.saveSource(mail.id, source);
    const act = sellerAct('email', to, store.countTo(to) + 1);
    store.add({ type: 'mail', ...mail });
    // RFC 3834: neither a person nor their out-of-office note answers what a machine says it wrote.
    const isAnswer = act.kind === 'write' || act.kind === 'auto-reply';
    if (!(isAnswer && isAutomatic(parsed))) answerMail(store, webhooks, mail, act);
  }
}

const isAutomatic = ({ headers }: Email): boolean => headers.some(({ key, value }) => key === 'auto-submitted' && value.trim().toLowerCase() !== 'no');
const sizeOf = (content: ArrayBuffer | Uint8Array | string): number => (typeof content === 'string' ? Buffer.byteLength(content) : content.byteLength);
const smtpError = (responseCode: number, message: string): Error => Object.assign(new Error(message), { responseCode });
