import { existsSync } from 'node:fs';
import { join, relative } from 'node:path';
import { readPurchase } from './forward/happenings.ts';
import type { Home } from './home.ts';
import type { SignInLink } from './sign-in.ts';

type Facts = { home: Home; url: string; ui: string | undefined; namespace: string; sandboxUrl: string | undefined; links: SignInLink[] };

/** Addresses, and what to try next. */
export function farewell({ home, url, ui, namespace, sandboxUrl, links }: Facts, line: (text: string) => void): void {
  const path = (file: string): string => relative(process.cwd(), file) || '.';
  const rows: [string, string][] = [
    ['Application', `${url}/`],
    ['API docs', `${url}/docs`],
    ...(sandboxUrl
      ? ([
          ['Outbox', `${url}/outbox`],
          ['Signing', `${sandboxUrl}/signing`],
          ['CRM', `${sandboxUrl}/crm`],
        ] as [string, string][])
      : []),
    ...(ui ? [['Temporal Web UI', `${ui}/namespaces/${namespace}/workflows`] as [string, string]] : []),
    ...(existsSync(home.credentials) ? [['API key', path(home.credentials)] as [string, string]] : []),
    ['Logs', path(home.logs)],
  ];
  line('');
  line('Keyturn runs. Ctrl-C stops it; the next start goes on where it stood.');
  line('');
  for (const [name, value] of rows) line(`  ${name.padEnd(16)} ${value}`);
  line('');
  for (const { name, role, url: link } of links) {
    line(`  Sign in as ${name}, ${role}, once:`);
    line(`    ${link}`);
  }
  if (links.length > 0) {
    line('  For another link, or somebody else: npx keyturn sign-in <email>');
    line('');
  }
  if (!existsSync(home.credentials)) {
    line('There is no brokerage yet: "node deploy/brokerage.ts" makes one and its broker\'s sign-in link, as docs/deployment.md shows.');
    line(`Its DATABASE_APP_URL and DATABASE_AUTH_URL stand in ${path(join(home.folder, 'instance.json'))}.`);
    return;
  }
  line('Try next, in a second terminal:');
  line('');
  const purchase = readPurchase(home.folder);
  for (const [command, what] of [...tries, ...(purchase ? triesOf(purchase.dealNo) : [])]) line(`  ${command.padEnd(44)} ${what}`);
  line('');
}

/** The sample's purchase, under contract. */
const triesOf = (dealNo: number): [string, string][] => [
  [`npx keyturn deadlines ${dealNo}`, 'every deadline of the Texas purchase'],
  [`npx keyturn forward 45 --deal ${dealNo}`, 'the purchase from contract to closing, day by day'],
];

const tries: [string, string][] = [
  ['npx keyturn deals', 'the deals that are open, and what each waits for'],
  ['npx keyturn deal 1', 'one deal: status, timeline, why it waits'],
  ['npx keyturn reply 1 "Yes, call me tomorrow"', 'answer as the seller of deal 1'],
  ['npx keyturn forward 7', 'a week goes by'],
  ['npx keyturn import my-list.csv', 'import a list of your own'],
];

/** A fault in one sentence with the next step. Nothing of it is a stack trace. */
export function sentence(error: unknown): string {
  const { message, nextStep, code, path } = error as { message?: string; nextStep?: string; code?: string; path?: string };
  if (nextStep) return `${ended(message ?? '')} ${ended(nextStep)}`;
  if (code === 'ENOSPC')
    return `The disk is full${path ? ` (${path})` : ''}. Free some space, or set KEYTURN_HOME to a folder on another disk, and start again.`;
  if (code === 'EACCES' || code === 'EPERM' || code === 'EROFS')
    return `${path ?? 'A file'} may not be written. Mend its permissions, or set KEYTURN_HOME to a folder you may write to, and start again.`;
  return `Keyturn could not start: ${(message ?? String(error)).split('\n')[0]}. The logs in the home folder say more; docs/runbooks/start.md lists what helps.`;
}

const ended = (text: string): string => (/[.!?]$/.test(text) ? text : `${text}.`);
