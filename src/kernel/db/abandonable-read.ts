import { sql } from 'kysely';
import type { Ctx } from '../context.ts';
import { timedRead } from './timed-read.ts';

/**
 * A timed read that may take long, with memory for what it hashes, and that ends when whoever asked
 * has gone: the screen went on.
 * @returns `undefined` when the time did not suffice, or nobody waits any more
 */
export function abandonableRead<T>(
  ctx: Ctx,
  limitMs: number,
  read: (ctx: Ctx) => Promise<T>,
): Promise<T | undefined> {
  return timedRead(ctx, limitMs, async (timed) => {
    // Ids of a million people in a hash table; beyond it PostgreSQL would ask for each row anew.
    const { rows } = await sql<{ pid: number; begunAt: string }>`
      select set_config('work_mem', '128MB', true), pg_backend_pid() as pid,
             now()::text as begun_at`.execute(timed.db);
    const [own] = rows;
    const stopHearing = ctx.call?.onGone?.(() => {
      if (own) void cancel(ctx, own);
    });
    try {
      return await read(timed);
    } finally {
      stopHearing?.();
    }
  });
}

/** Only the very transaction: its connection may serve somebody else by now. */
async function cancel(ctx: Ctx, own: { pid: number; begunAt: string }): Promise<void> {
  await ctx.pool
    .query(
      `select pg_cancel_backend(pid) from pg_stat_activity
       where  pid = $1 and xact_start = $2::timestamptz`,
      [own.pid, own.begunAt],
    )
    .catch((error: unknown) => ctx.log.warn({ error }, 'a question nobody waits for goes on'));
}
