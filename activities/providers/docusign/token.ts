import { createPrivateKey, type KeyObject, sign } from 'node:crypto';
import { ProviderFault } from '../faults.ts';
import { exchange, faultOfStatus } from '../http.ts';
import { errorCode, grant, json } from './schemas.ts';

export type GrantSettings = {
  /** Account server, such as https://account.docusign.com. */
  authUrl: string;
  integrationKey: string;
  /** The user on whose behalf we send; has consented once. */
  userId: string;
  /** RSA, PEM. */
  privateKey: string;
};
export type Tokens = {
  token(signal: AbortSignal): Promise<string>;
  /** This one was not accepted: the next call asks for another. */
  drop(token: string): void;
};

const assertionSeconds = 600;
/** A token is renewed before its end, so that none ends on its way. */
const marginMs = 60_000;

/** Access tokens by JWT grant, kept until shortly before they end. The vendor's SDK cannot ask another address than its own. */
export function createTokens(settings: GrantSettings, now: () => number = Date.now): Tokens {
  const key = createPrivateKey(settings.privateKey);
  let kept: { token: string; until: number } | null = null;
  return {
    async token(signal) {
      if (kept && now() < kept.until) return kept.token;
      const asked = now();
      const { access_token: token, expires_in: seconds } = await ask(settings, assertion(settings, key, asked), signal);
      kept = { token, until: asked + Math.max(seconds * 1000 - marginMs, (seconds * 1000) / 2) };
      return token;
    },
    drop(token) {
      if (kept?.token === token) kept = null;
    },
  };
}

/** Whatever goes wrong here, nothing was asked of the provider yet: no fault leaves an outcome open. */
async function ask({ authUrl }: GrantSettings, assertion: string, signal: AbortSignal): Promise<{ access_token: string; expires_in: number }> {
  try {
    const reply = await exchange({
      url: `${authUrl.replace(/\/+$/, '')}/oauth/token`,
      method: 'POST',
      headers: { 'content-type': 'application/x-www-form-urlencoded', accept: 'application/json' },
      body: new URLSearchParams({ grant_type: 'urn:ietf:params:oauth:grant-type:jwt-bearer', assertion }).toString(),
      signal,
    });
    // `consent_required`, `invalid_grant` and the like come with 400: all of them are about our credentials.
    if (reply.status === 400) throw new ProviderFault('unauthorised', errorCode(reply.text) ?? '400');
    if (reply.status !== 200) throw faultOfStatus(reply, errorCode(reply.text) ?? String(reply.status));
    const parsed = grant.safeParse(json(reply.text));
    if (!parsed.success) throw new ProviderFault('reply-invalid', 'TOKEN_INVALID');
    return parsed.data;
  } catch (error) {
    if (error instanceof ProviderFault && error.kind === 'unclear') throw new ProviderFault('unavailable', error.code, error.retryAfterMs);
    throw error;
  }
}

/** A JWT signed with RS256. The audience is the account server's host, without a scheme. */
export function assertion({ authUrl, integrationKey, userId }: Omit<GrantSettings, 'privateKey'>, key: KeyObject, nowMs: number): string {
  const issuedAt = Math.floor(nowMs / 1000);
  const part = (value: object): string => Buffer.from(JSON.stringify(value)).toString('base64url');
  const claims = {
    iss: integrationKey,
    sub: userId,
    aud: new URL(authUrl).host,
    iat: issuedAt,
    exp: issuedAt + assertionSeconds,
    scope: 'signature impersonation',
  };
  const signed = `${part({ alg: 'RS256', typ: 'JWT' })}.${part(claims)}`;
  return `${signed}.${sign('sha256', Buffer.from(signed), key).toString('base64url')}`;
}
