import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { DomainError } from '../../domain/errors.ts';
import { workflowBundle } from '../bundle.ts';
import type { Home } from './home.ts';

/** Builds the workflow bundle in a process of its own; where it is kept from an earlier start, that is quick. */
export function buildBundle({ cache }: Pick<Home, 'cache'>): Promise<unknown> {
  const building = promisify(execFile)(process.execPath, [fileURLToPath(import.meta.url), cache]).catch((error: { stderr?: string; message: string }) => {
    const why = error.stderr?.split('\n').find((line) => /error/i.test(line)) ?? error.message.split('\n')[0];
    throw new DomainError('no-bundle', `The workflows could not be bundled (${why})`, {
      nextStep: 'Run "npm ci" again; if it stays, "npm run check" says more',
    });
  });
  // Awaited later; until then a failure is no unhandled rejection.
  building.catch(() => {});
  return building;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await workflowBundle(process.argv[2]);
