import { sql } from 'kysely';
import type { Ctx } from '../../kernel/context.ts';
import { inTransaction } from '../../kernel/db/transaction.ts';
import { countLives, keepLives, type Lives } from '../survival/count-lives.ts';
import { type DayFigure, findWrongDays, mendDays } from './mend-days.ts';

/** So many rows are written by one statement. */
const AT_ONCE = 5000;

type Found = { on: string; wrong: DayFigure[]; lives: Lives[] };

/**
 * Once all portions of a night are counted, everything is added up anew; only what is other than it
 * was known to be is then written, together with the end of the night.
 */
export async function finishNight(ctx: Ctx): Promise<void> {
  const found = await inTransaction(ctx, compare);
  if (!found) return;
  const { on, wrong, lives } = found;
  await inTransaction(ctx, async (inner) => {
    // Another worker may have finished it meanwhile, or the next night have begun. kpi_nights_pkey
    const { numAffectedRows } = await sql`
      update kpi_nights set finished_at = ${inner.clock.now()}, wrong = ${wrong.length}
      where  "on" = ${on} and finished_at is null`.execute(inner.db);
    if (Number(numAffectedRows) === 0) return;
    for (let at = 0; at < wrong.length; at += AT_ONCE) {
      await mendDays(inner, wrong.slice(at, at + AT_ONCE));
    }
    for (let at = 0; at < lives.length; at += AT_ONCE) {
      await keepLives(inner, lives.slice(at, at + AT_ONCE));
    }
  });
}

/**
 * Reads for minutes and writes nothing: so PostgreSQL gives it no transaction id, for which those
 * who follow the journal would wait. By the lock one worker alone does so.
 */
async function compare(ctx: Ctx): Promise<Found | null> {
  const key = `${ctx.operator.schema} reports.compare`;
  const { rows } = await sql<{ on: string }>`
    select n."on" from kpi_nights n
    where  n.counted_at is not null and n.finished_at is null
    order  by n."on" desc limit 1`.execute(ctx.db);
  const [night] = rows;
  if (!night) return null;
  const lock = await sql<{ isOurs: boolean }>`
    select pg_try_advisory_xact_lock(hashtextextended(${key}, 0)) as is_ours`.execute(ctx.db);
  if (!lock.rows[0]?.isOurs) return null;
  const wrong = await findWrongDays(ctx);
  return { on: night.on, wrong, lives: await countLives(ctx, night.on) };
}
