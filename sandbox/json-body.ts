import type { z } from 'zod';

/** JSON only: a page of another site may post forms to this machine, but no JSON. */
export async function jsonBody<S extends z.ZodType>(
  request: { header(name: string): string | undefined; json(): Promise<unknown> },
  schema: S,
): Promise<{ success: true; data: z.output<S> } | { success: false; fault: { message: string; faults: unknown } }> {
  const given = /^application\/json\b/.test(request.header('content-type') ?? '') ? await request.json().catch(() => undefined) : undefined;
  const parsed = schema.safeParse(given);
  if (parsed.success) return { success: true, data: parsed.data };
  return {
    success: false,
    fault: { message: 'The JSON body does not fit', faults: parsed.error.issues.map(({ path, message }) => ({ path: path.join('.'), message })) },
  };
}
