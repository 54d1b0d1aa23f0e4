import { defineConfig } from 'vitest/config';
import { leftOut } from './tools/test/any-postgres.ts';
import { LongestFirst } from './tools/test/longest-first.ts';
import { quickFolder } from './tools/test/quick-folder.ts';

const databaseTests = 'src/**/*.db.test.ts';

process.env['TMPDIR'] = quickFolder();

/** `npm run proof` goes through much more with the same tests. */
const patience = process.env['PROOF'] === '1' ? 60 : 1;

/**
 * Three projects: `unit` needs nothing, `integration` a database of its own per file, `browser`
 * also a Chromium. Two workers at most, for the smallest machine this runs on has two cores. Files
 * share the processes: a world stands by itself, and loading the program anew for each took longer
 * than most tests.
 */
export default defineConfig({
  test: {
    pool: 'forks',
    // What a test throws away is gone with its first cleaning, not looked at again and again.
    execArgv: ['--max-semi-space-size=32'],
    isolate: false,
    maxWorkers: 2,
    sequence: { sequencer: LongestFirst },
    testTimeout: 60_000 * patience,
    hookTimeout: 120_000,
    projects: [
      {
        test: {
          name: 'unit',
          include: ['src/**/*.test.{ts,tsx}'],
          exclude: [databaseTests],
        },
      },
      {
        test: {
          name: 'integration',
          include: [databaseTests],
          exclude: [...leftOut()],
          globalSetup: 'tools/test/postgres.ts',
        },
      },
      {
        test: {
          name: 'browser',
          include: ['e2e/**/*.test.ts'],
          globalSetup: ['tools/test/chromium.ts', 'tools/test/postgres.ts'],
          setupFiles: 'e2e/testing/keep-failures.ts',
          // A page on a loaded machine takes its time; what does come is seen at once all the same.
          expect: { poll: { timeout: 10_000 } },
          testTimeout: 180_000 * patience,
        },
      },
    ],
  },
});
