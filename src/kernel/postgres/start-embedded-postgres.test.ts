import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync, readdirSync, statSync, writeFileSync } from 'node:fs';
import { chmod, cp, mkdir } from 'node:fs/promises';
import { networkInterfaces } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import pg from 'pg';
import { afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { isServerOf } from './processes.ts';
import { guardedFolder } from './testing/guarded-folder.ts';
import { startEmbeddedPostgres, type EmbeddedPostgres } from './start-embedded-postgres.ts';

const messages: string[] = [];
const log = {
  info: (message: string) => void messages.push(message),
  warn: (message: string) => void messages.push(message),
};
let folder: Awaited<ReturnType<typeof guardedFolder>>;
let dataDir = '';
let servers: EmbeddedPostgres[] = [];
let holders: ChildProcess[] = [];

// Most tests begin with a server that was started and stopped once; copying it saves their time.
const seed = await guardedFolder('postgres-seed');

beforeAll(async () => {
  await (await startEmbeddedPostgres({ dataDir: seed.dir, log })).stop();
  return seed.release;
});

beforeEach(async () => {
  folder = await guardedFolder('postgres');
  dataDir = folder.dir;
  messages.length = 0;
});

afterEach(async () => {
  for (const holder of holders) await kill(holder);
  for (const server of servers) await server.stop();
  folder.release();
  servers = [];
  holders = [];
});

/** Makes a data folder as an earlier start left it. */
async function begin(): Promise<void> {
  await cp(seed.dir, dataDir, { recursive: true });
}

/** Starts the server in this process. */
async function start(): Promise<EmbeddedPostgres> {
  const server = await startEmbeddedPostgres({ dataDir, log });
  servers.push(server);
  return server;
}

/** Starts the server in another process, which can be killed. */
async function hold(): Promise<{ process: ChildProcess; url: string }> {
  const script = join(import.meta.dirname, 'testing', 'held-server.ts');
  const holder = spawn(process.execPath, [script, dataDir], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  holders.push(holder);
  const [line] = (await once(holder.stdout, 'data')) as [Buffer];
  return { process: holder, url: line.toString().trim() };
}

async function kill(victim: ChildProcess): Promise<void> {
  if (victim.exitCode !== null || victim.signalCode !== null) return;
  victim.kill('SIGKILL');
  await once(victim, 'exit');
}

async function query<Row extends pg.QueryResultRow>(url: string, text: string): Promise<Row[]> {
  const client = new pg.Client({ connectionString: url });
  client.on('error', () => undefined);
  await client.connect();
  try {
    return (await client.query<Row>(text)).rows;
  } finally {
    await client.end();
  }
}

const clusterDir = () => join(dataDir, 'postgres', 'cluster');
const pidFile = () => join(clusterDir(), 'postmaster.pid');
const serverPid = () => Number(readFileSync(pidFile(), 'utf8').split('\n')[0]);

async function expectSoon(isTrue: () => boolean): Promise<void> {
  for (let round = 0; round < 200 && !isTrue(); round += 1) await pause(100);
  expect(isTrue()).toBe(true);
}

async function keepRow(url: string): Promise<void> {
  await query(url, 'CREATE TABLE kept AS SELECT 42 AS answer');
}

async function expectRowKept(url: string): Promise<void> {
  expect(await query(url, 'SELECT answer FROM kept')).toEqual([{ answer: 42 }]);
}

/** Where this machine can be reached from others, as far as it has such an address. */
function outsideAddresses(): string[] {
  return Object.values(networkInterfaces())
    .flatMap((addresses) => addresses ?? [])
    .filter((address) => !address.internal && address.family === 'IPv4')
    .map(({ address }) => address);
}

describe('a new server', () => {
  test('is safe by default', async () => {
    const { url } = await start();
    const [settings] = await query(
      url,
      `SELECT current_setting('fsync') AS fsync,
              current_setting('synchronous_commit') AS commits,
              current_setting('listen_addresses') AS listens,
              rolsuper AS is_superuser
         FROM pg_roles WHERE rolname = current_user`,
    );
    expect(settings).toEqual({
      fsync: 'on',
      commits: 'on',
      listens: '127.0.0.1',
      is_superuser: false,
    });
    for (const password of ['', 'wrong']) {
      const other = new URL(url);
      other.password = password;
      await expect(query(other.href, 'SELECT 1')).rejects.toThrow(/password/);
    }
    for (const address of outsideAddresses()) {
      const other = new URL(url);
      other.hostname = address;
      await expect(query(other.href, 'SELECT 1')).rejects.toThrow(/ECONNREFUSED/);
    }
    expect(statSync(clusterDir()).mode & 0o777).toBe(0o700);
    const secrets = readdirSync(clusterDir()).filter((name) => name.endsWith('.password'));
    const modes = secrets.map((name) => statSync(join(clusterDir(), name)).mode & 0o777);
    expect(modes).toEqual([0o600, 0o600]);
  });

  test('knows Russian: letters, names in order, stems, likeness', async () => {
    await begin();
    const { url } = await start();
    await query(url, 'CREATE EXTENSION pg_trgm');
    const [row] = await query(
      url,
      `SELECT lower('ЁЛКА') AS lower,
              'ИВАНОВ' ILIKE '%иван%' AS is_alike,
              similarity('ИВАНОВА', 'иванова') AS likeness,
              to_tsvector('russian', 'ПОДКЛЮЧИЛИ') @@
                to_tsquery('russian', 'подключили') AS is_found,
              (SELECT string_agg(name, ' ' ORDER BY name COLLATE "ru-x-icu")
                 FROM unnest(ARRAY['Яна', 'Ёлкин', 'абрамов', 'Жуков', 'Егоров']) AS name
              ) AS names`,
    );
    expect(row).toEqual({
      lower: 'ёлка',
      is_alike: true,
      likeness: 1,
      is_found: true,
      names: 'абрамов Егоров Ёлкин Жуков Яна',
    });
  });

  test('obeys own.conf', async () => {
    await begin();
    writeFileSync(join(dataDir, 'postgres', 'own.conf'), "work_mem = '5MB'\n", { mode: 0o644 });
    const { url } = await start();
    expect(await query(url, 'SHOW work_mem')).toEqual([{ work_mem: '5MB' }]);
  });

  test('is one, when two processes start it at once', async () => {
    const [first, second] = await Promise.all([hold(), hold()]);
    expect(first.url).toBe(second.url);
    await keepRow(first.url);
    await expectRowKept(second.url);
    expect(readdirSync(join(dataDir, 'postgres')).toSorted()).toEqual(['cluster', 'users']);
  });

  test('is not taken in by a first start that was cut short', async () => {
    const draft = join(dataDir, 'postgres', 'cluster.999999999.draft');
    await mkdir(draft, { recursive: true });
    writeFileSync(`${draft}.password`, 'x');
    await start();
    expect(readdirSync(join(dataDir, 'postgres')).toSorted()).toEqual(['cluster', 'users']);
  });

  test('starts in a folder that only its owner may enter', async () => {
    await chmod(dataDir, 0o700);
    dataDir = join(dataDir, 'inner');
    const { url } = await start();
    await keepRow(url);
    await expectRowKept(url);
  });

  test('says so when the data are of another version', async () => {
    await begin();
    const versionFile = join(clusterDir(), 'PG_VERSION');
    const version = readFileSync(versionFile, 'utf8');
    writeFileSync(versionFile, '9\n');
    await expect(start()).rejects.toThrow(/written by PostgreSQL 9/);
    writeFileSync(versionFile, version);
  });
});

describe('processes that share a server', () => {
  beforeEach(begin);

  test('the last to leave stops it', async () => {
    const mine = await start();
    const theirs = await hold();
    expect(theirs.url).toBe(mine.url);
    const pid = serverPid();
    await mine.stop();
    expect(await query(theirs.url, 'SELECT 1 AS one')).toEqual([{ one: 1 }]);
    theirs.process.kill('SIGTERM');
    await once(theirs.process, 'exit');
    await expectSoon(() => !isServerOf(pid, clusterDir()));
  });

  test('one that was killed does not count', async () => {
    const mine = await start();
    await kill((await hold()).process);
    const pid = serverPid();
    await mine.stop();
    await expectSoon(() => !isServerOf(pid, clusterDir()));
  });
});

describe('after a kill', () => {
  beforeEach(begin);

  test('of the program, the next start joins the server that survived', async () => {
    const before = await hold();
    await keepRow(before.url);
    const pid = serverPid();
    await kill(before.process);
    const after = await start();
    expect(serverPid()).toBe(pid);
    await expectRowKept(after.url);
  });

  test('of the server, the program starts it again at the same address', async () => {
    const server = await start();
    await keepRow(server.url);
    const pid = serverPid();
    process.kill(pid, 'SIGKILL');
    await expectSoon(() => messages.some((message) => message.includes('is started again')));
    await expectSoon(() => readPid() !== pid && isServerOf(readPid(), clusterDir()));
    await expectSoon(() => readFileSync(pidFile(), 'utf8').includes('ready'));
    await expectRowKept(server.url);
  });

  test('of both, the next start recovers what was committed', async () => {
    const before = await hold();
    await keepRow(before.url);
    const pid = serverPid();
    await kill(before.process);
    process.kill(pid, 'SIGKILL');
    const after = await start();
    expect(serverPid()).not.toBe(pid);
    await expectRowKept(after.url);
  });

  test('the number of the dead server may belong to another program', async () => {
    const before = await start();
    await keepRow(before.url);
    const left = readFileSync(pidFile(), 'utf8');
    await before.stop();
    writeFileSync(pidFile(), left.replace(/^\d+/, String(process.pid)), { mode: 0o600 });
    const after = await start();
    await expectRowKept(after.url);
  });
});

function readPid(): number {
  try {
    return serverPid();
  } catch {
    return 0;
  }
}
