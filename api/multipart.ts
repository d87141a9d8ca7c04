import { DomainError } from '../domain/errors.ts';

export type Upload<T> = { fields: Record<string, string>; file: { name: string; type: string; stored: T } | null };

const longestField = 65_536;
const mostFields = 50;
const malformed = (what: string): DomainError =>
  new DomainError('malformed-upload', `The upload is not well-formed multipart/form-data: ${what}`, { nextStep: 'Send it as a browser or curl -F does' });

/**
 * Reads multipart/form-data as it arrives (RFC 7578): fields as text, the one file handed on as a stream while it is still coming.
 * The form readers of the platform hold the whole file in memory; lists have hundreds of megabytes.
 */
export async function readUpload<T>(
  contentType: string,
  body: AsyncIterable<Uint8Array>,
  store: (file: AsyncIterable<Uint8Array>) => Promise<T>,
): Promise<Upload<T>> {
  const boundary = /^multipart\/form-data;.*\bboundary=(?:"([^"]{1,70})"|([^\s;"]{1,70}))/i.exec(contentType);
  if (!boundary)
    throw new DomainError('unsupported-media-type', 'This address takes multipart/form-data', { nextStep: 'Send the list as the part "file" of a form' });
  const source = new Source(body);
  const delimiter = Buffer.from(`\r\n--${boundary[1] ?? boundary[2]}`);
  // The first boundary has no line end before it.
  source.unread(Buffer.from('\r\n'));
  for await (const _ of source.until(delimiter));
  const upload: Upload<T> = { fields: {}, file: null };
  while (!(await source.endsHere())) {
    const { name, fileName, type } = partHeaders(await source.textUntil(Buffer.from('\r\n\r\n'), 16_384));
    if (fileName === null) {
      if (Object.keys(upload.fields).length >= mostFields) throw malformed('too many fields');
      upload.fields[name] = await source.textUntil(delimiter, longestField);
    } else {
      if (upload.file) throw malformed('more than one file');
      const part = source.until(delimiter);
      upload.file = { name: fileName, type, stored: await store(part) };
      // Whoever stores may stop early; the rest of the part is passed over.
      for await (const _ of part);
    }
  }
  return upload;
}

function partHeaders(text: string): { name: string; fileName: string | null; type: string } {
  const header = (key: string) =>
    text
      .split('\r\n')
      .find((line) => line.toLowerCase().startsWith(`${key}:`))
      ?.slice(key.length + 1)
      .trim() ?? '';
  const disposition = header('content-disposition');
  const value = (key: string) =>
    new RegExp(`;\\s*${key}="((?:[^"\\\\]|\\\\.)*)"`, 'i').exec(disposition)?.[1]?.replace(/\\(.)/g, '$1').replaceAll('%22', '"') ?? null;
  const name = value('name');
  if (name === null || name === '__proto__') throw malformed('a part without a name');
  return { name, fileName: value('filename'), type: header('content-type') || 'application/octet-stream' };
}

/** Bytes as they come, with what was read too far put back. */
class Source {
  readonly #from: AsyncIterator<Uint8Array>;
  #held: Buffer = Buffer.alloc(0);

  constructor(body: AsyncIterable<Uint8Array>) {
    this.#from = body[Symbol.asyncIterator]();
  }

  unread(bytes: Buffer): void {
    this.#held = Buffer.concat([bytes, this.#held]);
  }

  /** Everything up to the mark, which is passed over. */
  async *until(mark: Buffer): AsyncGenerator<Buffer> {
    for (;;) {
      const at = this.#held.indexOf(mark);
      if (at >= 0) {
        const piece = this.#held.subarray(0, at);
        this.#held = this.#held.subarray(at + mark.length);
        if (piece.length > 0) yield piece;
        return;
      }
      // The mark may have begun at the end of what is here.
      const safe = this.#held.length - mark.length + 1;
      if (safe > 0) {
        const piece = this.#held.subarray(0, safe);
        this.#held = this.#held.subarray(safe);
        yield piece;
      }
      await this.#more();
    }
  }

  async textUntil(mark: Buffer, most: number): Promise<string> {
    const pieces: Buffer[] = [];
    let length = 0;
    for await (const piece of this.until(mark)) {
      length += piece.length;
      if (length > most) throw malformed('a field or header that is too long');
      pieces.push(piece);
    }
    return Buffer.concat(pieces).toString('utf8');
  }

  /** After a boundary: "--" ends the form, a line end begins another part. */
  async endsHere(): Promise<boolean> {
    while (this.#held.length < 2) await this.#more();
    const mark = this.#held.toString('latin1', 0, 2);
    this.#held = this.#held.subarray(2);
    if (mark !== '--' && mark !== '\r\n') throw malformed('a boundary that is no boundary');
    return mark === '--';
  }

  async #more(): Promise<void> {
    const { value, done } = await this.#from.next();
    if (done) throw malformed('it ends too early');
    this.#held = this.#held.length === 0 ? Buffer.from(value) : Buffer.concat([this.#held, value]);
  }
}
