import { randomBytes } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { openDb } from '../../../db/client.ts';
import { makeBrokerage } from '../brokerage.ts';
import { type Home, writeWhole } from '../home.ts';
import { brokerage, offerFormula, people, senders } from './brokerage.ts';

/** What the CLI finds in `<home>/credentials`, readable by its owner only. */
export type Credentials = { url: string; key: string; brokerage: string };

/** Makes the sample brokerage, whole or not at all; a brokerage that is there stays as it is. */
export async function seedSample({ appUrl, home, url }: { appUrl: string; home: Home; url: string }): Promise<{ name: string; id: string }> {
  const db = openDb(appUrl, { max: 2, application: 'keyturn-up' });
  // The instance's own id: a start that was cut short finds what it had begun.
  const { id } = home.instance;
  try {
    const key = keepCredentials(home, url);
    await makeBrokerage(db, id, key, { brokerage, people, senders, offerFormula, keyName: 'Command line of this machine', by: 'sample' });
    return { name: brokerage.name, id };
  } finally {
    await db.close();
  }
}

/** The key is on disk before its hash is in the database: a crash in between loses no access. */
function keepCredentials({ credentials }: Home, url: string): string {
  const known = existsSync(credentials) ? (JSON.parse(readFileSync(credentials, 'utf8')) as Credentials) : undefined;
  const key = known?.key ?? `kt_${randomBytes(24).toString('base64url')}`;
  writeWhole(credentials, `${JSON.stringify({ url, key, brokerage: brokerage.slug } satisfies Credentials, null, 2)}\n`);
  return key;
}
