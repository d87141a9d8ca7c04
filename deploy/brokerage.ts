// Makes a brokerage with its broker; prints the broker's API key and one-time sign-in link, once, and where providers reach us:
// docker compose run --rm --no-deps api node deploy/brokerage.ts --slug north --name "North Homes" --zone America/Chicago \
//   --address "1 Main St, Nashville, TN 37201" --phone +16155550100 --email offers@north.example --broker "Dana Whitfield" --broker-email dana@north.example
import { randomBytes, randomUUID } from 'node:crypto';
import { parseArgs } from 'node:util';
import { z } from 'zod';
import { makeSignInLink } from '../db/across/sign-in.ts';
import { openDb } from '../db/client.ts';
import { listPeople } from '../db/queries/people.ts';
import { webhookEndpoints } from '../db/schema/index.ts';
import { inTenant } from '../db/tenant.ts';
import { makeBrokerage } from '../workers/up/brokerage.ts';
import { offerFormula } from '../workers/up/sample/brokerage.ts';

const facts = z.object({
  slug: z.string('a short name for addresses and run ids').regex(/^[a-z][a-z0-9-]{1,39}$/, 'small letters, digits and hyphens'),
  name: z.string('the name sellers read').min(1).max(120),
  zone: z.string('a time zone such as America/Chicago').refine(isZone, 'is no time zone'),
  address: z.string('the postal address every e-mail must carry').min(10).max(200),
  phone: z.string('the number texts come from').regex(/^\+1\d{10}$/, 'is not of the form +16155550100'),
  email: z.email('the address e-mails come from'),
  broker: z.string('the first person').min(1).max(120),
  'broker-email': z.email('that person’s address'),
});

const { values } = parseArgs({ options: Object.fromEntries(Object.keys(facts.shape).map((name) => [name, { type: 'string' as const }])) });
const given = facts.safeParse(values);
if (!given.success) fail(given.error.issues.map(({ path, message }) => `--${path.join('.')}: ${message}`).join('; '));
const { slug, name, zone, address: postalAddress, phone, email, broker, 'broker-email': brokerEmail } = given.data!;

const db = openDb(process.env.DATABASE_APP_URL ?? fail('DATABASE_APP_URL is not set'), { max: 1, application: 'keyturn-brokerage' });
const brokerageId = randomUUID();
const key = `kt_${randomBytes(24).toString('base64url')}`;
try {
  await makeBrokerage(db, brokerageId, key, {
    brokerage: { slug, name, zone, postalAddress, phone },
    people: [{ name: broker, email: brokerEmail, role: 'broker' }],
    senders: [
      { provider: 'twilio', address: phone },
      { provider: 'email', address: email },
      // Its reports name the account, not the brokerage: the token tells whose they are.
      ...(process.env.DOCUSIGN_ACCOUNT_ID ? [{ provider: 'docusign', address: process.env.DOCUSIGN_ACCOUNT_ID }] : []),
    ],
    offerFormula,
    keyName: 'First key',
    by: 'deploy',
  });
  const endpoints = await inTenant(db, brokerageId, (tx) => tx.select().from(webhookEndpoints));
  console.log(`brokerage ${slug} is made`);
  for (const { provider, token } of endpoints) console.log(`webhooks of ${provider}: ${process.env.PUBLIC_URL ?? ''}/webhooks/${provider}/${token}`);
  const link = await signInLink();
  if (link) console.log(`${broker} signs in with this link, once, within 24 hours:\n${link}`);
  console.log(`the key of ${broker}, shown this once:\n${key}`);
} catch (error) {
  const { code } = ((error as Error).cause ?? error) as { code?: string };
  fail(code === '23505' ? `there is a brokerage ${slug} already` : (error as Error).message);
} finally {
  await db.close();
}

/** Where the process may write what signing in needs; otherwise the key makes one: POST /v1/people/{id}/sign-in-links. */
async function signInLink(): Promise<string | undefined> {
  const { DATABASE_AUTH_URL, PUBLIC_URL = 'http://localhost:3000' } = process.env;
  if (!DATABASE_AUTH_URL) return undefined;
  const auth = openDb(DATABASE_AUTH_URL, { max: 1, application: 'keyturn-brokerage' });
  try {
    const [person] = await inTenant(db, brokerageId, (tx) => listPeople(tx, { limit: 1 }));
    const { token } = await makeSignInLink(auth, { brokerageId, personId: person!.id });
    return `${PUBLIC_URL.replace(/\/+$/, '')}/sign-in/${token}`;
  } finally {
    await auth.close();
  }
}

function isZone(zone: string): boolean {
  try {
    return Boolean(new Intl.DateTimeFormat('en-US', { timeZone: zone }));
  } catch {
    return false;
  }
}

function fail(sentence: string): never {
  console.error(sentence);
  process.exit(1);
}
