import { readdirSync, rmSync } from 'node:fs';
import { basename, join } from 'node:path';
import { DomainError } from '../../domain/errors.ts';
import { webBuild } from '../web.ts';
import type { Home } from './home.ts';

/** Builds the web application, unless an earlier start has built the same, and drops builds of earlier sources. */
export async function buildWebApp({ cache }: Pick<Home, 'cache'>): Promise<{ folder: string; fresh: boolean }> {
  const built = await webBuild(cache).catch((error: { stderr?: string; message: string }) => {
    const why = error.stderr?.split('\n').find((line) => /error/i.test(line)) ?? error.message.split('\n')[0];
    throw new DomainError('no-web', `The web application could not be built (${why})`, {
      nextStep: 'Run "npm ci" again; if it stays, "npm run check" says more',
    });
  });
  for (const name of readdirSync(cache))
    if (name.startsWith('web-') && name !== basename(built.folder)) rmSync(join(cache, name), { recursive: true, force: true });
  return built;
}
