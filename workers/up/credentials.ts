import { randomBytes } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { type Home, writeWhole } from './home.ts';

/** What the CLI finds in `<home>/credentials`, readable by its owner only. */
export type Credentials = { url: string; key: string; brokerage: string };

export const readCredentials = ({ credentials }: Pick<Home, 'credentials'>): Credentials | undefined =>
  existsSync(credentials) ? (JSON.parse(readFileSync(credentials, 'utf8')) as Credentials) : undefined;

/** Keeps the key that is there, or makes one. On disk before its hash is in the database: a crash in between loses no access. */
export function keepCredentials(home: Home, facts: Omit<Credentials, 'key'>): string {
  const key = readCredentials(home)?.key ?? `kt_${randomBytes(24).toString('base64url')}`;
  writeWhole(home.credentials, `${JSON.stringify({ ...facts, key } satisfies Credentials, null, 2)}\n`);
  return key;
}

/** The API's port may be another one than at the last start. */
export function refreshCredentials(home: Home, url: string): void {
  const known = readCredentials(home);
  if (known && known.url !== url) keepCredentials(home, { ...known, url });
}
