import { readFile, rename, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { takeOwnership, type Account } from './account.ts';
import type { Cluster } from './cluster.ts';
import { orphansOf } from './processes.ts';
import { findServer, type Server } from './running-server.ts';
import { portOf, settingsText, type Settings } from './settings.ts';

export interface Launch {
  cluster: Cluster;
  binDir: string;
  account: Account;
  settings: Settings;
  log: { info(message: string): void; warn(message: string): void };
}

const attemptLimit = 8;
const pollMs = 100;
const reportEveryMs = 10_000;

/**
 * Gives the running server of the cluster, starting it where none runs. While one recovers from a
 * crash it is waited for, however long that takes: starting a second one would not be faster.
 */
export async function joinOrLaunch(launch: Launch): Promise<Server & { isJoined: boolean }> {
  let problem = '';
  let waitedMs = 0;
  for (let attempt = 0; attempt < attemptLimit;) {
    const found = await findServer(launch.cluster);
    if (found === 'busy') {
      await pause(pollMs);
      waitedMs += pollMs;
      if (waitedMs % reportEveryMs === 0) launch.log.info('waiting for PostgreSQL to be ready');
      continue;
    }
    if (found) return { ...found, isJoined: attempt === 0 };
    attempt += 1;
    endOrphans(launch);
    problem = await start(launch);
    if (problem !== '') await pause(pollMs * attempt);
  }
  throw new Error(`PostgreSQL does not start:\n${problem}`);
}

/**
 * Stops the server in order, or, if it does not within a minute, at once; nothing committed is
 * lost.
 */
export async function stopServer({ cluster, binDir, account, log }: Launch): Promise<void> {
  for (const mode of ['fast', 'immediate']) {
    const args = ['stop', '-D', cluster.dir, '-m', mode, '-w', '-t', '60', '-s'];
    const { code, output } = await account.run(join(binDir, 'pg_ctl'), args);
    if (code === 0 || (await findServer(cluster)) === undefined) return;
    log.warn(`PostgreSQL did not stop (${mode}): ${output.trim()}`);
  }
}

/** Returns an empty text when pg_ctl started the server, else what went wrong. */
async function start({ cluster, binDir, account, settings }: Launch): Promise<string> {
  const file = join(cluster.dir, 'bereg.conf');
  const before = await readFile(file, 'utf8').catch(() => '');
  const port = await freePort(portOf(before));
  const draft = `${file}.${process.pid}`;
  await writeFile(draft, settingsText(port, settings), { mode: 0o600 });
  await takeOwnership(draft, account);
  await rename(draft, file);
  const startLog = join(cluster.dir, 'start.log');
  await writeFile(startLog, '', { mode: 0o600 });
  await takeOwnership(startLog, account);
  const args = ['start', '-D', cluster.dir, '-l', startLog, '-w', '-t', '60', '-s'];
  const { code, output } = await account.run(join(binDir, 'pg_ctl'), args);
  return code === 0 ? '' : `${output}${await readFile(startLog, 'utf8').catch(() => '')}`;
}

/**
 * A server killed without warning leaves processes that notice it only when they next look up, and
 * that hold the shared memory until then. They are asked to go at once.
 */
function endOrphans({ cluster, log }: Launch): void {
  for (const pid of orphansOf(cluster.dir)) {
    log.warn(`ending process ${pid}, left by a PostgreSQL that was killed`);
    try {
      process.kill(pid, 'SIGQUIT');
    } catch {
      // It went by itself meanwhile.
    }
  }
}

/** A free port of 127.0.0.1, the wished one if it is free. */
async function freePort(wished = 0): Promise<number> {
  const server = createServer();
  try {
    await new Promise<void>((resolve, reject) => {
      server.once('error', reject).listen(wished, '127.0.0.1', resolve);
    });
  } catch (error) {
    if (wished === 0) throw error;
    return freePort();
  }
  const address = server.address();
  await new Promise((resolve) => server.close(resolve));
  if (address === null || typeof address === 'string') throw new Error('No port was given.');
  return address.port;
}
