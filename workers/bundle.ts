import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { bundleWorkflowCode, DefaultLogger } from '@temporalio/worker';
import { tracing } from './temporal/tracing.ts';

export type Bundle = { code: string /** Names this code to the engine: the same code has the same id. */; buildId: string };

const root = new URL('..', import.meta.url).pathname;

/** The workflow bundle, kept in `cacheFolder` under the hash of what it is made of, so that a start need not build it again. */
export async function workflowBundle(cacheFolder?: string): Promise<Bundle> {
  // The source map inside the bundle carries paths of this machine, so the id is that of the sources.
  const buildId = sourceHash();
  const path = cacheFolder && join(cacheFolder, `workflows-${buildId}.js`);
  const cached = path ? await readFile(path, 'utf8').catch(() => undefined) : undefined;
  const code = cached ?? (await build());
  if (path && cached === undefined) {
    await mkdir(cacheFolder, { recursive: true });
    // Several workers start at once: each writes its own file, the last rename wins with the same bytes.
    await writeFile(`${path}.${process.pid}`, code);
    await rename(`${path}.${process.pid}`, path);
  }
  return { code, buildId };
}

/** The code of all workflows, with further interceptors where a test looks inside. */
export async function build(workflowInterceptorModules: string[] = []): Promise<string> {
  const { code } = await bundleWorkflowCode({
    workflowsPath: join(root, 'workflows/index.ts'),
    workflowInterceptorModules,
    plugins: [tracing('keyturn-bundle', '')],
    // Constants without state, which every cached run would hold a copy of: 80 KB each.
    preloadModules: ['@opentelemetry/semantic-conventions'],
    logger: new DefaultLogger('ERROR'),
  });
  return code;
}

/** Everything a bundle can contain: our workflow and domain code, the locked dependencies, and how they are put together. */
function sourceHash(): string {
  const hash = createHash('sha256')
    .update(readFileSync(join(root, 'package-lock.json')))
    .update(readFileSync(new URL(import.meta.url)));
  for (const layer of ['domain', 'workflows']) {
    const files = readdirSync(join(root, layer), { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.ts') && !name.endsWith('.test.ts'));
    for (const name of files.sort())
      hash
        .update(`${layer}/${name}\0`)
        .update(readFileSync(join(root, layer, name)))
        .update('\0');
  }
  return hash.digest('hex').slice(0, 12);
}
