import { z } from 'zod';

/** The part of Twilio's Message resource we build on; everything else may change. */
const message = z.looseObject({
  sid: z.string().regex(/^(SM|MM)[0-9a-fA-F]{32}$/),
  status: z.enum(['queued', 'sending', 'sent', 'accepted', 'scheduled', 'delivered', 'failed', 'undelivered']),
});
const problem = z.looseObject({ code: z.int().min(10_000).max(99_999) });

export const readMessage = (text: string): z.output<typeof message> | null => message.safeParse(parsed(text)).data ?? null;

/** Twilio's own error code, when the reply carries one. */
export const errorCode = (text: string): string | null => problem.safeParse(parsed(text)).data?.code.toString() ?? null;

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
