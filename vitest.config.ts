import { defineConfig, mergeConfig } from 'vitest/config';
import { OrderOfFiles } from './test/support/order-of-files.js';

/** These load the model's native binding, which a process can do once, or drive programs for minutes. */
const ALONE = [
  'test/e2e/**/*.test.ts',
  'test/unit/bot/company-facts.test.ts',
  'test/unit/index/embedder/**/*.test.ts',
  'test/unit/index/search/languages.test.ts',
];

const ofEachProject = defineConfig({
  test: {
    setupFiles: ['test/support/no-network.ts', 'test/support/leave-no-folders.ts'],
    // Generous, because a loaded machine is slow and no test depends on speed.
    testTimeout: 120_000,
    hookTimeout: 120_000,
    expect: { poll: { timeout: 50_000 } },
    // Two cores: more workers than that only wait for each other.
    maxWorkers: 2,
  },
});

export default defineConfig({
  test: {
    // Of the whole run alone: a project that inherits these would build and read the samples once more each.
    globalSetup: ['test/support/build-once.ts'],
    sequence: { sequencer: OrderOfFiles },
    maxWorkers: 2,
    projects: [
      mergeConfig(ofEachProject, { test: { name: 'alone', include: ALONE } }),
      mergeConfig(ofEachProject, {
        test: {
          name: 'together',
          include: ['test/**/*.test.ts'],
          exclude: ALONE,
          // Reading the modules anew for each file takes longer than the tests themselves.
          isolate: false,
        },
      }),
    ],
  },
});
