import type { ZodType } from 'zod';
import { DomainError } from '../domain/errors.ts';
import type { AppContext } from './context.ts';

export type Fault = { in: 'path' | 'query' | 'header' | 'body'; path: string; message: string };

/** Called when one part of a request does not fit: looks at every part, so that the answer names all faults at once. */
export async function refuseFaults(c: AppContext): Promise<never> {
  const { params, query, headers, body } = c.var.request ?? {};
  const errors: Fault[] = [];
  const check = async (place: Fault['in'], schema: unknown, value: unknown): Promise<void> => {
    if (!isSchema(schema)) return;
    const parsed = await schema.safeParseAsync(value);
    for (const issue of parsed.error?.issues ?? []) errors.push({ in: place, path: issue.path.map(String).join('.'), message: issue.message });
  };
  await check('path', params, c.req.param());
  await check('query', query, Object.fromEntries(Object.entries(c.req.queries()).map(([name, values]) => [name, values.length === 1 ? values[0] : values])));
  await check('header', headers, c.req.header());
  const json = body?.content['application/json'];
  if (json && 'schema' in json) await check('body', json.schema, await readJson(c));
  throw new DomainError('invalid-request', errors.length === 1 ? 'One value does not fit.' : `${errors.length} values do not fit.`, {
    nextStep: 'Mend every value named in errors and send the request again.',
    details: { errors },
  });
}

async function readJson(c: AppContext): Promise<unknown> {
  if (!/^application\/([\w.-]+\+)?json\b/i.test(c.req.header('content-type') ?? '')) return {};
  try {
    return await c.req.json();
  } catch {
    throw new DomainError('malformed-json', 'The body could not be parsed as JSON.', { nextStep: 'Send well-formed JSON in UTF-8.' });
  }
}

const isSchema = (value: unknown): value is ZodType => typeof value === 'object' && value !== null && 'safeParseAsync' in value;
