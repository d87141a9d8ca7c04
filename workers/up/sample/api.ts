import { DomainError } from '../../../domain/errors.ts';

/** The API as the sample's people use it. Each call has a key of its own, so that a start or move that was cut short does nothing twice. */
export function sampleApi(url: string, key: string) {
  const ask = async <T>(path: string, init: { headers: Record<string, string>; body: string | FormData }, idempotencyKey: string): Promise<T> => {
    const headers = { authorization: `Bearer ${key}`, 'idempotency-key': idempotencyKey, ...init.headers };
    const answer = await fetch(url.replace('localhost', '127.0.0.1') + path, { method: 'POST', headers, body: init.body });
    if (answer.ok) return (await answer.json()) as T;
    throw await notTaken(answer, path);
  };
  return {
    post: <T>(path: string, body: object, idempotencyKey: string): Promise<T> =>
      ask(path, { headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) }, idempotencyKey),
    upload<T>(path: string, { name, bytes, title }: { name: string; bytes: Uint8Array<ArrayBuffer>; title: string }, idempotencyKey: string): Promise<T> {
      const form = new FormData();
      form.append('title', title);
      form.append('file', new File([bytes], name, { type: 'application/pdf' }));
      return ask(path, { headers: {}, body: form }, idempotencyKey);
    },
  };
}

/** A refusal is final. Where the API or its database is being started, or the first request under the key is still at work, the same again will do. */
export async function notTaken(answer: Response, path: string): Promise<Error> {
  const text = await answer.text();
  if (answer.status >= 500 || answer.status === 429 || text.includes('request-in-flight')) return new Error(`${path} was not taken yet (${answer.status})`);
  return new DomainError('sample-refused', `The API refused a part of the sample (${path}): ${text}`, { nextStep: 'See the log of the API' });
}
