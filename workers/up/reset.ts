import { existsSync, readdirSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { createInterface } from 'node:readline/promises';
import { DomainError } from '../../domain/errors.ts';
import { clusterFolder, lockHolder, readInstance } from './home.ts';
import { endLeftovers } from './leftovers.ts';

/** Deletes everything an instance keeps, after asking. A DATABASE_URL or TEMPORAL_ADDRESS of somebody else stays as it is. */
export async function resetHome(folder: string, { yes }: { yes: boolean }): Promise<void> {
  if (!existsSync(folder)) return;
  const holder = lockHolder(folder);
  if (holder) throw new DomainError('already-running', `Keyturn runs from ${folder} (process ${holder.pid})`, { nextStep: 'Stop it before you start over' });
  // Only what is ours: KEYTURN_HOME may have been set to a folder with other things in it.
  if (!existsSync(join(folder, 'instance.json')) && readdirSync(folder).length > 0)
    throw new DomainError('bad-home', `${folder} is not a home folder of Keyturn`, { nextStep: 'Correct KEYTURN_HOME' });
  if (!yes) await confirm(folder);
  if (existsSync(join(folder, 'run'))) await endLeftovers(join(folder, 'run'));
  const cluster = instanceCluster(folder);
  rmSync(cluster.startsWith(folder) ? cluster : dirname(cluster), { recursive: true, force: true });
  rmSync(folder, { recursive: true, force: true });
}

function instanceCluster(folder: string): string {
  try {
    return readInstance(folder)?.cluster ?? clusterFolder(folder);
  } catch {
    return clusterFolder(folder);
  }
}

async function confirm(folder: string): Promise<void> {
  const refused = new DomainError('not-confirmed', 'Nothing was deleted', { nextStep: 'Answer "yes", or add --yes where nobody can be asked' });
  if (!process.stdin.isTTY) throw refused;
  const terminal = createInterface({ input: process.stdin, output: process.stdout });
  const answer = await terminal.question(`This deletes everything in ${folder}: deals, files, history. Type "yes" to start over: `);
  terminal.close();
  if (answer.trim().toLowerCase() !== 'yes') throw refused;
}
