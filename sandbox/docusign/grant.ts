import { createPublicKey, randomBytes, verify } from 'node:crypto';
import { z } from 'zod';

export type DocusignKeys = {
  accountId: string;
  integrationKey: string;
  userId: string;
  /** PEM; the private half signs the grants. */
  publicKey: string;
  /** Every one of them signs each webhook, as every active key of Connect does. */
  connectKeys: string[];
  /** Life of an access token. */
  tokenSeconds?: number;
};

const part = z.string().transform((text, ctx): unknown => {
  try {
    return JSON.parse(Buffer.from(text, 'base64url').toString('utf8'));
  } catch {
    ctx.addIssue({ code: 'custom', message: 'no JSON' });
    return z.NEVER;
  }
});
const header = part.pipe(z.looseObject({ alg: z.literal('RS256') }));
const claims = part.pipe(z.looseObject({ iss: z.string(), sub: z.string(), aud: z.string(), iat: z.number(), exp: z.number(), scope: z.string() }));

export type Grants = {
  /** The reply to a grant, or OAuth's error code. */
  ask(form: URLSearchParams, host: string): { access_token: string; token_type: 'Bearer'; expires_in: number; scope: string } | { error: string };
  admits(authorization: string | undefined): boolean;
  /** Ends all tokens at once, as a provider may. */
  revoke(): void;
};

/** The JWT grant as DocuSign checks it: signature, audience, life of an hour at most, integration and user. */
export function createGrants({ integrationKey, userId, publicKey, tokenSeconds = 3600 }: DocusignKeys): Grants {
  const key = createPublicKey(publicKey);
  const tokens = new Map<string, number>();
  return {
    ask(form, host) {
      if (form.get('grant_type') !== 'urn:ietf:params:oauth:grant-type:jwt-bearer') return { error: 'unsupported_grant_type' };
      const [head = '', body = '', signature = '', ...more] = (form.get('assertion') ?? '').split('.');
      const said = claims.safeParse(body).data;
      const genuine =
        more.length === 0 && header.safeParse(head).success && verify('sha256', Buffer.from(`${head}.${body}`), key, Buffer.from(signature, 'base64url'));
      const now = Date.now() / 1000;
      if (!said || !genuine || said.iss !== integrationKey) return { error: 'invalid_grant' };
      if (said.aud !== host || said.iat > now + 60 || said.exp < now || said.exp - said.iat > 3600) return { error: 'invalid_grant' };
      if (said.sub !== userId || !said.scope.split(' ').includes('impersonation')) return { error: 'consent_required' };
      const token = randomBytes(32).toString('base64url');
      tokens.set(token, Date.now() + tokenSeconds * 1000);
      return { access_token: token, token_type: 'Bearer', expires_in: tokenSeconds, scope: said.scope };
    },
    admits: (authorization) => Date.now() < (tokens.get(/^Bearer (.+)$/.exec(authorization ?? '')?.[1] ?? '') ?? 0),
    revoke: () => tokens.clear(),
  };
}
