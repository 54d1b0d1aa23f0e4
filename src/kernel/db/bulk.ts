import { CamelCasePlugin, Kysely, PostgresDialect } from 'kysely';
import type pg from 'pg';
import type { Ctx } from '../context.ts';
import type { DB } from './connect.ts';

/** A use case's context in a transaction that may also COPY: `client` is that transaction's own. */
export type BulkCtx = Ctx & { client: pg.PoolClient };

/**
 * Runs bulk work in one transaction on one connection, so that COPY and queries see each other.
 * Must not be called inside a transaction.
 */
export async function inBulkTransaction<T>(
  ctx: Ctx,
  work: (ctx: BulkCtx) => Promise<T>,
): Promise<T> {
  if (ctx.db.isTransaction) throw new Error('bulk work opens its own transaction');
  const client = await ctx.pool.connect();
  try {
    const pinned = {
      query: client.query.bind(client),
      release: () => undefined,
    };
    const db = new Kysely<DB>({
      dialect: new PostgresDialect({
        pool: {
          options: {},
          connect: () => Promise.resolve(pinned as never),
          end: () => Promise.resolve(),
        },
      }),
      plugins: [new CamelCasePlugin({ maintainNestedObjectKeys: true })],
    });
    return await db.transaction().execute((tx) => work({ ...ctx, db: tx, client }));
  } finally {
    client.release();
  }
}
