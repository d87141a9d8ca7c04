import { createHash } from 'node:crypto';

/**
 * The Message-ID of an e-mail of ours, without angle brackets: made from the ledger's key, so that a copy, a bounce or
 * a reply finds its send, also one whose outcome we never learned. The key itself is not shown to the recipient.
 */
export function messageIdOf(key: string, from: string): string {
  const domain = from.slice(from.lastIndexOf('@') + 1).toLowerCase();
  return `${createHash('sha256').update(key).digest('hex').slice(0, 40)}@${domain}`;
}
