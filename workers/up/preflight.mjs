// Runs on any Node there is: decides in plain JavaScript whether Keyturn can start, and says in one sentence why not.
import { existsSync } from 'node:fs';

const root = new URL('../../', import.meta.url);
const major = Number(process.versions.node.split('.')[0]);

if (major < 20)
  fail(`Keyturn needs Node 20 or newer and this is Node ${process.versions.node}: install Node 24 from https://nodejs.org, run "npm ci" and start again.`);
if (!existsSync(new URL('node_modules/drizzle-orm', root))) fail('The dependencies are not installed: run "npm ci" and start again.');

function fail(sentence) {
  console.error(sentence);
  process.exit(1);
}
