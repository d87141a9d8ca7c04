import { execFile } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { Connection } from '@temporalio/client';
import { msToTs } from '@temporalio/common/lib/time.js';
import { DomainError } from '../../domain/errors.ts';
import { registerSearchAttributes } from '../temporal/search-attributes.ts';
import { engineSettings } from '../temporal/settings.ts';
import { buildEngine, cachedEngine, engineCacheFolder } from './engine-build.ts';
import { downloadEngine } from './engine-download.ts';

const run = promisify(execFile);

export type FoundEngine = { path: string; how: string };

/** Our cached build, else the Temporal CLI by the SDK's download, else a build from `tools/temporal`; says why each way failed. */
export async function findEngine(say: (detail: string) => void): Promise<FoundEngine> {
  const downloads = join(dirname(engineCacheFolder()), 'cli');
  const ways: [string, () => Promise<FoundEngine>][] = [
    [
      'cached build',
      async () => ({
        path: await works(cachedEngine() ?? missing(`none in ${engineCacheFolder()}`)),
        how: process.env.KEYTURN_ENGINE ? 'the one of KEYTURN_ENGINE' : 'our cached build',
      }),
    ],
    [
      'download',
      async () => ({ path: await works(earlier(downloads) ?? (await downloadEngine(downloads, say))), how: 'the Temporal CLI downloaded by the SDK' }),
    ],
    ['build', async () => ({ path: await works(await built(say)), how: 'our build from tools/temporal' })],
  ];
  const reasons: string[] = [];
  for (const [name, find] of ways) {
    try {
      return await find();
    } catch (error) {
      reasons.push(`${name}: ${(error as Error).message}`);
    }
  }
  throw new DomainError('no-engine', `No Temporal engine was found (${reasons.join('; ')})`, {
    nextStep: 'Install Go 1.26 or newer (https://go.dev/dl), or connect to the internet once, or set TEMPORAL_ADDRESS to a server of your own, and start again',
  });
}

const missing = (why: string): never => {
  throw new Error(why);
};

/** A program that lies there may still be for another machine or half copied. */
async function works(path: string): Promise<string> {
  if (!existsSync(path)) throw new Error(`${path} does not exist`);
  await run(path, ['--version']).catch((error: Error) => missing(`${path} does not run (${error.message.split('\n')[0]})`));
  return path;
}

function earlier(folder: string): string | undefined {
  const name = existsSync(folder) ? readdirSync(folder).find((file) => file.includes('temporal') && !file.endsWith('.downloading')) : undefined;
  return name && join(folder, name);
}

async function built(say: (detail: string) => void): Promise<string> {
  let packages = 0;
  return buildEngine('engine', (line) => say(line.startsWith('go: ') ? line : `compiled ${++packages} packages, the first time takes some minutes`));
}

/** Arguments of the embedded engine; those of `temporal server start-dev`, so that either program takes them. */
export const engineArgs = ({ dbFile, port, uiPort, namespace }: { dbFile: string; port: number; uiPort: number; namespace: string }): string[] => [
  ...['server', 'start-dev', '--ip', '127.0.0.1', '--port', String(port), '--ui-port', String(uiPort), '--db-filename', dbFile],
  ...['--namespace', namespace, '--log-level', 'warn', '--ui-disable-news-fetch', ...engineSettings()],
];

/** Waits until an engine answers for our namespace. */
export async function engineAnswers(address: string, namespace: string): Promise<void> {
  for (let tries = 0; ; tries++) {
    try {
      const connection = await Connection.connect({ address, connectTimeout: 2000 });
      await connection.workflowService.describeNamespace({ namespace }).finally(() => connection.close());
      return;
    } catch (error) {
      if (tries > 300) throw error;
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
  }
}

const alreadyExists = 6;
const notFound = 5;

/** Namespace and search attributes, at every start: a namespace that exists takes no attributes from the engine's flags. */
export async function prepareNamespace(address: string, namespace: string, { embedded }: { embedded: boolean }): Promise<void> {
  const connection = await Connection.connect({ address, connectTimeout: 5000 }).catch((error: Error) => {
    throw new DomainError('no-engine', `The Temporal server at ${address} does not answer (${error.message})`, {
      nextStep: 'Start it, or correct TEMPORAL_ADDRESS, or unset it to use the engine of Keyturn',
    });
  });
  try {
    // Closed deals stay readable: their timeline is their history.
    const workflowExecutionRetentionTtl = msToTs(embedded ? '3650 days' : '90 days');
    if (embedded) await connection.workflowService.updateNamespace({ namespace, config: { workflowExecutionRetentionTtl } });
    else
      await connection.workflowService
        .registerNamespace({ namespace, workflowExecutionRetentionPeriod: workflowExecutionRetentionTtl })
        .catch((error: { code?: number }) => {
          if (error.code !== alreadyExists) throw error;
        });
    // A new namespace is known to every part of a server only after some seconds.
    for (let tries = 0; ; tries++) {
      try {
        await registerSearchAttributes(connection, namespace);
        return;
      } catch (error) {
        if ((error as { code?: number }).code !== notFound || tries > 150) throw error;
        await new Promise((resolve) => setTimeout(resolve, 200));
      }
    }
  } finally {
    await connection.close();
  }
}
