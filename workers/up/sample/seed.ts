import { openDb } from '../../../db/client.ts';
import { makeBrokerage } from '../brokerage.ts';
import { keepCredentials } from '../credentials.ts';
import type { Home } from '../home.ts';
import { brokerage, offerFormula, people, senders } from './brokerage.ts';

/** Makes the sample brokerage, whole or not at all; a brokerage that is there stays as it is. */
export async function seedSample({ appUrl, home, url }: { appUrl: string; home: Home; url: string }): Promise<{ name: string; id: string }> {
  const db = openDb(appUrl, { max: 2, application: 'keyturn-up' });
  // The instance's own id: a start that was cut short finds what it had begun.
  const { id } = home.instance;
  try {
    const key = keepCredentials(home, { url, brokerage: brokerage.slug });
    await makeBrokerage(db, id, key, { brokerage, people, senders, offerFormula, keyName: 'Command line of this machine', by: 'sample' });
    return { name: brokerage.name, id };
  } finally {
    await db.close();
  }
}
