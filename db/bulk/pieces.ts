import { isAscii, isUtf8 } from 'node:buffer';
import { createReadStream } from 'node:fs';
import { open } from 'node:fs/promises';
import type { Readable } from 'node:stream';
import { createGunzip } from 'node:zlib';
import { DomainError } from '../../domain/errors.ts';
import { detectLayout, type Encoding, type Layout, refuseBinary } from '../../domain/sourcing/layout.ts';
import { type Mapping, type MappingChoice, proposeMapping, requireIdentity } from '../../domain/sourcing/mapping.ts';

const pieceBytes = 262_144;

/** Bytes of a stored list, unpacked where it is gzip, in pieces. A file that ends too early is the sender's to mend. */
async function* bytesOf(path: string, compressed: boolean): AsyncGenerator<Buffer> {
  const file = createReadStream(path, { highWaterMark: pieceBytes });
  const source: Readable = compressed ? file.pipe(createGunzip({ chunkSize: pieceBytes })) : file;
  file.once('error', (error) => source.destroy(error));
  try {
    for await (const piece of source) yield piece as Buffer;
  } catch (error) {
    const { code } = error as { code?: string };
    if (code === 'Z_BUF_ERROR')
      throw new DomainError('truncated-gzip', 'This gzip file ends too early: a part of it is missing', {
        nextStep: 'Send the whole file again',
        cause: error,
      });
    if (code?.startsWith('Z_'))
      throw new DomainError('broken-gzip', 'This gzip file is damaged', { nextStep: 'Pack the list again and send it', cause: error });
    throw error;
  } finally {
    file.destroy();
    source.destroy();
  }
}

/**
 * The text of a stored list in pieces that end with a line, byte order mark removed. Each is one flat string: a text put together of two,
 * or cut out of a longer one, costs several times as much at every character that is looked at.
 */
export async function* textOf(path: string, { encoding, compressed, newline }: Pick<Layout, 'encoding' | 'compressed' | 'newline'>): AsyncGenerator<string> {
  if (encoding === 'utf-16le') {
    yield* decoded(path, compressed, encoding);
    return;
  }
  const end = newline === 'lf' ? 10 : 13;
  let carry: Buffer | null = null;
  let isFirst = true;
  for await (const read of bytesOf(path, compressed)) {
    const piece: Buffer = carry === null ? read : Buffer.concat([carry, read]);
    const start: number = isFirst && piece[0] === 0xef && piece[1] === 0xbb && piece[2] === 0xbf ? 3 : 0;
    isFirst = false;
    let from: number = start;
    while (piece.length - from >= sliceBytes) {
      const to = piece.lastIndexOf(end, from + sliceBytes - 1) + 1;
      // A line longer than a slice: it waits for the rest of it.
      if (to <= from) break;
      yield textIn(piece, from, to, encoding);
      from = to;
    }
    carry = from < piece.length ? piece.subarray(from) : null;
  }
  if (carry !== null) yield textIn(carry, 0, carry.length, encoding);
}

const sliceBytes = 65_536;

/** A line ends between two characters in either encoding, so every slice is decoded alone; plain ASCII without decoding. */
function textIn(bytes: Buffer, from: number, to: number, encoding: Encoding): string {
  const slice = bytes.subarray(from, to);
  if (isAscii(slice)) return slice.toString('latin1');
  return encoding === 'utf-8' ? slice.toString('utf8') : new TextDecoder(encoding).decode(slice);
}

async function* decoded(path: string, compressed: boolean, encoding: Encoding): AsyncGenerator<string> {
  const decoder = new TextDecoder(encoding);
  for await (const piece of bytesOf(path, compressed)) yield decoder.decode(piece, { stream: true });
  yield decoder.decode();
}

/** Looks at the whole file once: that it is text, whole, and in which encoding; and at its first part for dialect and header. */
export async function inspectFile(path: string): Promise<{ layout: Layout; rows: string[][] }> {
  const head = await headOf(path);
  const compressed = head[0] === 0x1f && head[1] === 0x8b;
  let bytes = 0;
  let isValid = true;
  let carry: Buffer = Buffer.alloc(0);
  const first: Buffer[] = [];
  for await (const piece of bytesOf(path, compressed)) {
    if (bytes === 0) refuseBinary(piece.subarray(0, 4096));
    if (bytes < pieceBytes) first.push(piece);
    bytes += piece.length;
    if (!isValid || (carry.length === 0 && isAscii(piece))) continue;
    const joined = carry.length > 0 ? Buffer.concat([carry, piece]) : piece;
    const end = wholeCharacters(joined);
    isValid = isUtf8(joined.subarray(0, end));
    carry = joined.subarray(end);
  }
  if (bytes === 0) throw new DomainError('empty-file', 'This file is empty', { nextStep: 'Send a CSV file with a header and lines' });
  const start = Buffer.concat(first);
  const encoding: Encoding = start[0] === 0xff && start[1] === 0xfe ? 'utf-16le' : isValid && carry.length === 0 ? 'utf-8' : 'windows-1252';
  const sample = new TextDecoder(encoding).decode(start.subarray(0, encoding === 'utf-8' && bytes > start.length ? wholeCharacters(start) : start.length));
  const { rows, ...found } = detectLayout(sample, bytes <= start.length);
  return { layout: { ...found, encoding, compressed, bytes }, rows };
}

/** Layout, proposed mapping and a few lines, for a person to look at before anything is imported. */
/** `strict` refuses a list whose columns name no property; a preview shows it, so that a person can say which column does. */
export async function previewFile(
  path: string,
  choice: MappingChoice = {},
  { strict = true }: { strict?: boolean } = {},
): Promise<{ layout: Layout; mapping: Mapping; rows: string[][] }> {
  const { layout, rows } = await inspectFile(path);
  const mapping = proposeMapping(layout.headers, rows, choice);
  if (strict) requireIdentity(mapping, layout.headers);
  return { layout, mapping, rows: rows.slice(0, 20) };
}

async function headOf(path: string): Promise<Buffer> {
  const file = await open(path, 'r');
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(4), 0, 4, 0);
    return buffer.subarray(0, bytesRead);
  } finally {
    await file.close();
  }
}

/** How much of the bytes ends with a whole UTF-8 character. */
function wholeCharacters(bytes: Buffer): number {
  for (let back = 1; back <= Math.min(4, bytes.length); back++) {
    const byte = bytes[bytes.length - back]!;
    if (byte < 128) return bytes.length;
    if (byte >= 192) return back >= (byte >= 240 ? 4 : byte >= 224 ? 3 : 2) ? bytes.length : bytes.length - back;
  }
  return bytes.length;
}
