import { sql } from 'kysely';
import type { Ctx } from '../../kernel/context.ts';
import { inTransaction } from '../../kernel/db/transaction.ts';
import type { Tick } from '../../kernel/wiring.ts';
import { today } from '../../subscribers/index.ts';
import { countMoves } from '../moves/count-moves.ts';
import { finishNight } from './finish-night.ts';

/** After the night's charges and the programmes that read them. */
const BEGINS_AT_HOUR = 5;
const PORTION = 20_000;

/**
 * Once a night all days before it are counted: portion by portion of the accounts, so that a night
 * cut off goes on where it was. The first time it does not wait for the night.
 */
export const nightTick: Tick = {
  name: 'reports.night',
  everySeconds: 30,
  isOwnTransactions: true,
  run: async (ctx, signal) => {
    if (!(await isTime(ctx))) return;
    await inTransaction(ctx, begin);
    for (;;) {
      if (signal.aborted) return;
      if (!(await inTransaction(ctx, countPortion))) break;
    }
    await finishNight(ctx);
  },
};

async function isTime(ctx: Ctx): Promise<boolean> {
  // kpi_nights_pkey
  const { rows } = await sql<{ isTime: boolean }>`
    select not exists (select from kpi_nights
                       where "on" = ${today(ctx)} and finished_at is not null)
           and (not exists (select from kpi_nights where finished_at is not null)
                or ${ctx.clock.now()}::timestamptz >=
                     (${today(ctx)}::date + ${BEGINS_AT_HOUR} * interval '1 hour')
                       at time zone ${ctx.operator.timeZone}) as is_time`.execute(ctx.db);
  return rows[0]?.isTime ?? false;
}

/** The night of today; one of before that was cut off is not gone on with, for this counts all. */
async function begin(ctx: Ctx): Promise<void> {
  await sql`delete from kpi_nights where "on" < ${today(ctx)} and finished_at is null`.execute(
    ctx.db,
  );
  await sql`
    insert into kpi_nights ("on", started_at) values (${today(ctx)}, ${ctx.clock.now()})
    on conflict ("on") do nothing`.execute(ctx.db);
}

/** @returns whether there is more to count; not where another worker counts */
async function countPortion(ctx: Ctx): Promise<boolean> {
  const { rows } = await sql<{ on: string; accountId: number }>`
    select "on", account_id from kpi_nights
    where  counted_at is null order by "on" desc limit 1
    for    update skip locked`.execute(ctx.db);
  const [night] = rows;
  if (!night) return false;
  const toId = await endOfPortion(ctx, night.accountId);
  const changed = await countMoves(ctx, { fromId: night.accountId, toId, before: night.on });
  const isLast = toId === null;
  await sql`
    update kpi_nights
    set    account_id = ${toId ?? night.accountId}, changed = changed + ${changed},
           counted_at = ${isLast ? ctx.clock.now() : null}
    where  "on" = ${night.on}`.execute(ctx.db);
  return !isLast;
}

/** The last account of a portion; null where all that is left is one. */
async function endOfPortion(ctx: Ctx, afterId: number): Promise<number | null> {
  // accounts_pkey
  const { rows } = await sql<{ id: number }>`
    select id from accounts where id > ${afterId} order by id offset ${PORTION} limit 1`.execute(
    ctx.db,
  );
  return rows[0]?.id ?? null;
}
