import { createHash } from 'node:crypto';
import { existsSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { node } from './packages.mjs';
import { SetupError, readOrEmpty, root, run, say } from './run.mjs';

const stampFile = join(root, 'dist', '.sources');
const rootFiles = ['index.html', 'package-lock.json', 'tsconfig.json', 'vite.config.ts'];

/**
 * Builds the web app into dist/, unless the last build was made of the same sources. Vite empties
 * dist/ first, so an interrupted build leaves no stamp and is made again.
 */
export async function buildWeb({ isFresh = false } = {}) {
  const stamp = hashOfSources();
  if (!isFresh && readOrEmpty(stampFile) === stamp) return;
  say('building the web app');
  const startedAt = Date.now();
  const vite = join(root, 'node_modules', 'vite', 'bin', 'vite.js');
  const { code, output } = await run(node, [vite, 'build', '--logLevel', 'warn']);
  if (code !== 0) throw new SetupError(`The web app could not be built:\n${output}`);
  writeFileSync(stampFile, stamp);
  say(`web app built in ${((Date.now() - startedAt) / 1000).toFixed(1)} s`);
}

/** A hash of the name and content of every file that can reach the browser. */
function hashOfSources() {
  const hash = createHash('sha256');
  const sources = ['src', 'public']
    .filter((folder) => existsSync(join(root, folder)))
    .flatMap((folder) => readdirSync(join(root, folder), { recursive: true, withFileTypes: true }))
    .filter((entry) => entry.isFile() && !/\.test\.tsx?$|\.md$/.test(entry.name))
    .map((entry) => join(entry.parentPath ?? entry.path, entry.name))
    .toSorted((a, b) => (a < b ? -1 : 1));
  for (const path of [...sources, ...rootFiles.map((name) => join(root, name))]) {
    if (existsSync(path))
      hash.update(path.slice(root.length)).update('\0').update(readFileSync(path));
  }
  return hash.digest('hex');
}
