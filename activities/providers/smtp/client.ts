import { PassThrough, type Readable } from 'node:stream';
import nodemailer from 'nodemailer';
import { messageIdOf } from '../../../domain/outreach/message-id.ts';
import type { EmailMessage } from '../ports.ts';

export type SmtpSettings = {
  /** smtp://user:password@host:587 or smtps://… */
  url: string;
  connectMs?: number;
  /** Longest silence of the server in a session. */
  idleMs?: number;
};

/** What nodemailer throws, and whether the message itself had begun to leave. */
export class SmtpError extends Error {
  override readonly name = 'SmtpError';
  readonly code: string;
  readonly command: string | null;
  readonly response: string | null;
  readonly responseCode: number | null;
  readonly messageBegun: boolean;

  constructor(error: unknown, messageBegun: boolean) {
    const found = error as { code?: string; command?: string; response?: string; responseCode?: number };
    super('SMTP session failed');
    this.code = found.code ?? (error instanceof Error ? error.name : 'Error');
    this.command = found.command ?? null;
    this.response = found.response ?? null;
    this.responseCode = found.responseCode ?? null;
    this.messageBegun = messageBegun;
  }
}

/** Sends one e-mail in a session of its own; answers with its Message-ID or throws `SmtpError`. */
export async function submit({ url, connectMs = 10_000, idleMs = 30_000 }: SmtpSettings, message: EmailMessage, signal: AbortSignal): Promise<string> {
  const messageId = messageIdOf(message.key, message.from);
  let messageBegun = false;
  const transport = nodemailer.createTransport({
    url,
    connectionTimeout: connectMs,
    greetingTimeout: connectMs,
    socketTimeout: idleMs,
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  // nodemailer names the same step for every broken session; only the message's stream tells how far it got.
  transport.use('stream', (mail, done) => {
    const build = mail.message.createReadStream.bind(mail.message);
    mail.message.createReadStream = (options) =>
      watched(build(options), () => {
        messageBegun = true;
      });
    done();
  });
  try {
    await transport.sendMail(
      Object.assign(
        { signal },
        {
          from: { name: message.fromName, address: message.from },
          to: message.to,
          subject: message.subject,
          html: message.html,
          text: message.text,
          messageId: `<${messageId}>`,
          headers: message.headers,
          attachments: message.attachments.map(({ name, mime, bytes }) => ({ filename: name, contentType: mime, content: Buffer.from(bytes) })),
        },
      ),
    );
    return messageId;
  } catch (error) {
    throw new SmtpError(error, messageBegun);
  } finally {
    transport.close();
  }
}

/** Calls `begun` when the session starts to take the message. */
function watched(stream: Readable, begun: () => void): Readable {
  const through = new PassThrough();
  // nodemailer joins the stream to the session once the server has asked for the message.
  const join = through.pipe;
  through.pipe = function pipe(...to) {
    begun();
    return join.apply(this, to) as never;
  };
  stream.on('error', (error) => through.destroy(error));
  return stream.pipe(through);
}
