import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto';
import type { AppContext } from './context.ts';
import { refuse } from './errors.ts';
import type { Answer } from './idempotency.ts';

/** From the caller's own key or session token, which we never store: the database alone cannot open what was sealed. */
const sealingKey = (c: AppContext): Uint8Array =>
  new Uint8Array(hkdfSync('sha256', c.var.credential, c.var.caller.keyId ?? c.var.caller.personId, 'keyturn/sealed-answer', 32));

export function seal(c: AppContext, answer: Answer): Answer {
  const iv = randomBytes(12);
  const cipher = createCipheriv('aes-256-gcm', sealingKey(c), iv);
  const sealed = Buffer.concat([cipher.update(answer.body, 'utf8'), cipher.final()]);
  return { ...answer, body: Buffer.concat([iv, cipher.getAuthTag(), sealed]).toString('base64') };
}

export function unseal(c: AppContext, answer: Answer): Answer {
  const bytes = Buffer.from(answer.body, 'base64');
  try {
    const decipher = createDecipheriv('aes-256-gcm', sealingKey(c), bytes.subarray(0, 12));
    decipher.setAuthTag(bytes.subarray(12, 28));
    return { ...answer, body: Buffer.concat([decipher.update(bytes.subarray(28)), decipher.final()]).toString('utf8') };
  } catch {
    throw refuse('idempotency-key-reused', 'The answer holds a secret that only the key or session which asked may read again.');
  }
}
