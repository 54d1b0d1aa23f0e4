import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { runChild } from './step.mjs';

const root = join(import.meta.dirname, '..', '..');
const results = join(root, '.cache', 'test-results');
/** Programs that tests start, some forty of them, need not be compiled anew each time. */
const compiled = { NODE_COMPILE_CACHE: join(root, '.cache', 'compiled') };

/** Runs some of vitest's projects, or those of their test files alone, and counts the tests. */
export async function runVitest(projects, env = {}, files = []) {
  mkdirSync(results, { recursive: true });
  const report = join(results, `${projects.join('-')}.json`);
  rmSync(report, { force: true });
  const args = ['run', '--reporter=default', '--reporter=json', `--outputFile.json=${report}`];
  args.push(...projects.flatMap((project) => ['--project', project]));
  // They wait for a database, for another program, or for what a browser shows after a time, as
  // often as they work: a third worker fills the waits of two.
  args.push('--maxWorkers=3');
  const { code } = await runChild('vitest', [...args, ...files], { env: { ...compiled, ...env } });
  const counts = existsSync(report) ? count(JSON.parse(readFileSync(report, 'utf8'))) : {};
  // A failure outside any test (a setup, a stray rejection) shows only in the exit code.
  if (code !== 0 && !counts.failed) return { ...counts, failed: 1 };
  return counts;
}

/** A file that could not even be loaded has no tests in it, and counts as one failure. */
function count(report) {
  const broken = report.testResults.filter(
    ({ status, assertionResults }) => status === 'failed' && assertionResults.length === 0,
  );
  return {
    passed: report.numPassedTests,
    failed: report.numFailedTests + broken.length,
    skipped: report.numPendingTests + report.numTodoTests,
  };
}
