import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['{domain,db,activities,workflows,workers,api,cli,sandbox,bench,test}/**/*.test.ts'],
    pool: 'forks',
    maxWorkers: 2,
    testTimeout: 60_000,
    hookTimeout: 120_000,
    globalSetup: ['./test/services.ts'],
  },
});
