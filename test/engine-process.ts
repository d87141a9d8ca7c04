import { type ChildProcess, spawn } from 'node:child_process';
import { createServer } from 'node:net';
import { Connection } from '@temporalio/client';
import { registerSearchAttributes } from '../workers/temporal/search-attributes.ts';
import { engineSettings, namespace } from '../workers/temporal/settings.ts';
import { buildEngine, cachedEngine } from '../workers/up/engine-build.ts';

/** The engine of a test run, in memory, with per-workflow time skipping. */
export async function startEngine(): Promise<{ address: string; stop(): Promise<void> }> {
  const path = cachedEngine() ?? (await buildEngine('engine', (line) => process.stderr.write(`  engine: ${line}\n`)));
  const port = await new Promise<number>((resolve) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const found = (server.address() as { port: number }).port;
      server.close(() => resolve(found));
    });
  });
  const child = spawn(path, ['server', 'start-dev', '--headless', '--port', String(port), '--namespace', namespace, ...engineSettings()], {
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  const address = `127.0.0.1:${port}`;
  const connection = await connected(address, child);
  await registerSearchAttributes(connection, namespace);
  await connection.close();
  return {
    address,
    async stop() {
      const gone = new Promise((resolve) => child.once('exit', resolve));
      child.kill('SIGTERM');
      await Promise.race([gone, new Promise((resolve) => setTimeout(resolve, 5000).unref())]);
      child.kill('SIGKILL');
    },
  };
}

async function connected(address: string, child: ChildProcess): Promise<Connection> {
  for (let tries = 0; tries < 100; tries++) {
    if (child.exitCode !== null) throw new Error('the engine ended while starting; its error stands above');
    try {
      const connection = await Connection.connect({ address, connectTimeout: 2000 });
      await connection.workflowService.describeNamespace({ namespace });
      return connection;
    } catch {
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
  }
  throw new Error('the engine did not answer within ten seconds');
}
