import { DomainError } from '../../../domain/errors.ts';

/** The API as the sample's people use it. Each call has a key of its own, so that a start or move that was cut short does nothing twice. */
export function sampleApi(url: string, key: string) {
  return {
    async post<T>(path: string, body: object, idempotencyKey: string): Promise<T> {
      const headers = { authorization: `Bearer ${key}`, 'content-type': 'application/json', 'idempotency-key': idempotencyKey };
      const answer = await fetch(url.replace('localhost', '127.0.0.1') + path, { method: 'POST', headers, body: JSON.stringify(body) });
      if (answer.ok) return (await answer.json()) as T;
      throw new DomainError('sample-refused', `The API refused a part of the sample (${path}): ${await answer.text()}`, { nextStep: 'See the log of the API' });
    },
  };
}
