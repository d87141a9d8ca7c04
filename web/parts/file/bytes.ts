import { problemOf, unreachable } from '../../api/problem.ts';

/** The bytes of a file of the API; a refusal is a `Problem`. */
export async function bytesOf(src: string, signal: AbortSignal): Promise<Uint8Array> {
  const answer = await fetch(src, { credentials: 'same-origin', signal }).catch((error: unknown) => {
    throw signal.aborted ? error : unreachable();
  });
  if (!answer.ok) throw problemOf(answer.status, await answer.json().catch(() => null));
  return new Uint8Array(
    await answer.arrayBuffer().catch((error: unknown) => {
      throw signal.aborted ? error : unreachable();
    }),
  );
}
