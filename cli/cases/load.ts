import { readdir, readFile, stat } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { z } from 'zod';
import { DomainError } from '../../domain/errors.ts';

const Case = z.object({
  id: z.string().min(1),
  family: z.string().min(1),
  title: z.string().default(''),
  given: z.record(z.string(), z.unknown()),
  expect: z.record(z.string(), z.unknown()),
  source: z.string().optional(),
  confidence: z.string().optional(),
});

export type Case = z.infer<typeof Case>;

/** All cases of a file, or of the `.json` files of a folder. Any fault is one error that names file and place. */
export async function loadCases(path: string): Promise<Case[]> {
  const cases = (await Promise.all((await filesOf(path)).map(readCases))).flat();
  const seen = new Set<string>();
  const repeated = cases.find(({ id }) => seen.size === seen.add(id).size);
  if (repeated) throw new DomainError('repeated-case', `Two cases have the id "${repeated.id}".`, { nextStep: 'Give every case an id of its own.' });
  return cases;
}

async function filesOf(path: string): Promise<string[]> {
  const found = await stat(path).catch(() => null);
  if (found === null)
    throw new DomainError('no-such-file', `There is no file or folder "${path}".`, { nextStep: 'Name a folder of case files, or one case file.' });
  if (!found.isDirectory()) return [path];
  const names = (await readdir(path)).filter((name) => name.endsWith('.json')).sort();
  if (names.length === 0)
    throw new DomainError('no-cases', `The folder "${path}" holds no .json file.`, { nextStep: 'Name a folder of case files, or one case file.' });
  return names.map((name) => join(path, name));
}

async function readCases(file: string): Promise<Case[]> {
  const parsed = z.array(Case).safeParse(await readJson(file));
  if (parsed.success) return parsed.data;
  const faults = parsed.error.issues.map(({ path, message }) => `${path.length > 0 ? `[${path.join('.')}] ` : ''}${message}`);
  throw new DomainError(
    'malformed-cases',
    `"${basename(file)}" is no array of cases: ${faults.slice(0, 5).join('; ')}${faults.length > 5 ? `; and ${faults.length - 5} more` : ''}.`,
    {
      nextStep: 'Each case needs id, family, given and expect.',
      details: { file, faults },
    },
  );
}

async function readJson(file: string): Promise<unknown> {
  const text = await readFile(file, 'utf8').catch((cause: Error) => {
    throw new DomainError('unreadable-file', `"${file}" cannot be read: ${cause.message}.`, { nextStep: 'Check that it is a file you may read.', cause });
  });
  try {
    return JSON.parse(text.replace(/^\ufeff/, ''));
  } catch (cause) {
    throw new DomainError('bad-json', `"${basename(file)}" is not JSON: ${(cause as Error).message}.`, { nextStep: 'Mend the file.', cause });
  }
}
