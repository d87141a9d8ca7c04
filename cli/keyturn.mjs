#!/usr/bin/env node
// The entry of `npx keyturn`, in plain JavaScript for any Node there is: hands over to the Node 24 of our dependencies when
// this one cannot run TypeScript as it is, with its exit code and its signals.
import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { constants } from 'node:os';
import { fileURLToPath } from 'node:url';

const [major, minor] = process.versions.node.split('.').map(Number);

if (major < 20 || (major === 20 && minor < 11)) {
  console.error(
    `Keyturn needs Node 20.11 or newer and this is Node ${process.versions.node}: install Node 24 from https://nodejs.org, run "npm ci" and try again.`,
  );
  process.exitCode = 1;
} else if (major >= 24) {
  await import('./main.ts');
} else {
  handOver(fileURLToPath(new URL('../node_modules/node/bin/node', import.meta.url)));
}

function handOver(node) {
  if (!existsSync(node)) {
    console.error('The dependencies are not installed: run "npm ci" in the folder of Keyturn and try again.');
    process.exitCode = 1;
    return;
  }
  const child = spawn(node, [fileURLToPath(new URL('./main.ts', import.meta.url)), ...process.argv.slice(2)], { stdio: 'inherit' });
  // Ctrl-C reaches the child too, being of the same terminal; a signal to this process alone is passed on.
  process.on('SIGINT', () => {});
  for (const signal of ['SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal));
  child.once('error', (error) => {
    console.error(`Node 24 could not be started (${error.message}): run "npm ci" in the folder of Keyturn and try again.`);
    process.exitCode = 1;
  });
  child.once('exit', (code, signal) => process.exit(code ?? 128 + (constants.signals[signal] ?? 0)));
}
