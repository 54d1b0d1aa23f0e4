import {
  CamelCasePlugin,
  Kysely,
  PostgresDialect,
  type PostgresPool,
  type PostgresPoolClient,
  type Transaction,
} from 'kysely';
import pg from 'pg';
import type { DB } from './tables.gen.ts';

export type Db = Kysely<DB> | Transaction<DB>;

/**
 * A transaction that whoever began it ends, for use cases to read and write through. It is taken by
 * what tells it apart alone: to compare it whole the compiler would go through all pairs of tables.
 */
export const asDb = (begun: { readonly isTransaction: true }): Db => begun as Db;
export type { DB };

const INT8 = 20;
const DATE = 1082;
const INT8_ARRAY = 1016;

function safeInteger(text: string): number {
  const value = Number(text);
  if (!Number.isSafeInteger(value)) throw new RangeError(`bigint ${text} exceeds a safe integer`);
  return value;
}

const parsers = new Map<number, (text: string) => unknown>([
  [INT8, safeInteger],
  // A date has no time zone; as a JavaScript Date it would shift by one.
  [DATE, (text) => text],
  [INT8_ARRAY, (text) => text.slice(1, -1).split(',').filter(Boolean).map(safeInteger)],
]);

const types: pg.CustomTypesConfig = {
  getTypeParser: (oid: number, format?: string): ((text: string) => unknown) =>
    (format !== 'binary' && parsers.get(oid)) ||
    (pg.types.getTypeParser(oid) as (text: string) => unknown),
};

/**
 * A pool whose every connection stands in the operator's schema. `size` is the most connections it
 * opens; `name` is shown in pg_stat_activity.
 */
export function openPool(url: string, schema: string, size: number, name = 'bereg'): pg.Pool {
  const pool = new pg.Pool({
    connectionString: url,
    max: size,
    application_name: name,
    types,
    options: `-c search_path=${schema},public -c timezone=UTC`,
    idleTimeoutMillis: 30_000,
  });
  // One that breaks while it is lent out fails what runs on it, and that is told there; without
  // anybody who hears of the break itself, it would end the process.
  pool.on('connect', (client) => void client.on('error', () => undefined));
  return pool;
}

/** Kysely over the pool: camelCase in code, snake_case in SQL, jsonb keys untouched. */
export function openDb(pool: PostgresPool): Kysely<DB> {
  return new Kysely<DB>({
    dialect: new PostgresDialect({ pool }),
    plugins: [new CamelCasePlugin({ maintainNestedObjectKeys: true })],
  });
}

/** Statements beyond these are not kept: their texts must differ without end. */
const MOST_PREPARED = 300;
const prepared = new Map<string, string>();
const preparedDbs = new WeakMap<pg.Pool, Kysely<DB>>();

/**
 * The same for what says the same few statements again and again: a connection reads and plans
 * each once, which is half of what the database does for a short one. Not for lists, whose plans
 * should follow what is asked for. Each pool has one.
 */
export function openPreparedDb(pool: pg.Pool): Kysely<DB> {
  const known = preparedDbs.get(pool);
  if (known) return known;
  const connect = async (): Promise<PostgresPoolClient> => {
    const client = await pool.connect();
    const query = (text: string, values: readonly unknown[]) => {
      const name = values.length > 0 ? nameOf(text) : undefined;
      return client.query({ text, values: [...values], ...(name !== undefined && { name }) });
    };
    // Cursors, which the type also knows, are not for short statements.
    return { query: query as never, release: (isBroken) => client.release(isBroken) };
  };
  const db = openDb({ connect, end: () => Promise.resolve(), options: pool.options });
  preparedDbs.set(pool, db);
  return db;
}

function nameOf(text: string): string | undefined {
  const known = prepared.get(text);
  if (known !== undefined || prepared.size >= MOST_PREPARED) return known;
  const name = `s${prepared.size}`;
  prepared.set(text, name);
  return name;
}
