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
