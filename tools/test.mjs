// Runs every check of the project, one after another, goes on after a failure, and ends with the
// count: `N passed, N failed`. A check such as the linter counts as one, a test as one each.
import { existsSync } from 'node:fs';
import { checkBudgets } from './budgets.mjs';
import { isInterrupted, runStep } from './test/step.mjs';
import { runVitest } from './test/vitest.mjs';
import { buildWeb } from './setup/web.mjs';

const olderPostgres = '/usr/lib/postgresql/15/bin';
const total = { passed: 0, failed: 0, skipped: 0 };
const startedAt = Date.now();

/** A part is a name and what gives its counts; a part that throws has failed. */
const parts = [
  ['lint', () => runStep('oxlint', ['--type-aware', '--deny-warnings'])],
  ['format', () => runStep('oxfmt', ['--check'])],
  // As many as the smallest machine has cores: each more looks at much of the same again.
  ['types', () => runStep('tsc', ['--noEmit', '--checkers', '2'])],
  ['unused code', () => runStep('knip', ['--no-progress'])],
  ['schema.sql', () => runStep('node', ['tools/schema.ts', '--check'])],
  // Together: what waits for programs of ours to start and end leaves its time to the others.
  ['unit and integration tests', () => runVitest(['unit', 'integration'])],
  ['integration tests on PostgreSQL 15', onOlderPostgres],
  ['web build', () => buildWeb({ isFresh: true }).then(() => ({ passed: 1 }))],
  ['size of the web app', () => checkBudgets()],
  ['browser tests', () => runVitest(['browser'])],
];

for (const [name, run] of parts) {
  if (isInterrupted()) break;
  console.log(`\n── ${name}`);
  const since = Date.now();
  const counts = await run().catch((error) => {
    console.log(error instanceof Error ? error.message : error);
    return { failed: 1 };
  });
  const { passed = 0, failed = 0, skipped = 0 } = counts;
  total.passed += passed;
  total.failed += failed;
  total.skipped += skipped;
  const outcome = failed ? 'FAILED' : passed ? 'passed' : 'skipped';
  console.log(`   ${outcome} in ${((Date.now() - since) / 1000).toFixed(1)} s`);
}

if (isInterrupted()) {
  console.log('\nInterrupted.');
  total.failed += 1;
}
console.log(`\nin ${Math.round((Date.now() - startedAt) / 1000)} s`);
const skipped = total.skipped ? `, ${total.skipped} skipped` : '';
console.log(`${total.passed} passed, ${total.failed} failed${skipped}`);
process.exitCode = total.failed ? 1 : 0;

async function onOlderPostgres() {
  if (!existsSync(olderPostgres)) {
    console.log(`   ${olderPostgres} is not installed`);
    return { skipped: 1 };
  }
  return runVitest(['integration'], { TEST_POSTGRES_BIN: olderPostgres });
}
