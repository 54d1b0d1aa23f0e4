import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import pg from 'pg';

const folder = join(import.meta.dirname, '../../../migrations');

type Migration = { name: string; sql: string; checksum: string };

async function readMigrations(): Promise<Migration[]> {
  const names = (await readdir(folder)).filter((name) => name.endsWith('.sql')).toSorted();
  return Promise.all(
    names.map(async (name) => {
      const sql = await readFile(join(folder, name), 'utf8');
      return { name, sql, checksum: createHash('sha256').update(sql).digest('hex') };
    }),
  );
}

/**
 * Brings an operator's schema up to date: each file once, in order, in a transaction of its own.
 * Two processes that start at once wait for each other.
 * @returns the names of the files applied now
 * @throws when a file that was applied has been changed since
 */
export async function migrate(url: string, schema: string): Promise<string[]> {
  const client = new pg.Client({ connectionString: url, application_name: 'bereg migrate' });
  await client.connect();
  try {
    await client.query('select pg_advisory_lock(hashtext($1))', [`bereg migrate ${schema}`]);
    await client.query(`create schema if not exists ${schema}`);
    await client.query(`set search_path = ${schema}, public`);
    await client.query(`create table if not exists migrations (
      name text primary key, checksum text not null,
      applied_at timestamptz not null default now())`);
    return await applyMissing(client);
  } finally {
    await client.end();
  }
}

async function applyMissing(client: pg.Client): Promise<string[]> {
  const { rows } = await client.query<{ name: string; checksum: string }>(
    'select name, checksum from migrations',
  );
  const known = new Map(rows.map((row) => [row.name, row.checksum]));
  const applied: string[] = [];
  for (const { name, sql, checksum } of await readMigrations()) {
    const before = known.get(name);
    if (before === checksum) continue;
    if (before) {
      throw new Error(`${name} was changed after it was applied; write a new migration instead`);
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
