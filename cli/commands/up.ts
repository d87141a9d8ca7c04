import { spawn } from 'node:child_process';
import { constants } from 'node:os';
import { fileURLToPath } from 'node:url';
import { command } from '../command.ts';

export default command({
  name: 'up',
  description: 'Start everything and keep it running (the same as npm start)',
  args: {
    empty: { type: 'boolean', description: 'Without the sample brokerage' },
    reset: { type: 'boolean', description: 'Delete everything and start over (asks first)' },
    yes: { type: 'boolean', description: 'Do not ask' },
  },
  async run({ args }) {
    const flags = (['empty', 'reset', 'yes'] as const).filter((name) => args[name]).map((name) => `--${name}`);
    // A process of its own: the supervisor listens to signals and ends by itself.
    const child = spawn(process.execPath, [fileURLToPath(new URL('../../workers/up/main.ts', import.meta.url)), ...flags], { stdio: 'inherit' });
    process.on('SIGINT', () => {});
    for (const signal of ['SIGTERM', 'SIGHUP'] as const) process.on(signal, () => child.kill(signal));
    process.exitCode = await new Promise<number>((resolve, reject) => {
      child.once('error', reject);
      child.once('exit', (code, signal) => resolve(code ?? 128 + (constants.signals[signal ?? 'SIGTERM'] ?? 0)));
    });
  },
});
