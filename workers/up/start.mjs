// The entry of `npm start`. npm puts the Node 24 of our dependencies first on the path; started by another Node (20 to
// 23, which cannot run TypeScript as it is), it hands over to that one.
import './preflight.mjs';
import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';

if (process.features.typescript) {
  await import('./main.ts');
} else {
  const node = fileURLToPath(new URL('../../node_modules/node/bin/node', import.meta.url));
  const child = spawn(node, [fileURLToPath(import.meta.url), ...process.argv.slice(2)], { stdio: 'inherit' });
  child.once('error', (error) => {
    console.error(`Node 24 could not be started (${error.message}): run "npm ci" and start again.`);
    process.exit(1);
  });
  // Ctrl-C reaches the child too, being of the same terminal; a signal to this process alone is passed on.
  process.on('SIGINT', () => {});
  process.on('SIGTERM', () => child.kill('SIGTERM'));
  child.once('exit', (code) => process.exit(code ?? 1));
}
