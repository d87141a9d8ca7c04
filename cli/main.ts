import { stripVTControlCharacters } from 'node:util';
import { type CommandDef, defineCommand, renderUsage, runCommand } from 'citty';
import { exitCodes, toCliError } from './errors.ts';

const load = (name: string) => () => import(`./commands/${name}.ts`).then((module: { default: CommandDef }) => module.default);
const names = [
  'up',
  'import',
  'leads',
  'lead',
  'rules',
  'enrich',
  'decide',
  'deals',
  'deal',
  'offer',
  'approve',
  'accept',
  'decline',
  'dead',
  'contract',
  'assign',
  'deadlines',
  'deadline',
  'change',
  'fact',
  'listing',
  'showings',
  'offers-in',
  'reply',
  'sign',
  'envelopes',
  'envelope',
  'tasks',
  'needs-me',
  'documents',
  'checklist',
  'messages',
  'forward',
  'parked',
  'sign-in',
  'cases',
  'calc',
  'doctor',
];
/** Commands with commands of their own. */
const groups = ['rules', 'tasks', 'parked', 'documents', 'messages', 'showings', 'offers-in'];
const main = defineCommand({
  meta: { name: 'keyturn', version: '0.1.0', description: 'From a property list to the closing table' },
  subCommands: Object.fromEntries(names.map((name) => [name, load(name)])),
});

const after = `
Exit codes: ${exitCodes.ok} done, ${exitCodes.failed} failed or refused, ${exitCodes.usage} wrong usage, ${exitCodes.unreachable} not reachable, ${exitCodes.notAllowed} not allowed.
KEYTURN_HOME names the instance's folder; KEYTURN_URL and KEYTURN_API_KEY reach one elsewhere.`;

// A reader that goes away (`| head`) is no fault.
process.stdout.on('error', (error: NodeJS.ErrnoException) => process.exit(error.code === 'EPIPE' ? 0 : 1));
// What fails outside of any call of ours (a file that vanishes while it is sent) is told like everything else.
process.on('uncaughtException', (error) => process.exit(tell(error)));
process.exitCode = await run(process.argv.slice(2));

async function run(given: string[]): Promise<number> {
  // `keyturn --json deals` and `keyturn deals --json` are the same.
  const leading = given.findIndex((arg) => !arg.startsWith('-'));
  const args = withList(leading > 0 ? [...given.slice(leading), ...given.slice(0, leading)] : given);
  try {
    if (args.length === 0 || args[0] === 'help' || asksForHelp(args)) return await help(args.filter((arg) => !arg.startsWith('-') && arg !== 'help'));
    if (args[0] === '--version' || args[0] === '-v') {
      console.log('0.1.0');
      return exitCodes.ok;
    }
    await runCommand(main, { rawArgs: args });
    return Number(process.exitCode ?? exitCodes.ok);
  } catch (error) {
    return tell(error);
  }
}

/** The sentence and the next step on stderr; with --json the last line of stdout, too. */
function tell(error: unknown): number {
  const { exitCode, message, nextStep, details } = toCliError(error);
  console.error(stripVTControlCharacters([message, nextStep].filter(Boolean).join(' ')));
  if (process.argv.includes('--json')) console.log(JSON.stringify({ error: { ...details, message, nextStep, exitCode } }));
  return exitCode;
}

/** `keyturn tasks --mine` is `keyturn tasks list --mine`, and `keyturn documents 7` is `keyturn documents list 7`. */
function withList([name, word, ...more]: string[]): string[] {
  const rest = word === undefined ? [] : [word, ...more];
  if (!name || !groups.includes(name) || (word && !word.startsWith('-') && !/^\d+$/.test(word)) || asksForHelp(rest)) return name ? [name, ...rest] : [];
  return [name, 'list', ...rest];
}

function asksForHelp(args: string[]): boolean {
  const end = args.indexOf('--');
  return args.slice(0, end < 0 ? undefined : end).some((arg) => arg === '--help' || arg === '-h');
}

/** The help of the command that the words name. */
async function help(words: string[]): Promise<number> {
  let [at, parent]: [CommandDef, CommandDef | undefined] = [main, undefined];
  for (const word of words) {
    const subs = (await (typeof at.subCommands === 'function' ? at.subCommands() : at.subCommands)) ?? {};
    const found = subs[word];
    if (!found) break;
    [at, parent] = [await (typeof found === 'function' ? found() : found), at];
  }
  const text = await renderUsage(at, parent);
  const plain = !process.stdout.isTTY || process.env.NO_COLOR;
  console.log(`${plain ? stripVTControlCharacters(text) : text}${at === main ? `\n${after}` : ''}`);
  return exitCodes.ok;
}
