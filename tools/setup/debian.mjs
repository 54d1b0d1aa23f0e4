import { chmodSync, existsSync, mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { dirname, join } from 'node:path';
import { SetupError, cacheDir, run, say } from './run.mjs';

const quiet = { ...process.env, DEBIAN_FRONTEND: 'noninteractive', LC_ALL: 'C' };

/** Installs packages as root, with the system's own apt. */
export async function installDebianPackages(names) {
  say(`installing ${names.join(', ')} with apt`);
  const install = ['install', '--yes', '--no-install-recommends', ...names];
  const first = await run('apt-get', install, { env: quiet });
  if (first.code === 0) return;
  await apt([], ['update']);
  await apt([], install);
}

/**
 * Brings packages to someone who is not root: apt keeps its lists in a folder of ours, says what is
 * missing on this machine, and dpkg unpacks just that. Returns the path of a script that runs the
 * unpacked Chromium with its own libraries and fonts.
 */
export async function unpackDebianPackages(names) {
  const home = join(ownCache(), 'chromium');
  const tree = join(home, 'tree');
  const script = join(home, 'chromium.sh');
  if (existsSync(script)) return script;
  rmSync(home, { recursive: true, force: true });
  const [state, cache, debs] = ['state', 'cache', 'debs'].map((name) => join(home, name));
  for (const dir of [join(state, 'lists/partial'), join(cache, 'archives/partial'), debs, tree]) {
    mkdirSync(dir, { recursive: true });
  }
  const own = ['-o', `Dir::State=${state}`, '-o', `Dir::Cache=${cache}`];
  own.push('-o', 'Dir::State::status=/var/lib/dpkg/status');
  say(`fetching ${names.join(', ')} for this user into ${home} (about 200 MB, once)`);
  await apt(own, ['update']);
  const plan = await apt(own, ['install', '--simulate', '--no-install-recommends', ...names]);
  const missing = [...plan.matchAll(/^Inst (\S+)/gm)].map(([, name]) => name);
  // A Chromium that is installed but does not start is fetched too, with what it stands beside.
  await apt(own, ['download', ...new Set(['chromium', 'chromium-common', ...missing])], debs);
  for (const deb of readdirSync(debs)) {
    const { code, output } = await run('dpkg', ['-x', join(debs, deb), tree]);
    if (code !== 0) throw new SetupError(`${deb} could not be unpacked: ${output}`);
  }
  for (const dir of [state, cache, debs]) rmSync(dir, { recursive: true, force: true });
  writeFileSync(join(home, 'fonts.conf'), fontsConf(home, tree));
  writeFileSync(script, chromiumScript(home, tree));
  chmodSync(script, 0o755);
  return script;
}

async function apt(options, args, cwd) {
  const { code, output } = await run('apt-get', [...options, '--quiet', ...args], {
    cwd,
    env: quiet,
  });
  if (code !== 0) throw new SetupError(`apt-get ${args[0]} failed:\n${output.slice(-3000)}`);
  return output;
}

/** A folder that outlives the clone; without a writable home, the clone's own. */
function ownCache() {
  const shared = join(process.env.XDG_CACHE_HOME ?? join(homedir(), '.cache'), 'bereg');
  try {
    mkdirSync(shared, { recursive: true });
    return shared;
  } catch {
    return cacheDir;
  }
}

function fontsConf(home, tree) {
  return `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
  <dir>${join(tree, 'usr/share/fonts')}</dir>
  <dir>/usr/share/fonts</dir>
  <include ignore_missing="yes">${join(tree, 'etc/fonts/conf.d')}</include>
  <include ignore_missing="yes">/etc/fonts/conf.d</include>
  <cachedir>${join(home, 'fontconfig')}</cachedir>
</fontconfig>
`;
}

function chromiumScript(home, tree) {
  const libraries = [...libraryDirs(join(tree, 'usr/lib')), ...libraryDirs(join(tree, 'lib'))];
  return `#!/bin/sh
# Runs the Chromium that was unpacked beside this file, with its own libraries and fonts.
export LD_LIBRARY_PATH='${libraries.join(':')}'"\${LD_LIBRARY_PATH:+:$LD_LIBRARY_PATH}"
export FONTCONFIG_FILE='${join(home, 'fonts.conf')}'
export XDG_DATA_DIRS='${join(tree, 'usr/share')}':"\${XDG_DATA_DIRS:-/usr/local/share:/usr/share}"
exec '${join(tree, 'usr/lib/chromium/chromium')}' "$@"
`;
}

/** Every folder with shared libraries: some packages keep theirs a level below the usual one. */
function libraryDirs(base) {
  if (!existsSync(base)) return [];
  const libraries = readdirSync(base, { recursive: true }).filter((path) =>
    /\.so(\.|$)/.test(path),
  );
  return [...new Set(libraries.map((path) => dirname(join(base, path))))];
}
