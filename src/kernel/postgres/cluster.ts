import { randomBytes } from 'node:crypto';
import { existsSync } from 'node:fs';
import { appendFile, mkdir, readFile, readdir, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { takeOwnership, type Account } from './account.ts';
import { isAlive } from './processes.ts';

/** What a caller needs to know of a cluster on disk. */
export interface Cluster {
  dir: string;
  superuserPassword: string;
  appPassword: string;
}

const superuserFile = 'superuser.password';
const appFile = 'bereg.password';

/**
 * Gives the cluster in `dataDir`, making one first where there is none. It is made in a folder of
 * its own and renamed when complete, so a kill half-way leaves nothing that looks finished, and of
 * two processes that make one at once the second to be ready takes the first one's.
 * @throws when the data belong to another major version than the binaries.
 */
export async function ensureCluster(
  dataDir: string,
  binDir: string,
  major: number,
  account: Account,
): Promise<Cluster> {
  const dir = join(dataDir, 'cluster');
  if (!existsSync(join(dir, 'PG_VERSION'))) {
    await removeHalfMade(dataDir);
    await makeCluster(dataDir, dir, binDir, major, account);
  }
  await takeOwnership(dir, account);
  const version = Number(await readFile(join(dir, 'PG_VERSION'), 'utf8'));
  if (version !== major) {
    throw new Error(
      `The data in ${dir} were written by PostgreSQL ${version}, and this is ${major}: ` +
        'make a backup with the release that wrote them and restore it into an empty folder.',
    );
  }
  return {
    dir,
    superuserPassword: await readFile(join(dir, superuserFile), 'utf8'),
    appPassword: await readFile(join(dir, appFile), 'utf8'),
  };
}

async function makeCluster(
  dataDir: string,
  dir: string,
  binDir: string,
  major: number,
  account: Account,
): Promise<void> {
  const draft = join(dataDir, `cluster.${process.pid}.draft`);
  const passwordFile = `${draft}.password`;
  const password = randomBytes(24).toString('base64url');
  await mkdir(draft, { mode: 0o700 });
  await writeFile(passwordFile, password, { mode: 0o600 });
  await takeOwnership(draft, account);
  await takeOwnership(passwordFile, account);
  const options = ['-D', draft, '-U', 'postgres', '-A', 'scram-sha-256', '-E', 'UTF8'];
  const failures: string[] = [];
  for (const locale of localeChoices(major)) {
    const args = [...options, `--pwfile=${passwordFile}`, ...locale];
    const { code, output } = await account.run(join(binDir, 'initdb'), args);
    if (code === 0) break;
    failures.push(output);
  }
  await rm(passwordFile, { force: true });
  if (failures.length === localeChoices(major).length) {
    await rm(draft, { recursive: true, force: true });
    throw new Error(`PostgreSQL could not make its data folder:\n${failures.join('\n')}`);
  }
  await writeFile(join(draft, superuserFile), password, { mode: 0o600 });
  const appPassword = randomBytes(24).toString('base64url');
  await writeFile(join(draft, appFile), appPassword, { mode: 0o600 });
  await appendFile(join(draft, 'postgresql.conf'), "\ninclude = 'bereg.conf'\n");
  try {
    await rename(draft, dir);
  } catch (error) {
    await rm(draft, { recursive: true, force: true });
    if (!existsSync(join(dir, 'PG_VERSION'))) throw error;
  }
}

/**
 * Code-point order with Unicode letters: the same on every machine and for ever, while an order
 * taken from a library would silently break indexes when the library changes. From 17 on PostgreSQL
 * has it built in. The character type must still be some UTF-8 locale of the system, for by that
 * one pg_trgm tells letters from signs: under plain C it finds no trigrams in Cyrillic words. Not
 * every system has C.UTF-8, hence the choice.
 */
function localeChoices(major: number): string[][] {
  const characterTypes = ['C.UTF-8', 'en_US.UTF-8', 'ru_RU.UTF-8'];
  const order =
    major >= 17
      ? ['--locale-provider=builtin', '--builtin-locale=C.UTF-8']
      : ['--locale-provider=libc'];
  return characterTypes.map((type) => [...order, '--locale=C', `--lc-ctype=${type}`]);
}

async function removeHalfMade(dataDir: string): Promise<void> {
  for (const name of await readdir(dataDir)) {
    const pid = Number(/^cluster\.(\d+)\.draft/.exec(name)?.[1]);
    if (pid && !isAlive(pid)) await rm(join(dataDir, name), { recursive: true, force: true });
  }
}
