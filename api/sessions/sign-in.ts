import { type ResolvedPerson, resolveAddress, resolvePerson } from '../../db/across/sign-in.ts';
import type { AppContext } from '../context.ts';
import { refuse } from '../errors.ts';
import { countAttempt, forgiveAttempts } from './attempts.ts';

type Given = { email: string; password: string; brokerage?: string | undefined };

/** The person whom address and password name. Unknown address, wrong password, disabled person: one answer, after the same work. */
export async function personBy(c: AppContext, { email, password, brokerage }: Given): Promise<ResolvedPerson> {
  const { db, sessions, log } = c.var.deps;
  await countAttempt(c, email);
  const known = (await resolveAddress(db, email)).filter(({ slug }) => brokerage === undefined || slug === brokerage);
  const right: typeof known = [];
  for (const one of known) if (await sessions.isPassword(one.personId, password)) right.push(one);
  if (known.length === 0) await sessions.isPassword(null, password);
  const [first] = right;
  const person = first && (await resolvePerson(db, first));
  if (!person) {
    log.warn({ requestId: c.var.requestId, personId: known[0]?.personId }, 'sign-in refused');
    throw refuse('wrong-sign-in');
  }
  await forgiveAttempts(c, email);
  if (right.length > 1) throw refuse('which-brokerage', undefined, { brokerages: right.map(({ slug }) => slug) });
  return person;
}

/** Begins a session and makes the rest of this request the person's. */
export async function beginSession(c: AppContext, person: ResolvedPerson, how: { byLink: boolean }): Promise<void> {
  const { sessions, log } = c.var.deps;
  const cookies = await sessions.begin(person.personId, { ...how, userAgent: c.req.header('user-agent') });
  for (const cookie of cookies) c.header('Set-Cookie', cookie, { append: true });
  const { session } = await sessions.find(cookies.map((cookie) => cookie.split(';', 1)[0]).join('; '));
  if (!session) throw refuse('signed-out');
  c.set('session', session);
  c.set('caller', { ...person, keyId: null, scopes: ['*'] });
  log.info({ requestId: c.var.requestId, personId: person.personId, byLink: how.byLink }, 'signed in');
}
