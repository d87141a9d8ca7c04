import type { Answer } from './client.ts';
import { problemOf, unreachable } from './problem.ts';

type UploadPath = '/v1/imports' | '/v1/imports/preview';

/** Sends a file with its fields. An import keeps its key while an answer is outstanding, so that a repeat is the same import. */
export async function upload<P extends UploadPath>(
  path: P,
  { file, fields, idempotencyKey, signal }: { file: File; fields: Record<string, string | undefined>; idempotencyKey?: string; signal?: AbortSignal },
): Promise<Answer<P, 'post'>> {
  const form = new FormData();
  for (const [name, value] of Object.entries(fields)) if (value !== undefined && value !== '') form.append(name, value);
  form.append('file', file, file.name);
  const response = await fetch(path, {
    method: 'POST',
    body: form,
    credentials: 'same-origin',
    headers: idempotencyKey ? { 'Idempotency-Key': idempotencyKey } : {},
    signal: signal ?? null,
  }).catch((error: unknown) => {
    if (error instanceof DOMException && error.name === 'AbortError') throw error;
    throw unreachable();
  });
  const body: unknown = await response.json().catch(() => null);
  if (!response.ok) throw problemOf(response.status, body);
  return body as Answer<P, 'post'>;
}
