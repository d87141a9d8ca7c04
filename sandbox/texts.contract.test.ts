import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createTwilio } from '../activities/providers/twilio/index.ts';
import { freePort } from '../workers/up/ports.ts';
import { testSandbox, testSecrets } from './testing.ts';

const spec = process.env.TWILIO_SPEC ?? '';
if (!existsSync(spec))
  console.warn(
    'Skipped: Twilio’s public specification is not here. Set TWILIO_SPEC to twilio_api_v2010.json of twilio/twilio-oai to check the sandbox against it.',
  );

/** Prism stands between our adapter and the sandbox: a bad request is answered 422, a bad reply 500 with each wrong field. */
describe.runIf(existsSync(spec))('what the sandbox answers is what Twilio describes', () => {
  let prism: ChildProcess;
  let [sandboxPort, prismPort] = [0, 0];
  const ours = '+16155550000';

  beforeAll(async () => {
    [sandboxPort, prismPort] = [await freePort(), await freePort()];
    const cli = createRequire(import.meta.url).resolve('@stoplight/prism-cli/dist/index.js');
    prism = spawn(process.execPath, [cli, 'proxy', '-h', '127.0.0.1', '-p', String(prismPort), '--errors', spec, `http://127.0.0.1:${sandboxPort}`], {
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    await new Promise<void>((resolve, reject) => {
      let said = '';
      for (const stream of [prism.stdout, prism.stderr])
        stream?.on('data', (piece: Buffer) => {
          said += piece.toString();
          if (said.includes('Prism is listening')) resolve();
        });
      prism.once('exit', () => reject(new Error(`Prism ended: ${said}`)));
    });
  });
  afterAll(() => void prism?.kill());

  const through = async () => {
    const sandbox = await testSandbox({ httpPort: sandboxPort, endpoints: [{ provider: 'twilio', address: ours, url: 'http://127.0.0.1:9/in' }] });
    return {
      sandbox,
      port: createTwilio({ name: 'prism', accountSid: testSecrets.accountSid, authToken: testSecrets.authToken, baseUrl: `http://127.0.0.1:${prismPort}` }),
    };
  };
  const get = async (path: string) => {
    const answer = await fetch(`http://127.0.0.1:${prismPort}/2010-04-01/Accounts/${testSecrets.accountSid}/${path}`, {
      headers: { authorization: `Basic ${btoa(`${testSecrets.accountSid}:${testSecrets.authToken}`)}` },
    });
    return { status: answer.status, json: (await answer.json()) as Record<string, unknown>, violations: answer.headers.get('sl-violations') };
  };

  test('our adapter’s request and the created message fit', async () => {
    const { sandbox, port } = await through();
    const outcome = await port.send({ key: 'k', from: ours, to: '+16155550142', body: 'Good morning 👍', statusCallback: 'http://127.0.0.1:9/status' });
    expect(outcome).toMatchObject({ kind: 'accepted' });
    const [sid] = [...sandbox.store.texts.keys()];
    expect(await get(`Messages/${sid}.json`)).toMatchObject({ status: 200, json: { sid, status: 'delivered' }, violations: null });
  });

  test('a list fits but for its relative links, which Twilio’s own example has too', async () => {
    const { port } = await through();
    for (let n = 0; n < 3; n++) await port.send({ key: 'k', from: ours, to: '+16155550142', body: `Text ${n}`, statusCallback: 'http://127.0.0.1:9/status' });
    for (const query of ['', '?PageSize=2', '?To=%2B16155550142&PageSize=2&Page=1', '?To=%2B16155550199']) {
      const { violations } = await get(`Messages.json${query}`);
      const found = JSON.parse(violations ?? '[]') as { location: string[]; code: string }[];
      expect(found.filter(({ location, code }) => code !== 'format' || !/^((first|next|previous)_page_)?uri$/.test(location.at(-1) ?? ''))).toEqual([]);
    }
  });

  test('refusals pass with Twilio’s codes', async () => {
    const { port } = await through();
    expect(await port.send({ key: 'k', from: ours, to: '+15005550001', body: 'Hi', statusCallback: 'http://127.0.0.1:9/' })).toMatchObject({
      kind: 'refused',
      code: '21211',
    });
  });
});
