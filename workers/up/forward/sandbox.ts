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

/** Lets sample signers do what they would have done until an instant; answers when the next of them would act. */
export type LetSignersAct = (now: Date) => Promise<Date | null>;

/** The people of the sandbox live by the clock we move. Real signers do not, and an account elsewhere has none here. */
export function letSignersAct(sandboxUrl: string | null): LetSignersAct {
  if (!sandboxUrl) return async () => null;
  return async (now) => {
    const response = await fetch(`${sandboxUrl.replace('localhost', '127.0.0.1')}/sandbox/signers/act`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ now: now.toISOString() }),
      signal: AbortSignal.timeout(30_000),
    });
    const answer = (await response.json()) as { nextAt?: string | null };
    return response.ok && answer.nextAt ? new Date(answer.nextAt) : null;
  };
}
