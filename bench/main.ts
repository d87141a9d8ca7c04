// First: schemas made before it is loaded cannot stand in the API's document, which the bench of the screen serves.
import '@hono/zod-openapi';
import { parseArgs } from 'node:util';
import { benchBoard } from './board.ts';
import { benchCachedSequence } from './cached-sequence.ts';
import { benchDeadlines } from './deadlines.ts';
import { benchImport, benchImportAgain, benchImportMemory } from './import.ts';
import { benchRules } from './rules.ts';
import { benchScreen } from './screen.ts';
import { benchStream } from './stream.ts';
import { benchWatchers } from './watchers.ts';

/** Result of a bench: its last line of output. */
type Result = { id: string; ratio?: number; value?: number; target: number; rounds: number };
type Options = { rounds?: number; rows?: number; say: (line: string) => void };

const benches: Record<string, { title: string; run(options: Options): Promise<Result> }> = {
  P1: { title: 'import of a seeded list against a bare COPY of it', run: benchImport },
  P2: { title: 'the same file again: leads rewritten', run: benchImportAgain },
  P3: { title: 'peak memory of an import at two sizes', run: benchImportMemory },
  P4: { title: 'rules from data against predicates written by hand', run: async ({ rounds }) => benchRules(rounds ? { rounds } : {}) as unknown as Result },
  WATCH: {
    title: 'deals with all their deadlines watched: start, memory, random kills',
    run: ({ rows, say }) => benchWatchers({ ...(rows ? { deals: rows } : {}), say }),
  },
  U4: {
    title: 'the board of many files, in ms',
    run: async ({ rounds, rows, say }) => benchBoard({ say, ...(rounds ? { rounds } : {}), ...(rows ? { deals: rows } : {}) }),
  },
  U3: {
    title: 'event to client over many streams, and forced disconnects: lost or doubled',
    run: ({ rows, say }) => benchStream({ ...(rows ? { disconnects: rows } : {}), say }),
  },
  'U3-SCREEN': {
    title: 'event to screen in Chromium, and forced disconnects: screens that differ from the database',
    run: ({ rows, say }) => benchScreen({ ...(rows ? { disconnects: rows } : {}), say }),
  },
  P10: { title: 'memory of an idle cached sequence', run: async ({ rounds }) => benchCachedSequence(rounds ? { rounds } : {}) },
  R19: {
    title: 'deadlines of generated contracts against a second implementation: differences',
    run: async ({ rounds, rows, say }) => benchDeadlines({ say, ...(rounds ? { rounds } : {}), ...(rows ? { contracts: rows } : {}) }),
  },
};

const { positionals, values } = parseArgs({
  allowPositionals: true,
  options: { json: { type: 'boolean', default: false }, rounds: { type: 'string' }, rows: { type: 'string' } },
});
const id = positionals[0]?.toUpperCase() ?? '';
const bench = benches[id];
if (!bench) {
  console.error(
    `Which bench? npm run bench -- <id> [--rounds n] [--rows n] [--json]\n${Object.entries(benches)
      .map(([name, { title }]) => `  ${name.padEnd(9)} ${title}`)
      .join('\n')}`,
  );
  process.exit(2);
}
const number = (text: string | undefined): { value?: number } => (text === undefined ? {} : { value: Number(text) });
const [rounds, rows] = [number(values.rounds).value, number(values.rows).value];
if ([rounds, rows].some((value) => value !== undefined && !(Number.isInteger(value) && value > 0))) {
  console.error('--rounds and --rows take whole numbers above zero');
  process.exit(2);
}
const result = await bench.run({ ...(rounds ? { rounds } : {}), ...(rows ? { rows } : {}), say: (line) => console.error(line) });
if (!values.json) console.log(bench.title);
console.log(JSON.stringify(result));
