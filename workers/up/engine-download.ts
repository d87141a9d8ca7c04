import { spawn } from 'node:child_process';
import { readdirSync, statSync } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';

/** The CLI release whose server skips time per workflow; the SDK's own default may be older. */
const cliVersion = 'v1.9.1';
/** No byte for this long: nobody is there, and the next way is tried. */
const patienceMs = 8000;

/**
 * Lets the SDK download the Temporal CLI into `folder` and returns its path. In a process of its own: the SDK's
 * download cannot be called off, and without a network it would wait for minutes.
 */
export async function downloadEngine(folder: string, progress: (line: string) => void): Promise<string> {
  await mkdir(folder, { recursive: true });
  const script = `
    import { TestWorkflowEnvironment } from '@temporalio/testing';
    const env = await TestWorkflowEnvironment.createLocal({ server: { executable: { type: 'cached-download', version: '${cliVersion}', downloadDir: ${JSON.stringify(folder)}, ttl: '365d' } } });
    await env.teardown();`;
  const child = spawn(process.execPath, ['--input-type=module', '-e', script], {
    cwd: new URL('../..', import.meta.url).pathname,
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  let words = '';
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    words = (words + text).slice(-4000);
  });
  let [bytes, since] = [0, Date.now()];
  let gaveUp = false;
  const watching = setInterval(() => {
    const now = bytesIn(folder);
    if (now !== bytes) [bytes, since] = [now, Date.now()];
    progress(`downloading the Temporal CLI, ${Math.round(bytes / 1024 ** 2)} MB`);
    if (Date.now() - since > patienceMs) {
      gaveUp = true;
      child.kill('SIGKILL');
    }
  }, 250);
  const code = await new Promise<number>((resolve) => child.once('close', (c) => resolve(c ?? 1)));
  clearInterval(watching);
  if (gaveUp) throw new Error(`no answer from the download server within ${patienceMs / 1000} s`);
  if (code !== 0) throw new Error(reasonIn(words) ?? `the download ended with exit code ${code}`);
  const found = readdirSync(folder).find((name) => name.includes('temporal') && !name.endsWith('.downloading'));
  if (!found) throw new Error('the download left no program');
  return join(folder, found);
}

/** The SDK repeats the innermost cause at every level. */
const reasonIn = (words: string): string | undefined => {
  const [, reason] = /Error: ([^\n]+)/.exec(words) ?? [];
  return reason && [...new Set(reason.split(': '))].join(': ').slice(0, 300);
};

const bytesIn = (folder: string): number =>
  readdirSync(folder).reduce((sum, name) => sum + (statSync(join(folder, name), { throwIfNoEntry: false })?.size ?? 0), 0);
