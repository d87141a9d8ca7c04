import { existsSync, readFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { CliError, exitCodes } from './errors.ts';

const project = fileURLToPath(new URL('..', import.meta.url));

/** The home folder of the instance: KEYTURN_HOME, one beside where we stand, or the one of this installation. */
export function homeFolder(env: NodeJS.ProcessEnv = process.env): string {
  if (env.KEYTURN_HOME) return resolve(env.KEYTURN_HOME.replace(/^~(?=\/|$)/, homedir()));
  const here = resolve('.keyturn');
  return existsSync(here) ? here : join(project, '.keyturn');
}

export type Credentials = { url: string; key: string };

/** Address and key (an empty variable counts as not set): KEYTURN_URL and KEYTURN_API_KEY, else what the first start left in the home folder. */
export function readCredentials(env: NodeJS.ProcessEnv = process.env): Credentials {
  const path = join(homeFolder(env), 'credentials');
  const stored = existsSync(path) ? parse(path) : {};
  const url = env.KEYTURN_URL || stored.url;
  const key = env.KEYTURN_API_KEY || stored.key;
  if (!url || !key)
    throw new CliError(
      exitCodes.unreachable,
      `There are no credentials in ${path}.`,
      'Start Keyturn first ("npm start"), or set KEYTURN_HOME, or KEYTURN_URL and KEYTURN_API_KEY.',
    );
  if (!URL.canParse(url)) throw new CliError(exitCodes.usage, `"${url}" is not an address.`, 'Set KEYTURN_URL to an address such as http://localhost:3000.');
  return { url: url.replace(/\/+$/, ''), key };
}

/** What the supervisor wrote down about the running instance. */
export function readRunning(env: NodeJS.ProcessEnv = process.env): { url?: string; sandboxUrl?: string | null; embedded?: boolean } {
  const path = join(homeFolder(env), 'instance.json');
  if (!existsSync(path)) return {};
  const { running } = parse(path) as { running?: { url?: string; sandboxUrl?: string | null; embedded?: boolean } };
  return running ?? {};
}

function parse(path: string): Partial<Credentials> {
  try {
    return JSON.parse(readFileSync(path, 'utf8')) as Partial<Credentials>;
  } catch {
    throw new CliError(exitCodes.failed, `${path} cannot be read.`, 'Mend its permissions, or stop Keyturn, delete the file and start it again.');
  }
}
