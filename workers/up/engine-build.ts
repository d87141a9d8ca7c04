import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';

const moduleFolder = new URL('../../tools/temporal/', import.meta.url).pathname;

/** What our Go module builds: the one-process engine, and the production server with its schema tool. */
export const engineProducts = {
  engine: '.',
  'temporal-server': 'go.temporal.io/server/cmd/server',
  'temporal-sql-tool': 'go.temporal.io/server/cmd/tools/sql',
} as const;
export type EngineProduct = keyof typeof engineProducts;

/** A user-level folder named by the module's content: another clone on the same machine does not build again. */
export function engineCacheFolder(): string {
  const files = readdirSync(moduleFolder).filter((name) => (name.endsWith('.go') && !name.endsWith('_test.go')) || name === 'go.mod' || name === 'go.sum');
  const hash = createHash('sha256');
  for (const name of files.sort())
    hash
      .update(`${name}\0`)
      .update(readFileSync(join(moduleFolder, name)))
      .update('\0');
  const cache = process.env.KEYTURN_CACHE ?? join(process.env.XDG_CACHE_HOME ?? join(homedir(), '.cache'), 'keyturn');
  return join(cache, 'engine', hash.digest('hex').slice(0, 16));
}

/** The path of a product if it was built before; `KEYTURN_ENGINE` names an engine of one's own. */
export function cachedEngine(product: EngineProduct = 'engine'): string | undefined {
  if (product === 'engine' && process.env.KEYTURN_ENGINE) return process.env.KEYTURN_ENGINE;
  const path = join(engineCacheFolder(), product);
  return existsSync(path) ? path : undefined;
}

/** Builds a product with Go and returns its path. `progress` gets what Go prints, a line at a time. */
export async function buildEngine(product: EngineProduct = 'engine', progress: (line: string) => void = () => {}): Promise<string> {
  const folder = engineCacheFolder();
  mkdirSync(folder, { recursive: true });
  const fresh = join(folder, `${product}.${process.pid}`);
  const go = spawn('go', ['build', '-buildvcs=false', '-v', '-o', fresh, engineProducts[product]], { cwd: moduleFolder, stdio: ['ignore', 'ignore', 'pipe'] });
  let tail = '';
  go.stderr.setEncoding('utf8').on('data', (text: string) => {
    tail = (tail + text).slice(-2000);
    for (const line of text.split('\n')) if (line.trim()) progress(line.trim());
  });
  const code = await new Promise<number | Error>((resolve) => go.once('error', resolve).once('close', (c) => resolve(c ?? 1)));
  if (code !== 0) {
    rmSync(fresh, { force: true });
    throw code instanceof Error
      ? new Error(`Go could not be started (${code.message}): install Go 1.26 or newer`)
      : new Error(`building ${product} failed: ${tail.trim().split('\n').slice(-3).join(' | ')}`);
  }
  // Renamed when whole: two builders at once end with the same file.
  renameSync(fresh, join(folder, product));
  return join(folder, product);
}
