import { sql } from 'kysely';
import type { Ctx } from '../../kernel/context.ts';
import { ok, type Result } from '../../kernel/result.ts';
import { today } from '../../subscribers/index.ts';
import { countUnfair } from './count-unfair.ts';

const MOST_MS = 120_000;

/** Compares all prices anew; the night does the same. */
export async function comparePrices(ctx: Ctx): Promise<Result<{ count: number }>> {
  await sql`select set_config('statement_timeout', ${`${MOST_MS}ms`}, true)`.execute(ctx.db);
  const day = today(ctx);
  const doneAt = ctx.clock.now();
  // One at a time: the row of the day is held.
  await sql`
    insert into loyalty_runs (day, step, done_at) values (${day}, 'unfair', ${doneAt})
    on conflict (day, step) do update set done_at = excluded.done_at`.execute(ctx.db);
  const count = await countUnfair(ctx, day);
  await sql`
    update loyalty_runs set rows = ${count} where day = ${day} and step = 'unfair'`.execute(ctx.db);
  return ok({ count });
}
