import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { defineConfig } from 'vitest/config';

// Every file has a process of its own, which loads the same packages, and some start others.
process.env.NODE_COMPILE_CACHE ??= join(tmpdir(), 'keyturn-compile-cache');

export default defineConfig({
  test: {
    include: ['{domain,db,activities,workflows,workers,api,cli,sandbox,bench,test,web}/**/*.test.ts'],
    // The kills of a whole instance take minutes and have a command of their own: npm run test:kills.
    exclude: ['**/node_modules/**', ...(process.env.KEYTURN_KILLS ? [] : ['test/journey/**'])],
    pool: 'forks',
    maxWorkers: 2,
    testTimeout: 60_000,
    hookTimeout: 120_000,
    // What comes by itself takes its time where the machine is busy.
    expect: { poll: { timeout: 15_000 } },
    globalSetup: ['./test/services.ts'],
  },
});
