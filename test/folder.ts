import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** A new folder for a test. All of a run lie in one, which goes with the run. */
export const testFolder = (name: string): string => mkdtempSync(join(process.env.KEYTURN_TEST_FOLDERS ?? tmpdir(), `keyturn-${name}-`));
