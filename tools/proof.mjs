// Runs the proofs in full: the tests of `npm test` that count by `runs()` of src/testing/proof.ts,
// each with as much as it can go through. Takes hours rather than minutes; a path as an argument
// runs the proofs under it alone. Ends with the count, as the tests do.
import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { isInterrupted } from './test/step.mjs';
import { runVitest } from './test/vitest.mjs';
import { buildWeb } from './setup/web.mjs';

const root = join(import.meta.dirname, '..');
const wanted = process.argv[2] ?? '';
const files = globSync(['src/**/*.test.{ts,tsx}', 'e2e/**/*.test.ts'], { cwd: root })
  .filter((path) => path.includes(wanted))
  .filter((path) => readFileSync(join(root, path), 'utf8').includes("/testing/proof.ts'"))
  .toSorted();

const projectOf = (path) =>
  path.startsWith('e2e/') ? 'browser' : path.includes('.db.test.') ? 'integration' : 'unit';

const total = { passed: 0, failed: 0, skipped: 0 };
for (const project of ['unit', 'integration', 'browser']) {
  const own = files.filter((path) => projectOf(path) === project);
  if (own.length === 0 || isInterrupted()) continue;
  console.log(`\n── proofs: ${project}\n${own.map((path) => `   ${path}`).join('\n')}`);
  if (project === 'browser') await buildWeb({ isFresh: true });
  const counts = await runVitest([project], { PROOF: '1' }, own);
  for (const what of ['passed', 'failed', 'skipped']) total[what] += counts[what] ?? 0;
}
if (total.passed + total.failed === 0) total.failed += 1;

const skipped = total.skipped ? `, ${total.skipped} skipped` : '';
console.log(`\n${total.passed} passed, ${total.failed} failed${skipped}`);
process.exitCode = total.failed ? 1 : 0;
