import { sql } from 'kysely';
import type { Ctx } from '../context.ts';
import { asDb } from '../db/connect.ts';
import { orderValue } from './open-fields.ts';
import { type Cells, readCells } from './read-cells.ts';
import type { PreparedQuery } from './prepare-query.ts';
import { orderOf } from './read-positions.ts';

const rowsAtOnce = 1_000;

/**
 * All rows of a query in their order, batch by batch, as of one moment: a cursor of the database
 * keeps the place, so that the whole is put in order once and nothing is skipped or repeated
 * however long the reader takes.
 */
export async function* readSnapshot(
  ctx: Ctx,
  query: PreparedQuery,
): AsyncGenerator<{ id: number; cells: Cells }[]> {
  const transaction = await ctx.db
    .startTransaction()
    .setIsolationLevel('repeatable read')
    .setAccessMode('read only')
    .execute();
  const reading = { ...ctx, db: asDb(transaction) };
  try {
    await openCursor(reading, query);
    for (;;) {
      const { rows } = await sql<{ id: number }>`
        fetch ${sql.lit(rowsAtOnce)} from listed`.execute(transaction);
      if (rows.length === 0) break;
      yield await readCells(
        reading,
        query.open,
        query.columns,
        rows.map(({ id }) => id),
      );
    }
  } finally {
    if (!transaction.isCommitted && !transaction.isRolledBack) {
      await transaction.rollback().execute();
    }
  }
}

async function openCursor(ctx: Ctx, query: PreparedQuery): Promise<void> {
  const { source, group } = query;
  const { sort, direction, id } = orderOf(query);
  const way = sql.raw(direction);
  const keys = [
    ...(group ? [sql`${sql.raw(orderValue(group))} nulls last`] : []),
    ...(sort ? [sql`${sort.value} ${way} nulls last`] : []),
    sql`${id} ${way}`,
  ];
  // A reader that takes nothing for two minutes is gone, and must not hold the snapshot.
  await sql`
    select set_config('idle_in_transaction_session_timeout', '120s', true),
           set_config('jit', 'off', true),
           set_config('cursor_tuple_fraction', '1', true)`.execute(ctx.db);
  await sql`
    declare listed no scroll cursor for
    select ${id} as id from ${source.from} where ${source.where}
    order by ${sql.join(keys)}`.execute(ctx.db);
}
