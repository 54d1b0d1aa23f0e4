import { readFile, rename, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import pg from 'pg';
import type { Cluster } from './cluster.ts';
import { isServerOf } from './processes.ts';

export interface Server {
  pid: number;
  port: number;
}

/**
 * Looks for the server that runs this cluster: the server when it answers, 'busy' while its process
 * lives but does not take connections yet (it recovers) or any more (it stops), undefined where
 * none runs. Only a server that names this very folder as its own is believed.
 */
export async function findServer(cluster: Cluster): Promise<Server | 'busy' | undefined> {
  const pidFile = join(cluster.dir, 'postmaster.pid');
  const text = await readFile(pidFile, 'utf8').catch(() => '');
  if (text === '') return undefined;
  const lines = text.split('\n');
  const pid = Number(lines[0]);
  const port = Number(lines[3]);
  if (!isServerOf(pid, cluster.dir)) {
    await removeStale(pidFile, text);
    return undefined;
  }
  const isOurs = port > 0 && (await namesFolder(port, cluster));
  return isOurs ? { pid, port } : 'busy';
}

/** The address of a database of the server; without a database's name, as its superuser. */
export function urlOf(port: number, cluster: Cluster, database?: string): string {
  return database === undefined
    ? `postgres://postgres:${cluster.superuserPassword}@127.0.0.1:${port}/postgres`
    : `postgres://bereg:${cluster.appPassword}@127.0.0.1:${port}/${database}`;
}

async function namesFolder(port: number, cluster: Cluster): Promise<boolean> {
  const client = new pg.Client({
    connectionString: urlOf(port, cluster),
    connectionTimeoutMillis: 5000,
  });
  // A connection cut while it waits is reported twice; once is enough.
  client.on('error', () => undefined);
  try {
    await client.connect();
    const { rows } = await client.query<{ data_directory: string }>('SHOW data_directory');
    const [theirs, ours] = await Promise.all([
      stat(rows[0]?.data_directory ?? ''),
      stat(cluster.dir),
    ]);
    return theirs.dev === ours.dev && theirs.ino === ours.ino;
  } catch {
    return false;
  } finally {
    await client.end().catch(() => undefined);
  }
}

/**
 * Removes a pid file whose process is not our server: PostgreSQL itself refuses to start while the
 * number belongs to any living process. It is moved away first and looked at again, for in between
 * another process may have started the server with a file of its own.
 */
async function removeStale(pidFile: string, seen: string): Promise<void> {
  const aside = `${pidFile}.${process.pid}.stale`;
  try {
    await rename(pidFile, aside);
    if ((await readFile(aside, 'utf8')) === seen) await rm(aside);
    else await rename(aside, pidFile);
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'ENOENT')) throw error;
  }
}
