import type { AppContext } from './context.ts';
import { refuse } from './errors.ts';

/** Largest JSON body, in bytes. */
export const jsonBytes = 1_000_000;

/** Judges the body by its announced length, before a byte of it is read; Node holds the sender to that length. */
export function limitBody(c: AppContext, maxBytes: number): void {
  if (c.req.header('transfer-encoding') !== undefined) throw refuse('length-required');
  const length = c.req.header('content-length');
  if (length !== undefined && Number(length) > maxBytes)
    throw refuse('body-too-large', `The body has ${length} bytes; this address takes up to ${maxBytes}.`, { maxBytes });
}

/** Deeper than any body we take; parsers and databases fall over somewhere below a thousand. */
const jsonDepth = 64;

/** Looks at the brackets of a JSON body before anything parses it. */
export async function limitDepth(c: AppContext): Promise<void> {
  const text = await c.req.text();
  let depth = 0;
  let inText = false;
  for (let at = 0; at < text.length; at++) {
    const char = text[at];
    if (inText) {
      if (char === '\\') at++;
      else if (char === '"') inText = false;
    } else if (char === '"') inText = true;
    else if (char === '{' || char === '[') {
      if (++depth > jsonDepth) throw refuse('malformed-json', `The body is nested deeper than ${jsonDepth} levels.`);
    } else if (char === '}' || char === ']') depth--;
  }
}
