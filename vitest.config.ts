import { defineConfig } from 'vitest/config';

// Two kinds of test, by the price that their names tell: `unit` touches no server; `stack` shares one started in `test/kit/global-setup.ts`.
export default defineConfig({
  test: {
    pool: 'forks',
    maxWorkers: 2,
    projects: [
      { extends: true, test: { name: 'unit', include: ['test/**/*.unit.test.ts'] } },
      {
        extends: true,
        test: {
          name: 'stack',
          include: ['test/**/*.{int,e2e}.test.ts'],
          globalSetup: ['test/kit/global-setup.ts'],
          testTimeout: 60_000,
          hookTimeout: 120_000,
        },
      },
    ],
  },
});
