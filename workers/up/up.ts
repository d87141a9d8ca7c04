import { Connection } from '@temporalio/client';
import postgres from 'postgres';
import type { Engine } from '../temporal/clock.ts';
import { setCurrentVersion } from '../temporal/deployment.ts';
import { deploymentName } from '../temporal/settings.ts';
import { buildBundle } from './bundle.ts';
import { type UpConfig, upConfig } from './config.ts';
import { refreshCredentials } from './credentials.ts';
import { migrate, openDatabase } from './database.ts';
import { engineAnswers, engineArgs, findEngine, prepareNamespace } from './engine.ts';
import { bringRunsUp } from './forward/lockstep.ts';
import { carryOutMoves } from './forward/moves.ts';
import { checkSpace, type Home, lockHome, openHome } from './home.ts';
import { endLeftovers } from './leftovers.ts';
import { choosePorts } from './ports.choose.ts';
import { createSupervisor, type Supervisor } from './processes.ts';
import { createProgress, type Progress } from './progress.ts';
import { resetHome } from './reset.ts';
import { sample } from './sample/sample.ts';
import { type Addresses, environment, services } from './services.ts';
import { signInLinks } from './sign-in.ts';
import { farewell } from './tell.ts';
import { buildWebApp } from './web.ts';

export type UpOptions = { empty?: boolean; reset?: boolean; yes?: boolean };

/** A running instance. */
export type Up = { home: Home; url: string; stop(): Promise<void> };

/** Starts everything, in order, and keeps it alive until `stop`. Whatever fails on the way stops what was started. */
export async function up(options: UpOptions, env: NodeJS.ProcessEnv = process.env, onSupervisor: (stop: () => Promise<void>) => void = () => {}): Promise<Up> {
  const config = upConfig(env);
  const progress = createProgress();
  if (options.reset) await resetHome(config.home, { yes: options.yes ?? false });
  checkSpace(config.home);
  const home = openHome(config.home);
  const unlock = lockHome(home.folder);
  const supervisor = createSupervisor({ logs: home.logs, pids: home.pids, say: (line) => progress.line(`  ! ${line}`) });
  const ended = new AbortController();
  const stop = once(async () => {
    ended.abort();
    await stopAll(supervisor);
    unlock();
  });
  onSupervisor(stop);
  try {
    const url = await startAll({ config, options, home, supervisor, progress, signal: ended.signal });
    return { home, url, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

type Starting = { config: UpConfig; options: UpOptions; home: Home; supervisor: Supervisor; progress: Progress; signal: AbortSignal };

async function startAll({ config, options, home, supervisor, progress, signal }: Starting): Promise<string> {
  progress.line(`Keyturn starts from ${home.folder}`);
  const left = await endLeftovers(home.pids);
  if (left.length > 0) progress.line(`  ! ended what an earlier start had left: ${left.join(', ')}`);
  const ports = await choosePorts(config, home);
  const embedded = !config.TEMPORAL_ADDRESS;
  // The longest single piece of work: on the second core while database and engine start.
  const bundling = buildBundle(home);

  const owner = await progress.step(
    'PostgreSQL',
    () => openDatabase(config, home, supervisor),
    () => (config.DATABASE_URL ? 'PostgreSQL of DATABASE_URL' : `PostgreSQL in ${home.instance.cluster}`),
  );
  const databases = await progress.step('Schema', () => migrate(owner, config, home, { embedded }));
  const temporal = config.TEMPORAL_ADDRESS ?? `127.0.0.1:${ports.engine}`;
  await progress.step(
    'Temporal engine',
    async (say) => {
      const how = embedded ? await startEngine({ config, home, supervisor, say, ports }) : `the server at ${temporal}`;
      await prepareNamespace(temporal, config.TEMPORAL_NAMESPACE, { embedded });
      return how;
    },
    (how) => `Temporal engine: ${how}`,
  );

  const ui = config.TEMPORAL_UI_URL ?? (embedded ? `http://localhost:${ports.ui}` : undefined);
  const addresses: Addresses = { databases, temporal, ui, apiPort: ports.api, sandboxPort: ports.sandbox, smtpPort: ports.smtp };
  const env = environment(config, home, addresses);
  const engine = await Connection.connect({ address: temporal });
  const onVersion = (buildId: string): void => {
    setCurrentVersion(engine, config.TEMPORAL_NAMESPACE, deploymentName, buildId).catch((error: Error) =>
      progress.line(`  ! the worker version ${buildId} could not be made current: ${error.message}`),
    );
  };
  const web = await progress.step(
    'Web application',
    (say) => {
      say('building, once per change of its sources');
      return buildWebApp(home);
    },
    ({ fresh }) => `Web application${fresh ? ', built' : ''}`,
  );
  const authSecret = config.KEYTURN_AUTH_SECRET ?? home.instance.secrets.session;
  const all = services({ web: web.folder, env, authSecret, home, databases, addresses, onVersion });
  await progress.step('Workflow bundle', () => bundling);
  await progress.step('API, relay, workers and sandbox', () => Promise.all(Object.values(all).map((service) => supervisor.start(service))));
  if (embedded) await catchUp({ connection: engine, namespace: config.TEMPORAL_NAMESPACE }, databases.relay);

  const url = `http://localhost:${ports.api}`;
  home.instance.running = {
    databaseAppUrl: databases.app,
    databaseAuthUrl: databases.auth,
    databaseRelayUrl: databases.relay,
    temporalAddress: temporal,
    namespace: config.TEMPORAL_NAMESPACE,
    embedded,
    url,
    sandboxUrl: env.SANDBOX_URL ?? null,
  };
  home.save();
  refreshCredentials(home, url);
  await sample({
    empty: options.empty ?? false,
    home,
    progress,
    appUrl: databases.app,
    url,
    env,
    accountId: env.DOCUSIGN_ACCOUNT_ID ?? config.DOCUSIGN_ACCOUNT_ID ?? home.instance.id,
  });
  if (embedded) carryOutMoves({ relayUrl: databases.relay, home: home.folder, say: (line) => progress.line(`  ! ${line}`), signal });
  const links = await signInLinks(home, url);
  farewell({ home, url, ui, namespace: config.TEMPORAL_NAMESPACE, sandboxUrl: env.SANDBOX_URL, links }, progress.line);
  return url;
}

type EngineStart = { config: UpConfig; home: Home; supervisor: Supervisor; say: (detail: string) => void; ports: Record<'engine' | 'ui', number> };

async function startEngine({ config, home, supervisor, say, ports }: EngineStart): Promise<string> {
  const { path, how } = await findEngine(say);
  say('starting');
  await supervisor.start({
    name: 'engine',
    command: path,
    args: engineArgs({ dbFile: home.engineDb, port: ports.engine, uiPort: ports.ui, namespace: config.TEMPORAL_NAMESPACE }),
    ready: () => engineAnswers(`127.0.0.1:${ports.engine}`, config.TEMPORAL_NAMESPACE),
  });
  return how;
}

/** After a move of the clock that was cut short, some runs are behind it. */
async function catchUp(engine: Engine, relayUrl: string): Promise<void> {
  const relay = postgres(relayUrl, { max: 4, onnotice: () => {} });
  await bringRunsUp({ engine, relay }).finally(() => relay.end({ timeout: 5 }));
}

/** In order: nobody loses what it writes to. */
async function stopAll(supervisor: Supervisor): Promise<void> {
  await supervisor.stop('api');
  await supervisor.stop('worker', 'imports', 'rendering');
  await supervisor.stop('relay');
  await supervisor.stop('sandbox');
  await supervisor.stop('engine');
  await supervisor.stop('postgres');
}

function once(fn: () => Promise<void>): () => Promise<void> {
  let running: Promise<void> | undefined;
  return () => (running ??= fn());
}
