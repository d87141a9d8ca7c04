/** Statuses of a text at the provider, in the order they are passed through; unknown words are read as `unknown`. */
export const textStatuses = [
  'unknown',
  'accepted',
  'scheduled',
  'queued',
  'sending',
  'sent',
  'canceled',
  'failed',
  'undelivered',
  'partially_delivered',
  'delivered',
  'read',
] as const;
export type TextStatus = (typeof textStatuses)[number];

const terminal: ReadonlySet<TextStatus> = new Set(['canceled', 'failed', 'undelivered', 'partially_delivered', 'delivered', 'read']);

export const isTerminalTextStatus = (status: TextStatus): boolean => terminal.has(status);

export function readTextStatus(word: string): TextStatus {
  const known = textStatuses.find((status) => status === word.toLowerCase());
  return known ?? 'unknown';
}

/** Of two reports about one text the one that stands: reports arrive in any order, the higher rank wins, so a terminal one always beats a passing one. */
export function laterTextStatus(a: TextStatus, b: TextStatus): TextStatus {
  return textStatuses.indexOf(a) >= textStatuses.indexOf(b) ? a : b;
}
