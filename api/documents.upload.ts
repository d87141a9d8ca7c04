import { createHash } from 'node:crypto';
import { z } from '@hono/zod-openapi';
import type { StoredFile } from '../db/queries/documents.ts';
import { documentBytes } from '../domain/closing/documents.ts';
import { type FileType, fileTypeOf, headBytes, isWhole, tailBytes } from '../domain/closing/file-type.ts';
import { pdfText } from '../domain/closing/pdf-text.ts';
import { limitBody } from './body-limit.ts';
import type { AppContext } from './context.ts';
import { refuse } from './errors.ts';
import { readUpload } from './multipart.ts';

/** What stands beside the file. */
export const documentFields = z.strictObject({
  title: z.string().trim().min(1).max(200).optional(),
  /** Number of the document it is the next version of. */
  document: z.coerce.number().int().min(1).max(2_147_483_647).optional(),
});
export type ReceivedDocument = { file: StoredFile; text: string; fields: z.infer<typeof documentFields>; bodyHash: string };

/** Room for the form around the file. */
const formBytes = 100_000;

/** Stores a document as it arrives, judged by its own bytes, and reads what text it holds. Nothing that is refused stays behind. */
export async function receiveDocument(c: AppContext): Promise<ReceivedDocument> {
  limitBody(c, documentBytes + formBytes);
  const { files } = c.var.deps;
  const { brokerageId } = c.var.caller;
  const body = c.req.raw.body;
  if (!body) throw refuse('empty-document');
  let type: FileType | undefined;
  const upload = await readUpload(c.req.header('content-type') ?? '', body, (pieces) => {
    const judged = judge(pieces, (found) => {
      type = found;
    });
    return files.put(brokerageId, judged);
  });
  if (!upload.file || !type)
    throw refuse('invalid-request', 'The form has no part "file" with a file name', { errors: [{ in: 'form', path: 'file', message: 'is missing' }] });
  const parsed = documentFields.safeParse(upload.fields);
  if (!parsed.success)
    throw refuse('invalid-request', undefined, { errors: parsed.error.issues.map(({ path, message }) => ({ in: 'form', path: path.join('.'), message })) });
  const { sha256, bytes } = upload.file.stored;
  const name = upload.file.name.trim().slice(0, 300) || `document.${type.extension}`;
  const text = type.extension === 'pdf' ? await pdfText(await files.get(brokerageId, sha256)) : '';
  const bodyHash = createHash('sha256')
    .update(JSON.stringify([sha256, upload.file.name, upload.fields]))
    .digest('hex');
  return { file: { sha256, bytes, mime: type.mime, name }, text, fields: parsed.data, bodyHash };
}

/** Passes the pieces on while it looks at the first and last of them; refuses at the first byte that is one too many, or of another kind. */
async function* judge(pieces: AsyncIterable<Uint8Array>, found: (type: FileType) => void): AsyncGenerator<Uint8Array> {
  let head: Buffer = Buffer.alloc(0);
  let tail: Buffer = Buffer.alloc(0);
  let bytes = 0;
  let type: FileType | null = null;
  for await (const piece of pieces) {
    bytes += piece.byteLength;
    if (bytes > documentBytes)
      throw refuse('body-too-large', `The file has more than ${documentBytes} bytes, the most a document may have.`, { maxBytes: documentBytes });
    if (!type && head.length < headBytes) head = Buffer.concat([head, piece]).subarray(0, headBytes);
    type ??= fileTypeOf(head);
    if (!type && head.length >= headBytes) throw refuse('document-type');
    tail = Buffer.concat([tail, piece.subarray(-tailBytes)]).subarray(-tailBytes);
    yield piece;
  }
  if (bytes === 0) throw refuse('empty-document');
  if (!type) throw refuse('document-type');
  if (!isWhole(type, tail)) throw refuse('truncated-document');
  found(type);
}
