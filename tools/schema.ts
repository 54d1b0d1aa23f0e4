import { execFileSync } from 'node:child_process';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import pg from 'pg';
import { startEmbeddedPostgres } from '../src/kernel/postgres/start-embedded-postgres.ts';
import { guardedFolder } from '../src/kernel/postgres/testing/guarded-folder.ts';
import { migrate } from '../src/kernel/db/migrate.ts';
import { createLog } from '../src/kernel/log.ts';
import { dumpSchema } from './schema/dump.ts';

/**
 * Makes `schema.sql` and the tables' types from the migrations; with --check says whether they
 * still agree. SCHEMA_DATABASE_URL uses a running server instead of one of its own.
 */
const root = join(import.meta.dirname, '..');
const typesFile = join(root, 'src/kernel/db/tables.gen.ts');
const schemaFile = join(root, 'schema.sql');
const isCheck = process.argv.includes('--check');

async function withServer<T>(work: (url: string) => Promise<T>): Promise<T> {
  const given = process.env['SCHEMA_DATABASE_URL'];
  if (given) return work(given);
  const { dir, release } = await guardedFolder('schema');
  const server = await startEmbeddedPostgres({ dataDir: dir, log: createLog('error') });
  try {
    return await work(server.url);
  } finally {
    await server.stop();
    release();
  }
}

async function withDatabase<T>(url: string, work: (url: string) => Promise<T>): Promise<T> {
  const name = `bereg_schema_${process.pid}`;
  const admin = new pg.Client({ connectionString: url });
  await admin.connect();
  try {
    await admin.query(`create database ${name}`);
    const own = new URL(url);
    own.pathname = `/${name}`;
    return await work(own.href);
  } finally {
    await admin.query(`drop database if exists ${name} with (force)`);
    await admin.end();
  }
}

/** The tables of the sign-in library are its own business. */
const excluded = 'main.(auth_*|migrations)';

function makeTypes(url: string): string {
  const output = execFileSync(
    join(root, 'node_modules/.bin/kysely-codegen'),
    `--dialect postgres --url ${url} --camel-case --print --default-schema main
     --include-pattern main.* --exclude-pattern ${excluded} --date-parser string --log-level error`
      .trim()
      .split(/\s+/),
    { encoding: 'utf8', env: { ...process.env, NODE_NO_WARNINGS: '1' } },
  );
  // The pool parses bigint to a safe integer, and rows are read as plain values.
  return output.replace(
    /export type Int8 = .*/,
    'export type Int8 = ColumnType<number, bigint | number | string, bigint | number | string>;',
  );
}

const made = await withServer((server) =>
  withDatabase(server, async (url) => {
    await migrate(url, 'main');
    return { types: makeTypes(url), schema: await dumpSchema(url, 'main') };
  }),
);

for (const [file, text] of [
  [typesFile, made.types],
  [schemaFile, made.schema],
] as const) {
  if (!isCheck) await writeFile(file, text);
  else if ((await readFile(file, 'utf8').catch(() => '')) !== text) {
    process.stderr.write(`${file} is not what the migrations make: run "npm run schema".\n`);
    process.exitCode = 1;
  }
}
