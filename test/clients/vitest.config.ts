import { defineConfig } from 'vitest/config';

/** Clients that nobody here wrote, installed by `npm run clients`. */
export default defineConfig({
  test: {
    root: new URL('../..', import.meta.url).pathname,
    globalSetup: ['test/support/build-once.ts'],
    setupFiles: ['test/support/no-network.ts', 'test/support/leave-no-folders.ts'],
    include: ['test/clients/*.client.ts'],
    testTimeout: 60_000,
    hookTimeout: 120_000,
    maxWorkers: 1,
  },
});
