import { readCredentials } from './credentials.ts';
import type { Home } from './home.ts';

export type SignInLink = { name: string; email: string; role: string; url: string };
type Person = { id: string; name: string; email: string; role: string; disabledAt: string | null };

const wanted = ['coordinator', 'broker'];

/** One-time links for the first coordinator and the first broker, by the instance's own key. Without one, or where it may not, none. */
export async function signInLinks(home: Home, url: string): Promise<SignInLink[]> {
  const credentials = readCredentials(home);
  if (!credentials) return [];
  const ask = async <T>(method: string, path: string): Promise<T | undefined> => {
    const headers = { authorization: `Bearer ${credentials.key}`, 'idempotency-key': crypto.randomUUID() };
    const answer = await fetch(url.replace('localhost', '127.0.0.1') + path, { method, headers });
    return answer.ok ? ((await answer.json()) as T) : undefined;
  };
  const { items = [] } = (await ask<{ items: Person[] }>('GET', '/v1/people?limit=200')) ?? {};
  const links: SignInLink[] = [];
  for (const role of wanted) {
    const person = items.find((one) => one.role === role && !one.disabledAt);
    const link = person && (await ask<{ url: string }>('POST', `/v1/people/${person.id}/sign-in-links`));
    if (person && link) links.push({ name: person.name, email: person.email, role, url: link.url });
  }
  return links;
}
