import { accessSync, constants, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { installDebianPackages, unpackDebianPackages } from './debian.mjs';
import { cacheDir, readOrEmpty, run, say } from './run.mjs';

const names = ['chromium', 'chromium-browser', 'google-chrome-stable', 'google-chrome'];
const packages = ['chromium', 'fonts-noto-core', 'fonts-noto-color-emoji'];
const pathFile = join(cacheDir, 'chromium-path');
const problemFile = join(cacheDir, 'chromium-problem');

/**
 * Finds a Chromium that really shows a page, or brings one from Debian, and notes its path in
 * .cache/chromium-path. Where there is none to be had, the reason goes to .cache/chromium-problem:
 * the browser tests then fail with it, and all others still run.
 */
export async function findOrFetchChromium() {
  mkdirSync(cacheDir, { recursive: true });
  const noted = readOrEmpty(pathFile);
  const wanted = process.env.CHROMIUM_PATH;
  if (noted && (!wanted || wanted === noted) && isExecutable(noted)) return;
  rmSync(problemFile, { force: true });
  const found = wanted ? await tried(wanted) : ((await installed()) ?? (await fetched()));
  if (found.path) {
    writeFileSync(pathFile, found.path);
    say(`browser tests will use ${found.path}`);
    return;
  }
  rmSync(pathFile, { force: true });
  writeFileSync(problemFile, found.problem);
  say(`no browser for the tests: ${found.problem}`);
}

async function installed() {
  const dirs = (process.env.PATH ?? '').split(delimiter).filter(Boolean);
  for (const path of names.flatMap((name) => dirs.map((dir) => join(dir, name)))) {
    if (isExecutable(path)) {
      const found = await tried(path);
      if (found.path) return found;
    }
  }
  return undefined;
}

async function fetched() {
  const hint = 'Install Chromium or name one by CHROMIUM_PATH.';
  if (process.platform !== 'linux' || !isOnPath('apt-get') || !isOnPath('dpkg')) {
    return { problem: `none is installed, and this system has no apt to bring one. ${hint}` };
  }
  try {
    if (process.getuid() === 0) {
      await installDebianPackages(packages);
      return (await installed()) ?? { problem: `apt installed none that starts. ${hint}` };
    }
    const script = await unpackDebianPackages(packages);
    const found = await tried(script);
    // Half of a browser is fetched anew next time.
    if (!found.path) rmSync(script);
    return found;
  } catch (error) {
    return { problem: `${error.message}\n${hint}` };
  }
}

/** Opens a page for real: only this finds out that a library or a right is missing. */
async function tried(path) {
  const profile = mkdtempSync(join(tmpdir(), 'bereg-chromium-'));
  const { code, output } = await run(
    path,
    [
      '--headless',
      '--no-sandbox',
      '--disable-gpu',
      '--disable-dev-shm-usage',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
      `--user-data-dir=${profile}`,
      '--dump-dom',
      'data:text/html,<p>ready</p>',
    ],
    { timeout: 60_000 },
  );
  rmSync(profile, { recursive: true, force: true, maxRetries: 5 });
  if (code === 0 && output.includes('<p>ready</p>')) return { path };
  return { problem: `${path} did not show a page:\n${output.slice(-2000)}` };
}

function isOnPath(name) {
  const dirs = (process.env.PATH ?? '').split(delimiter).filter(Boolean);
  return dirs.some((dir) => isExecutable(join(dir, name)));
}

function isExecutable(path) {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
