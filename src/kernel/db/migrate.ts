import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import pg from 'pg';

const folder = join(import.meta.dirname, '../../../migrations');

type Migration = { name: string; sql: string; checksum: string };

async function readMigrations(from: string): Promise<Migration[]> {
  const names = (await readdir(from)).filter((name) => name.endsWith('.sql')).toSorted();
  return Promise.all(
    names.map(async (name) => {
      const sql = await readFile(join(from, name), 'utf8');
      return { name, sql, checksum: createHash('sha256').update(sql).digest('hex') };
    }),
  );
}

/** The project's own do not change while a process lives, and each operator asks for them. */
let own: Promise<Migration[]> | undefined;

function migrationsIn(from: string): Promise<Migration[]> {
  if (from !== folder) return readMigrations(from);
  own ??= readMigrations(folder);
  return own;
}

/**
 * Brings an operator's schema up to date from the folder of migrations: each file once, in order,
 * in a transaction of its own. Two processes that start at once wait for each other.
 * @returns the names of the files applied now
 * @throws when a file that was applied has been changed since, or a new one has a lower number
 *   than one that was applied: here it would run after it, elsewhere before
 */
export async function migrate(
  url: string,
  schema: string,
  from: string = folder,
): Promise<string[]> {
  const client = new pg.Client({ connectionString: url, application_name: 'bereg migrate' });
  await client.connect();
  try {
    await client.query('select pg_advisory_lock(hashtext($1))', [`bereg migrate ${schema}`]);
    await client.query(`create schema if not exists ${schema}`);
    await client.query(`set search_path = ${schema}, public`);
    await client.query(`create table if not exists migrations (
      name text primary key, checksum text not null,
      applied_at timestamptz not null default now())`);
    return await applyMissing(client, await migrationsIn(from));
  } finally {
    await client.end();
  }
}

async function applyMissing(client: pg.Client, migrations: Migration[]): Promise<string[]> {
  const { rows } = await client.query<{ name: string; checksum: string }>(
    'select name, checksum from migrations',
  );
  const known = new Map(rows.map((row) => [row.name, row.checksum]));
  const highest = [...known.keys()].toSorted().at(-1) ?? '';
  const applied: string[] = [];
  for (const { name, sql, checksum } of migrations) {
    const before = known.get(name);
    if (before === checksum) continue;
    if (before) {
      throw new Error(`${name} was changed after it was applied; write a new migration instead`);
    }
    if (name < highest) {
      throw new Error(`${name} comes late: ${highest} was applied; give it the next number`);
    }
    await client.query('begin');
    try {
      await client.query(sql);
      await client.query('insert into migrations (name, checksum) values ($1, $2)', [
        name,
        checksum,
      ]);
      await client.query('commit');
    } catch (error) {
      await client.query('rollback');
      throw new Error(`migration ${name} failed`, { cause: error });
    }
    applied.push(name);
  }
  return applied;
}
