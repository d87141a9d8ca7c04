/**
 * Has the sandbox deliver what sellers and carriers have to say, now instead of seconds later, and answers how many
 * webhooks still wait. Real providers answer in their own time: nothing to wait for.
 */
export function hearSellers(sandboxUrl: string | null): () => Promise<number> {
  if (!sandboxUrl) return async () => 0;
  return async () => {
    const response = await fetch(`${sandboxUrl.replace('localhost', '127.0.0.1')}/sandbox/settle`, { method: 'POST', signal: AbortSignal.timeout(30_000) });
    return ((await response.json()) as { pending: number }).pending;
  };
}
