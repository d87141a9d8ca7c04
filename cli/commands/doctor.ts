import { access, constants, readFile, statfs } from 'node:fs/promises';
import { command } from '../command.ts';
import { exitCodes, toCliError } from '../errors.ts';
import { homeFolder, readCredentials } from '../home.ts';

type Check = { name: string; ok: boolean; detail: string; nextStep?: string };
type Ready = {
  status: string;
  database: Part;
  engine: Part;
  relay: Part & { lagMs: number | null; parked: number | null };
  processes: { name: string; secondsAgo: number; state: unknown }[];
};
type Part = { ok: boolean; detail: string | null };

export default command({
  name: 'doctor',
  description: 'Look at what may be wrong, and say what to do',
  args: {},
  async run({ out, api }) {
    const checks: Check[] = [await nodeVersion(), await disk(), ...(await instance(() => api()))];
    for (const { name, ok, detail, nextStep } of checks) {
      out.line(`${ok ? out.style('green', '✓') : out.style('red', '✗')} ${name.padEnd(14)} ${detail}`);
      if (!ok && nextStep) out.line(`  ${' '.repeat(14)} ${nextStep}`);
    }
    const sick = checks.filter(({ ok }) => !ok);
    out.line(sick.length === 0 ? 'All is well.' : `${sick.length} of ${checks.length} need a look.`);
    out.result({ ok: sick.length === 0, checks });
    process.exitCode = sick.length === 0 ? exitCodes.ok : exitCodes.failed;
  },
});

const check = (name: string, ok: boolean, detail: string, nextStep?: string): Check => ({ name, ok, detail, ...(ok || !nextStep ? {} : { nextStep }) });

async function nodeVersion(): Promise<Check> {
  const wanted = JSON.parse(await readFile(new URL('../../package.json', import.meta.url), 'utf8')).devDependencies?.node ?? '24';
  return check('Node', Number(process.versions.node.split('.')[0]) >= 24, process.versions.node, `Run "npm ci": it brings Node ${wanted}.`);
}

async function disk(): Promise<Check> {
  const home = homeFolder();
  const writable = await access(home, constants.W_OK).then(
    () => true,
    () => false,
  );
  if (!writable) return check('Home', false, `${home} is not there or may not be written`, 'Start Keyturn once ("npm start"), or set KEYTURN_HOME.');
  const { bavail, bsize } = await statfs(home);
  const freeMb = Math.floor((bavail * bsize) / 1_000_000);
  return check('Home', freeMb > 500, `${home}, ${freeMb} MB free`, 'Free some space on this disk.');
}

async function instance(api: () => { url: string; get<T>(path: string): Promise<T> }): Promise<Check[]> {
  try {
    readCredentials();
    const ready = await readiness(api().url);
    const key = await api()
      .get('/v1/tasks?limit=1')
      .then(
        () => check('Key', true, 'works'),
        (error: unknown) => check('Key', false, toCliError(error).message, toCliError(error).nextStep),
      );
    return [
      check('API', true, api().url),
      key,
      check('Database', ready.database.ok, ready.database.detail ?? 'answers', 'Look at logs/postgres.log in the home folder, or at DATABASE_URL.'),
      check('Engine', ready.engine.ok, ready.engine.detail ?? 'answers', 'Look at logs/engine.log in the home folder, or at TEMPORAL_ADDRESS.'),
      check('Relay', ready.relay.ok, ready.relay.detail ?? `up to date, ${ready.relay.parked ?? 0} parked`, 'Look at logs/relay.log in the home folder.'),
      ...(ready.relay.parked
        ? [check('Parked', false, `${ready.relay.parked} events wait for a person`, '"keyturn parked list" shows cause and next step of each.')]
        : []),
      ...ready.processes.map(({ name, secondsAgo }) =>
        check(name, secondsAgo <= 60, secondsAgo <= 60 ? 'works' : `silent for ${secondsAgo} s`, `Look at logs/${name}.log in the home folder.`),
      ),
      ...ready.processes.flatMap(breakers),
      ...ready.processes.flatMap(signatures),
    ];
  } catch (error) {
    const { message, nextStep } = toCliError(error);
    return [check('API', false, message, nextStep)];
  }
}

/** Readiness is told with 503 too. */
async function readiness(url: string): Promise<Ready> {
  const response = await fetch(`${url}/readyz`).catch(() => {
    throw new Error(`Keyturn does not answer at ${url}`);
  });
  return (await response.json()) as Ready;
}

function breakers({ name, state }: Ready['processes'][number]): Check[] {
  const { breakers: all = [] } = (state ?? {}) as { breakers?: { provider: string; state: string }[] };
  return all.map(({ provider, state: how }) =>
    check(
      provider,
      how !== 'open',
      `${how === 'open' ? 'failed several times and is left alone for a minute' : 'answers'} (${name})`,
      'It is tried again by itself; look at the provider if it lasts.',
    ),
  );
}

/** How the last look for lost webhooks went, once there was one. */
function signatures({ state }: Ready['processes'][number]): Check[] {
  const { signatures: last } = (state ?? {}) as { signatures?: { lastAt: string | null; problem: string | null } };
  if (!last || (last.lastAt === null && last.problem === null)) return [];
  const next = 'What happened there meanwhile is found at a later look; mend the credentials or look at the provider if it lasts.';
  return [check('Signatures', last.problem === null, last.problem ?? `compared with the provider at ${last.lastAt}`, next)];
}
