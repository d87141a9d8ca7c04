import { createHash } from 'node:crypto';
import { z } from '@hono/zod-openapi';
import { previewFile } from '../db/bulk/pieces.ts';
import { findMapping } from '../db/queries/imports.ts';
import { MappingChoice } from '../domain/sourcing/imports.schemas.ts';
import { limitBody } from './body-limit.ts';
import { type AppContext, tenantTx } from './context.ts';
import { found, refuse } from './errors.ts';
import { readUpload } from './multipart.ts';

/** Largest list, in bytes: a statewide roll, packed. */
const listBytes = 2_000_000_000;

const text = (max: number) => z.string().trim().min(1).max(max);
/** What stands beside the file. All of it is optional. */
export const uploadFields = z.strictObject({
  list: text(200).optional(),
  source: text(100).optional(),
  date: z.iso.date().optional(),
  costCents: z.coerce.number().int().min(0).max(10_000_000_000).optional(),
  relation: z.enum(['cold', 'known']).optional(),
  /** Name of a saved mapping. */
  saved: text(100).optional(),
  /** A mapping as JSON. */
  mapping: z.string().max(65_536).optional(),
});
export type UploadFields = z.infer<typeof uploadFields>;
export type UploadedList = { sha256: string; bytes: number; fileName: string; mime: string; fields: UploadFields; choice: MappingChoice; bodyHash: string };

/** Stores the list as it arrives and looks whether it can be read at all: nobody waits for a job to learn that it is a PDF. */
export async function receiveList(
  c: AppContext,
  { strict = true }: { strict?: boolean } = {},
): Promise<UploadedList & { seen: Awaited<ReturnType<typeof previewFile>> }> {
  limitBody(c, listBytes);
  const { files } = c.var.deps;
  const { brokerageId } = c.var.caller;
  const body = c.req.raw.body;
  if (!body) throw refuse('empty-file');
  const upload = await readUpload(c.req.header('content-type') ?? '', body, (file) => files.put(brokerageId, file));
  if (!upload.file)
    throw refuse('invalid-request', 'The form has no part "file" with a file name', { errors: [{ in: 'form', path: 'file', message: 'is missing' }] });
  const parsed = uploadFields.safeParse(upload.fields);
  if (!parsed.success) throw faults(parsed.error);
  const choice = await choiceOf(c, parsed.data);
  const { sha256, bytes } = upload.file.stored;
  const seen = await previewFile(files.path(brokerageId, sha256), choice, { strict });
  const bodyHash = createHash('sha256')
    .update(JSON.stringify([sha256, upload.file.name, upload.fields]))
    .digest('hex');
  return {
    sha256,
    bytes,
    fileName: upload.file.name.slice(0, 300) || 'list.csv',
    mime: upload.file.type.slice(0, 100),
    fields: parsed.data,
    choice,
    bodyHash,
    seen,
  };
}

async function choiceOf(c: AppContext, { saved, mapping }: UploadFields): Promise<MappingChoice> {
  const kept = saved === undefined ? {} : found(await tenantTx(c, (tx) => findMapping(tx, { name: saved })), 'saved mapping', saved);
  if (mapping === undefined) return kept;
  const parsed = MappingChoice.safeParse(jsonOf(mapping));
  if (!parsed.success) throw faults(parsed.error, 'mapping');
  return { ...kept, ...parsed.data };
}

function jsonOf(value: string): unknown {
  try {
    return JSON.parse(value);
  } catch {
    throw refuse('malformed-json', 'The field "mapping" is not JSON.');
  }
}

const faults = (error: z.ZodError, within?: string) =>
  refuse('invalid-request', undefined, {
    errors: error.issues.map(({ path, message }) => ({ in: 'form', path: [...(within ? [within] : []), ...path].join('.'), message })),
  });
