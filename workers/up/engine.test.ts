import { rmSync } from 'node:fs';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { testFolder } from '../../test/folder.ts';
import { engineArgs, findEngine } from './engine.ts';
import { cachedEngine } from './engine-build.ts';
import { sentence } from './tell.ts';

const cache = testFolder('cache');
afterEach(() => {
  vi.unstubAllEnvs();
  rmSync(cache, { recursive: true, force: true });
});

describe('findEngine', () => {
  it('takes the build that is there and says so', async () => {
    expect(await findEngine(() => {})).toEqual({ path: cachedEngine(), how: process.env.KEYTURN_ENGINE ? 'the one of KEYTURN_ENGINE' : 'our cached build' });
  });

  it('says of every way why it failed, and what to do', async () => {
    // Nothing built, nobody at the other end, no Go.
    vi.stubEnv('KEYTURN_ENGINE', '');
    vi.stubEnv('KEYTURN_CACHE', cache);
    vi.stubEnv('HTTPS_PROXY', 'http://127.0.0.1:1');
    vi.stubEnv('PATH', cache);
    const failure = await findEngine(() => {}).catch((error: unknown) => sentence(error));
    expect(failure).toMatch(
      /^No Temporal engine was found \(cached build: none in .+; download: .+; build: Go could not be started .+\)\. Install Go 1\.26 or newer .+ and start again\.$/,
    );
  });
});

describe('engineArgs', () => {
  it('listens on this machine only and lets runs skip time', () => {
    const args = engineArgs({ dbFile: '/home/engine.db', port: 1, uiPort: 2, namespace: 'keyturn' });
    expect(args.slice(args.indexOf('--ip'), args.indexOf('--ip') + 2)).toEqual(['--ip', '127.0.0.1']);
    expect(args).toContain('frontend.WorkflowTimeSkippingEnabled=true');
  });
});
