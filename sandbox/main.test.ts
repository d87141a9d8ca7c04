import { type ChildProcess, spawn } from 'node:child_process';
import { expect, onTestFinished, test } from 'vitest';
import { createDocusign } from '../activities/providers/docusign/index.ts';
import { createSmtp } from '../activities/providers/smtp/index.ts';
import { createTwilio } from '../activities/providers/twilio/index.ts';
import { testFolder } from '../test/folder.ts';
import { freePort } from '../workers/up/ports.ts';
import { control, testDocusign, testSecrets, testSigner } from './testing.ts';

const number = '+16155550000';

type Started = { child: ChildProcess; said: () => string; exited: Promise<number | null> };

/** The sandbox as a process of its own. */
function start(env: Record<string, string>): Started {
  const child = spawn(process.execPath, [new URL('./main.ts', import.meta.url).pathname], {
    env: { PATH: process.env.PATH, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let said = '';
  for (const stream of [child.stdout, child.stderr])
    stream!.on('data', (piece: Buffer) => {
      said += piece.toString();
    });
  onTestFinished(() => void child.kill('SIGKILL'));
  return { child, said: () => said, exited: new Promise((resolve) => child.once('exit', resolve)) };
}

async function answers({ child, said }: Started, url: string): Promise<void> {
  while ((await fetch(`${url}/sandbox/healthz`).catch(() => null))?.status !== 200) {
    if (child.exitCode !== null) throw new Error(said());
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

test('what the sandbox has said yes to is there after it was killed, once each', async () => {
  const [httpPort, smtpPort] = [await freePort(), await freePort()];
  const url = `http://127.0.0.1:${httpPort}`;
  const { accountSid, authToken, recordsToken, emailSecret } = testSecrets;
  const env = {
    KEYTURN_HOME: testFolder('sandbox'),
    KEYTURN_SANDBOX_PORT: String(httpPort),
    KEYTURN_SMTP_PORT: String(smtpPort),
    TWILIO_ACCOUNT_SID: accountSid,
    TWILIO_AUTH_TOKEN: authToken,
    BATCHDATA_TOKEN: recordsToken,
    EMAIL_WEBHOOK_SECRETS: emailSecret,
    SANDBOX_ENDPOINTS: JSON.stringify([{ provider: 'twilio', address: number, url: 'http://127.0.0.1:9/in' }]),
  };
  const first = start(env);
  await answers(first, url);

  const email = createSmtp({ name: 'killed-smtp', url: `smtp://127.0.0.1:${smtpPort}` });
  const text = createTwilio({ name: 'killed-twilio', accountSid, authToken, baseUrl: url });
  const yes = new Set<string>();
  const sends = Array.from({ length: 40 }, async (_, n) => {
    const outcome = await (n % 2
      ? text.send({ key: `${n}`, from: number, to: '+16155550142', body: `Text ${n}`, statusCallback: 'http://127.0.0.1:9/' })
      : email.send({
          key: `${n}`,
          fromName: 'A',
          from: 'a@acme.test',
          to: 'jo+silent@example.com',
          subject: `Mail ${n}`,
          html: '<p>x</p>',
          text: 'x',
          headers: {},
          attachments: [],
        })
    ).catch(() => null);
    if (outcome?.kind !== 'accepted') return;
    yes.add(outcome.providerId);
    // In the middle of the others.
    if (yes.size === 12) first.child.kill('SIGKILL');
  });
  await Promise.all(sends);
  await first.exited;
  expect(yes.size).toBeGreaterThanOrEqual(12);

  const second = start(env);
  await answers(second, url);
  const { items } = (await control({ httpUrl: url }, 'messages?limit=100')).json as { items: { id: string; messageId?: string }[] };
  const there = items.map(({ id, messageId }) => messageId ?? id);
  expect(new Set(there).size).toBe(there.length);
  expect([...yes].filter((id) => !there.includes(id))).toEqual([]);
  second.child.kill('SIGTERM');
  expect(await second.exited).toBe(0);
});

test('an envelope it has taken is there after a kill, out for signature, and found by its key', async () => {
  const httpPort = await freePort();
  const url = `http://127.0.0.1:${httpPort}`;
  const { accountId, integrationKey, userId, publicKey, connectKeys } = testDocusign;
  const env = {
    KEYTURN_HOME: testFolder('sandbox'),
    KEYTURN_SANDBOX_PORT: String(httpPort),
    TWILIO_ACCOUNT_SID: testSecrets.accountSid,
    TWILIO_AUTH_TOKEN: testSecrets.authToken,
    BATCHDATA_TOKEN: testSecrets.recordsToken,
    EMAIL_WEBHOOK_SECRETS: testSecrets.emailSecret,
    ...{ DOCUSIGN_ACCOUNT_ID: accountId, DOCUSIGN_INTEGRATION_KEY: integrationKey, DOCUSIGN_USER_ID: userId },
    ...{ DOCUSIGN_PUBLIC_KEY: publicKey, DOCUSIGN_CONNECT_KEYS: connectKeys.join(',') },
  };
  const first = start(env);
  await answers(first, url);
  const port = createDocusign({ ...testSigner({ httpUrl: url }), name: 'killed-docusign' });
  const outcome = await port.send({
    ...{ key: 'deal/7', subject: 'Contract', message: null, statusCallback: null },
    documents: [{ name: 'c.pdf', bytes: Buffer.from('%PDF-1.4\n%%EOF\n') }],
    signers: [{ recipientId: '1', name: 'Jo', email: 'jo@example.com', routingOrder: 1, tabs: [] }],
  });
  first.child.kill('SIGKILL');
  await first.exited;
  const second = start(env);
  await answers(second, url);
  // The token of before the kill is no longer known: it is replaced.
  const state = await port.state({ key: 'deal/7' });
  expect(state).toMatchObject({ envelopeId: outcome.kind === 'accepted' && outcome.envelopeId, status: 'sent', signers: [{ status: 'sent' }] });
  second.child.kill('SIGTERM');
  expect(await second.exited).toBe(0);
  const half = start({ ...env, DOCUSIGN_PUBLIC_KEY: '' });
  expect([await half.exited, half.said()]).toEqual([78, expect.stringContaining('DOCUSIGN')]);
});

test('a broken configuration ends the sandbox with a sentence that names it', async () => {
  const { exited, said } = start({ TWILIO_ACCOUNT_SID: 'AC1', SANDBOX_FAULTS: 'rate=lots' });
  expect(await exited).toBe(78);
  for (const name of ['TWILIO_ACCOUNT_SID', 'TWILIO_AUTH_TOKEN', 'SANDBOX_FAULTS']) expect(said()).toContain(name);
  expect(said()).not.toMatch(/\n\s+at /);
});
