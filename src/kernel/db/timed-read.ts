import { sql } from 'kysely';
import type { Ctx } from '../context.ts';

/** PostgreSQL's code of a statement that was stopped, here by its own time limit. */
const stopped = '57014';

/**
 * Reads under a limit of time for each statement, so that no question about a large base holds a
 * connection for long. Compiling such queries (jit) or sharing them among workers would cost more
 * than it saves, for many ask at once.
 * Ids of a million rows fit into a hash table: beyond it each row would be asked about anew.
 * @returns `undefined` when the time did not suffice
 */
export async function timedRead<T>(
  ctx: Ctx,
  limitMs: number,
  read: (ctx: Ctx) => Promise<T>,
): Promise<T | undefined> {
  if (ctx.db.isTransaction) throw new Error('a timed read opens its own transaction');
  try {
    return await ctx.db.transaction().execute(async (db) => {
      await sql`
        select set_config('statement_timeout', ${String(limitMs)}, true),
               set_config('work_mem', '64MB', true),
               set_config('jit', 'off', true),
               set_config('max_parallel_workers_per_gather', '0', true)`.execute(db);
      return read({ ...ctx, db });
    });
  } catch (error) {
    if (isStopped(error)) return undefined;
    throw error;
  }
}

function isStopped(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === stopped;
}
