import { createHash, generateKeyPairSync, randomBytes, randomUUID } from 'node:crypto';
import { existsSync, linkSync, mkdirSync, readFileSync, realpathSync, renameSync, rmSync, statfsSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { DomainError } from '../../domain/errors.ts';
import { birthOf, isAlive, type PidFile } from './pids.ts';

export type PortName = 'api' | 'postgres' | 'engine' | 'ui' | 'sandbox' | 'smtp';

/** What an instance keeps about itself in `<home>/instance.json`, readable by its owner only. */
export type Instance = {
  id: string;
  ports: Partial<Record<PortName, number>>;
  secrets: Record<keyof typeof newSecret, string>;
  /** Where the embedded cluster lies. */
  cluster?: string;
  /** Set once the sample brokerage is complete, or was not wanted. */
  sample?: 'imported' | 'none';
  /** How the instance was last started: what `keyturn forward` and the CLI need to reach it. */
  running?: {
    databaseRelayUrl: string;
    databaseAppUrl: string;
    databaseAuthUrl: string;
    temporalAddress: string;
    namespace: string;
    embedded: boolean;
    url: string;
    sandboxUrl: string | null;
  };
};

export type Home = {
  folder: string;
  logs: string;
  pids: string;
  files: string;
  cache: string;
  engineDb: string;
  credentials: string;
  instance: Instance;
  save(): void;
};

/** Opens the home folder, making it and its secrets at the first start. */
export function openHome(folder: string): Home {
  const home = { folder, logs: join(folder, 'logs'), pids: join(folder, 'run'), files: join(folder, 'files'), cache: join(folder, 'cache') };
  for (const path of Object.values(home)) makeFolder(path);
  const path = join(folder, 'instance.json');
  const instance = readInstance(folder) ?? { id: randomUUID(), ports: {}, secrets: {} as Instance['secrets'] };
  // A home of an earlier version has those of its time.
  for (const [name, make] of Object.entries(newSecret)) instance.secrets[name as keyof Instance['secrets']] ??= make();
  const save = (): void => writeWhole(path, JSON.stringify(instance, null, 2));
  save();
  return { ...home, engineDb: join(folder, 'engine.db'), credentials: join(folder, 'credentials'), instance, save };
}

/** The instance kept in a home folder; undefined where nothing was ever started. */
export function readInstance(folder: string): Instance | undefined {
  const path = join(folder, 'instance.json');
  if (!existsSync(path)) return undefined;
  try {
    return JSON.parse(readFileSync(path, 'utf8')) as Instance;
  } catch {
    throw new DomainError('bad-home', `${path} cannot be read`, { nextStep: 'Restore it from a backup, or start over with "npm start -- --reset"' });
  }
}

/** Replaces a file in one step, so that a crash leaves the old one or the new one, for its owner only. */
export function writeWhole(path: string, text: string): void {
  const fresh = `${path}.${process.pid}`;
  writeFileSync(fresh, text, { mode: 0o600 });
  renameSync(fresh, path);
}

/** One supervisor per home. A holder that died is taken over from. Returns what gives the home back. */
export function lockHome(folder: string): () => void {
  const path = join(folder, 'run', 'supervisor.lock');
  const own = `${path}.${process.pid}`;
  writeWhole(own, JSON.stringify({ name: 'supervisor', pid: process.pid, birth: birthOf(process.pid)!, supervisor: process.pid } satisfies PidFile));
  try {
    for (let tries = 0; tries < 5; tries++) {
      const holder = lockHolder(folder);
      if (holder)
        throw new DomainError('already-running', `Keyturn already runs from ${folder} (process ${holder.pid})`, {
          nextStep: 'Stop it there first, or set KEYTURN_HOME and KEYTURN_PORT for a second instance',
        });
      rmSync(path, { force: true });
      try {
        // A link appears whole or not at all, and only one of two starts gets it.
        linkSync(own, path);
      } catch {
        continue;
      }
      if (lockHolder(folder)?.pid === process.pid) return () => rmSync(path, { force: true });
    }
  } finally {
    rmSync(own, { force: true });
  }
  throw new DomainError('already-running', `Another start of Keyturn takes ${folder} at this moment`, { nextStep: 'Wait for it, or start once more' });
}

/** The supervisor that holds this home, if it lives. */
export function lockHolder(folder: string): PidFile | undefined {
  try {
    const holder = JSON.parse(readFileSync(join(folder, 'run', 'supervisor.lock'), 'utf8')) as PidFile;
    return isAlive(holder) ? holder : undefined;
  } catch {
    return undefined;
  }
}

/** Where the cluster lies: in the home, except for root, whose folders PostgreSQL's own user may not be able to reach. */
export function clusterFolder(home: string): string {
  if (process.getuid?.() !== 0) return join(home, 'postgres');
  return join('/var/lib/keyturn', createHash('sha256').update(realpathSync(home)).digest('hex').slice(0, 16), 'postgres');
}

const needMb = 500;

/** Said before anything is half written. */
export function checkSpace(folder: string): void {
  let existing = folder;
  while (!existsSync(existing)) existing = dirname(existing);
  const { bavail, bsize } = statfsSync(existing);
  const freeMb = Math.floor((bavail * bsize) / 1024 ** 2);
  if (freeMb < needMb)
    throw new DomainError('disk-full', `The disk of ${folder} has ${freeMb} MB free and Keyturn needs ${needMb} MB`, {
      nextStep: 'Free some space, or set KEYTURN_HOME to a folder on another disk',
    });
}

function makeFolder(path: string): void {
  try {
    mkdirSync(path, { recursive: true });
  } catch (error) {
    throw new DomainError('bad-home', `The folder ${path} cannot be made (${(error as NodeJS.ErrnoException).code})`, {
      nextStep: 'Mend its permissions, or set KEYTURN_HOME to a folder you may write to',
    });
  }
}

const secret = (): string => randomBytes(24).toString('hex');
const newSecret = {
  postgres: secret,
  owner: secret,
  app: secret,
  relay: secret,
  /** Signs what is pushed to the sandbox's CRM. */
  crm: () => `whsec_${randomBytes(24).toString('base64')}`,
  auth: secret,
  /** Signs the cookies of sessions. */
  session: secret,
  emailWebhook: () => `whsec_${randomBytes(24).toString('base64')}`,
  twilioSid: () => `AC${randomBytes(16).toString('hex')}`,
  twilioToken: () => randomBytes(16).toString('hex'),
  batchData: secret,
  docusignConnect: secret,
  /** PEM; with it we ask the sandbox for access tokens. */
  docusignPrivateKey: () => generateKeyPairSync('rsa', { modulusLength: 2048 }).privateKey.export({ type: 'pkcs8', format: 'pem' }) as string,
};
