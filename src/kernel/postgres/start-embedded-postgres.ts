import { chmod, mkdir } from 'node:fs/promises';
import { resolve } from 'node:path';
import pg from 'pg';
import { chooseAccount } from './account.ts';
import { embeddedBinDir, majorVersion } from './binaries.ts';
import { ensureCluster, type Cluster } from './cluster.ts';
import { joinOrLaunch, stopServer, type Launch } from './launch.ts';
import { urlOf } from './running-server.ts';
import type { Settings } from './settings.ts';
import { joinUsers } from './users.ts';
import { watch } from './watch.ts';

export interface EmbeddedPostgres {
  /** The address of the program's own database, for a role that owns it and is no superuser. */
  url: string;
  /** Leaves the server; the last process to leave stops it. */
  stop(): Promise<void>;
}

interface Options {
  /** The installation's data folder; the server keeps to `postgres/` in it. */
  dataDir: string;
  log: Launch['log'];
  /** The folder of another PostgreSQL's programs, for tests against older versions. */
  binDir?: string;
  /** Server settings over our own. */
  settings?: Settings;
}

const database = 'bereg';

/**
 * Gives a running PostgreSQL with its data in `dataDir`: joins the one that runs there, or makes
 * the data folder and starts one. Should the server's process die, it is started again on the same
 * port.
 * @throws when the server cannot start, with its own words.
 */
export async function startEmbeddedPostgres(options: Options): Promise<EmbeddedPostgres> {
  const { log, settings = {}, binDir = embeddedBinDir() } = options;
  const dataDir = resolve(options.dataDir, 'postgres');
  await makeEnterable(dataDir);
  const account = chooseAccount(binDir, dataDir);
  const cluster = await ensureCluster(dataDir, binDir, await majorVersion(binDir), account);
  const launch = { cluster, binDir, account, settings, log };
  const leave = await joinUsers(dataDir);
  try {
    const server = await joinOrLaunch(launch);
    await ensureDatabase(server.port, cluster);
    log.info(
      `PostgreSQL ${server.isJoined ? 'already runs' : 'started'} on 127.0.0.1:${server.port}`,
    );
    const unwatch = watch(launch, server);
    return {
      url: urlOf(server.port, cluster, database),
      async stop() {
        await unwatch();
        const { isLast } = await leave();
        if (isLast) await stopServer(launch);
      },
    };
  } catch (error) {
    await leave();
    throw error;
  }
}

/**
 * Root's PostgreSQL runs as another user, who must be able to pass through, not to look
 * around; for everybody else the folder is closed.
 */
async function makeEnterable(dataDir: string): Promise<void> {
  await mkdir(dataDir, { recursive: true, mode: 0o700 });
  await chmod(dataDir, process.getuid?.() === 0 ? 0o711 : 0o700);
}

/**
 * Makes the role and the database of the program on the first start, in steps that can be repeated.
 */
async function ensureDatabase(port: number, cluster: Cluster): Promise<void> {
  const client = new pg.Client({ connectionString: urlOf(port, cluster) });
  await client.connect();
  try {
    // Two first starts at once take turns here.
    await client.query('SELECT pg_advisory_lock(20260101)');
    const found = await client.query('SELECT FROM pg_database WHERE datname = $1', [database]);
    if (found.rowCount === 1) return;
    await client.query(`DROP ROLE IF EXISTS ${database}`);
    const password = client.escapeLiteral(cluster.appPassword);
    await client.query(`CREATE ROLE ${database} LOGIN CREATEDB PASSWORD ${password}`);
    await client.query(`CREATE DATABASE ${database} OWNER ${database}`);
  } finally {
    await client.end();
  }
}
