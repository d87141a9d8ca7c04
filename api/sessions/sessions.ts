import {
  dropExpiredSessions,
  endSessions,
  findSignInLink,
  hasPassword,
  type KeptSession,
  listSessions,
  makeSignInLink,
  takeSignInLink,
  touchSession,
} from '../../db/across/sign-in.ts';
import { openDb } from '../../db/client.ts';
import { authLibrary } from './library.ts';

type PersonRef = { brokerageId: string; personId: string };
/** What the browser is told to keep: `Set-Cookie` values. */
type Cookies = string[];
export type Session = PersonRef & { id: string; userId: string; token: string; byLink: boolean; startedAt: Date; expiresAt: Date };

/** Signing in as the API sees it; what is behind it may be exchanged. Machine time throughout. */
export type Sessions = {
  /** Whether a person's password is this one; takes its time for nobody, too. */
  isPassword(personId: string | null, password: string): Promise<boolean>;
  /** `userAgent`: what the browser calls itself, so that the person knows the session again. */
  begin(personId: string, options: { byLink: boolean; userAgent?: string | undefined }): Promise<Cookies>;
  /** The session a request's cookies carry; its cookie is prolonged once a day. Whether the person may still come in is asked elsewhere. */
  find(cookie: string): Promise<{ session: Session | null; cookies: Cookies }>;
  end(cookie: string): Promise<Cookies>;
  /** Of a person, those that may still be used. */
  list(personId: string): Promise<KeptSession[]>;
  /** Ends one, all but one, or all of a person's sessions; how many there were. */
  endOf(personId: string, which?: { only?: string; but?: string }): Promise<number>;
  /** Ends every session of the person; begin a new one for who asked. */
  putPassword(userId: string, password: string): Promise<void>;
  hasPassword(userId: string): Promise<boolean>;
  makeLink(person: PersonRef): Promise<{ token: string; expiresAt: Date }>;
  findLink(token: string): Promise<PersonRef | null>;
  /** The user of a link that is now used up. */
  takeLink(token: string): Promise<string | null>;
  close(): Promise<void>;
};

/** Used or not, a session ends after this: then people show again who they are. */
const longestMs = 30 * 86_400_000;
const nobody = 'nobody';
/** How exactly it is known when a session was used last. */
const seenMs = 5 * 60_000;
const longestAgent = 300;

export function createSessions({ authUrl, secret, publicUrl }: { authUrl: string; secret: string; publicUrl: string }): Sessions {
  const db = openDb(authUrl, { max: 5, application: 'keyturn-auth' });
  const { api } = authLibrary({ db, secret, publicUrl });
  const cookieName = publicUrl.startsWith('https:') ? '__Host-keyturn=' : 'keyturn=';
  const carries = (cookie: string): boolean => cookie.split(/; */).some((pair) => pair.startsWith(cookieName));
  // The library clears cookies it might have set in other configurations; ours has one.
  const ours = (headers: Headers): Cookies => headers.getSetCookie().filter((value) => value.startsWith(cookieName));
  const end = async (cookie: string): Promise<Cookies> => ours((await api.signOut({ headers: new Headers({ cookie }), returnHeaders: true })).headers);
  return {
    isPassword: (personId, password) => api.isPassword({ body: { userId: personId ?? nobody, password } }),
    async begin(personId, { byLink, userAgent }) {
      await dropExpiredSessions(db, personId);
      const headers = new Headers(userAgent ? { 'user-agent': userAgent.slice(0, longestAgent) } : {});
      return ours((await api.beginSession({ body: { userId: personId, byLink }, headers, returnHeaders: true })).headers);
    },
    async find(cookie) {
      if (!carries(cookie)) return { session: null, cookies: [] };
      const { response, headers } = await api.getSession({ headers: new Headers({ cookie }), returnHeaders: true }).catch(async (error: unknown) => {
        // The library hides why: a database that is away says so itself.
        await db.sql`select 1`;
        throw error;
      });
      if (!response) return { session: null, cookies: ours(headers) };
      const { session, user } = response;
      if (session.createdAt.getTime() + longestMs <= Date.now()) return { session: null, cookies: await end(cookie) };
      if (session.updatedAt.getTime() + seenMs <= Date.now()) await touchSession(db, session.id);
      return {
        session: {
          id: session.id,
          userId: user.id,
          token: session.token,
          byLink: session.byLink ?? false,
          brokerageId: user.brokerageId,
          personId: user.personId,
          startedAt: session.createdAt,
          expiresAt: session.expiresAt,
        },
        cookies: ours(headers),
      };
    },
    end,
    async list(personId) {
      const kept = await listSessions(db, personId);
      const lasts = kept.map((one) => ({ ...one, expiresAt: new Date(Math.min(one.expiresAt.getTime(), one.startedAt.getTime() + longestMs)) }));
      return lasts.filter(({ expiresAt }) => expiresAt.getTime() > Date.now());
    },
    endOf: (personId, which) => endSessions(db, personId, which),
    putPassword: async (userId, password) => void (await api.putPassword({ body: { userId, password } })),
    hasPassword: (userId) => hasPassword(db, userId),
    makeLink: (person) => makeSignInLink(db, person),
    findLink: (token) => findSignInLink(db, token),
    takeLink: (token) => takeSignInLink(db, token),
    close: () => db.close(),
  };
}
