import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { mkdir, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';

export type WebBuild = { folder: string; buildId: string; fresh: boolean };

const root = new URL('..', import.meta.url).pathname;

/**
 * The built web application, kept in `cacheFolder` under the hash of what it is made of, so that a start need not build it again.
 * The builder runs in a process of its own: it is loaded when it is needed, and builds for production whoever asks.
 */
export async function webBuild(cacheFolder: string): Promise<WebBuild> {
  const buildId = webHash();
  const folder = join(cacheFolder, `web-${buildId}`);
  if (existsSync(join(folder, 'index.html'))) return { folder, buildId, fresh: false };
  await mkdir(cacheFolder, { recursive: true });
  const building = `${folder}.${process.pid}`;
  await promisify(execFile)(process.execPath, [fileURLToPath(import.meta.url), building], { env: { ...process.env, NODE_ENV: 'production' } });
  // Of two who build at once the second finds the first one's folder, which holds the same.
  await rename(building, folder).catch(() => rm(building, { recursive: true, force: true }));
  return { folder, buildId, fresh: true };
}

/** Builds into a folder, with a packed copy beside every file that is worth it. */
async function buildInto(folder: string): Promise<void> {
  const { build } = await import('vite');
  await build({ configFile: join(root, 'web/vite.config.ts'), logLevel: 'error', build: { outDir: folder, emptyOutDir: true } });
  for (const name of readdirSync(folder, { recursive: true, encoding: 'utf8' })) {
    if (!/\.(m?js|css|html|svg|ttf|wasm)$/.test(name)) continue;
    const bytes = readFileSync(join(folder, name));
    await writeFile(join(folder, `${name}.gz`), gzipSync(bytes, { level: 9 }));
    await writeFile(join(folder, `${name}.br`), brotliCompressSync(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: 9 } }));
  }
}

/** Everything the build can contain: the application, the domain it shares, the locked dependencies, and how they are put together. */
export function webHash(): string {
  const hash = createHash('sha256')
    .update(readFileSync(join(root, 'package-lock.json')))
    .update(readFileSync(new URL(import.meta.url)));
  for (const layer of ['domain', 'web']) {
    const files = readdirSync(join(root, layer), { recursive: true, encoding: 'utf8' }).filter(
      (name) => /\.(tsx?|css|html|svg|json|webmanifest)$/.test(name) && !/\.test\.tsx?$|^test\//.test(name),
    );
    for (const name of files.sort())
      hash
        .update(`${layer}/${name}\0`)
        .update(readFileSync(join(root, layer, name)))
        .update('\0');
  }
  return hash.digest('hex').slice(0, 12);
}

// By itself, when the image is built: `NODE_ENV=production node workers/web.ts <folder>`.
if (import.meta.main) {
  const [folder] = process.argv.slice(2);
  if (!folder) throw new Error('say where: node workers/web.ts <folder>');
  await buildInto(folder);
}
