// Everything that is checked without running it: as many checks at a time as there are cores, each with what it said when it is done.
import { spawn } from 'node:child_process';
import { availableParallelism } from 'node:os';
import { performance } from 'node:perf_hooks';

const node = process.execPath;
const bin = (name: string): string => `node_modules/.bin/${name}`;
/** What the compiler knows of the files that have not changed since. */
const types = (project: string, name: string): string[] => [
  bin('tsc'),
  ...['-p', project, '--incremental', '--tsBuildInfoFile', `node_modules/.cache/keyturn/${name}.tsbuildinfo`],
];
// The longest first.
const checks = [
  ['types', types('.', 'server')],
  ['types of the web', types('web', 'web')],
  ['imports', [node, 'tools/check-imports.ts']],
  ['bundle', [node, 'tools/check-bundle.ts']],
  ['lint and format', [bin('biome'), 'ci', '.']],
] as const;

const waiting = [...checks];
let failed = false;
await Promise.all(
  Array.from({ length: Math.max(2, availableParallelism()) }, async () => {
    for (let next = waiting.shift(); next; next = waiting.shift()) {
      const [name, command] = next;
      const from = performance.now();
      const { code, output } = await run(command);
      console.log(`${code === 0 ? 'ok' : 'FAILED'}: ${name}, ${((performance.now() - from) / 1000).toFixed(1)} s\n${output.trimEnd()}`);
      failed ||= code !== 0;
    }
  }),
);
process.exit(failed ? 1 : 0);

function run([command, ...args]: readonly string[]): Promise<{ code: number | null; output: string }> {
  const child = spawn(command!, args, { stdio: ['ignore', 'pipe', 'pipe'] });
  let output = '';
  for (const stream of [child.stdout, child.stderr])
    stream.setEncoding('utf8').on('data', (text: string) => {
      output += text;
    });
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('close', (code) => resolve({ code, output }));
  });
}
