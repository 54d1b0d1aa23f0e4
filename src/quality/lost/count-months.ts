import { sql } from 'kysely';
import type { Ctx } from '../../kernel/context.ts';
import { inTransaction } from '../../kernel/db/transaction.ts';
import { monthOf } from '../../kernel/month-of.ts';
import type { Tick } from '../../kernel/wiring.ts';
import { today } from '../../subscribers/index.ts';
import { countOnce } from './count-once.ts';
import { countProcess } from './count-process.ts';
import { keepOverpaid } from './keep-overpaid.ts';
import { processKeys } from './process.ts';

/** After the nights of charging, of loyalty and of risk, whose lists this reads. */
const BEGINS_AT_HOUR = 6;
/** So many months are told at most, the current one beside them. */
const MONTHS_TOLD = 24;
/** Outcomes of so many months are still coming; those before are counted anew once a month. */
const MOVING_MONTHS = 5;

/** A month is counted process by process; at last, who stands in several. */
const LAST = 'once';
const steps = [...processKeys, LAST];

/**
 * Counts each night what processes have lost, from the earliest month to the latest, a process of a
 * month in a transaction of its own, so that a night cut off goes on where it was and holds up
 * nobody. Counted again, a month is what it was, if nothing about it has changed.
 */
export const lostTick: Tick = {
  name: 'quality.lost',
  everySeconds: 60,
  isOwnTransactions: true,
  run: async (ctx, signal) => {
    if (!(await isTime(ctx))) return;
    for (;;) {
      if (signal.aborted || !(await inTransaction(ctx, countNext))) return;
    }
  },
};

async function isTime(ctx: Ctx): Promise<boolean> {
  // lost_counts_pkey
  const { rows } = await sql<{ isTime: boolean }>`
    select not exists (select from lost_counts)
           or extract(hour from ${ctx.clock.now()}::timestamptz
                                  at time zone ${ctx.operator.timeZone}) >= ${BEGINS_AT_HOUR}
             as is_time`.execute(ctx.db);
  return rows[0]?.isTime ?? false;
}

/** @returns whether there is more to count; not where another worker counts */
async function countNext(ctx: Ctx): Promise<boolean> {
  const key = `${ctx.operator.schema} quality.lost`;
  const lock = await sql<{ isOurs: boolean }>`
    select pg_try_advisory_xact_lock(hashtextextended(${key}, 0)) as is_ours`.execute(ctx.db);
  if (!lock.rows[0]?.isOurs) return false;
  const due = await findDue(ctx);
  if (!due) return false;
  const { month, step } = due;
  const process = processKeys.find((one) => one === step);
  if (process === 'prices') await keepOverpaid(ctx, month);
  await (process ? countProcess(ctx, process, month) : countOnce(ctx, month));
  await sql`
    insert into lost_counts (month, step, counted_on) values (${month}, ${step}, ${today(ctx)})
    on conflict (month, step) do update set counted_on = excluded.counted_on`.execute(ctx.db);
  return true;
}

async function findDue(ctx: Ctx): Promise<{ month: string; step: string } | undefined> {
  const current = monthOf(today(ctx));
  // lost_counts_pkey (month, step), and of what begins first conversations_opened, deals_opened,
  // tickets_opened and subscribers_since
  const { rows } = await sql<{ month: string; step: string }>`
    with begun as materialized (
      select least((select min(customer_since) from subscribers where merged_into_id is null),
                   (select min(opened_at)::date from conversations),
                   (select min(opened_at)::date from deals),
                   (select min(opened_at)::date from tickets), ${current}::date) as "on"),
    month as (
      select m::date as month
      from   begun b
      cross  join generate_series(
               greatest(date_trunc('month', b."on"::timestamp),
                        ${monthOf(current, -MONTHS_TOLD)}::date::timestamp),
               ${current}::date::timestamp, interval '1 month') m)
    select m.month, s.step
    from   month m
    cross  join unnest(${steps}::text[]) with ordinality s (step, at)
    left   join lost_counts c on c.month = m.month and c.step = s.step
    where  c.month is null
    or     c.counted_on < case when m.month > ${monthOf(current, -MOVING_MONTHS)}::date
                               then ${today(ctx)}::date else ${current}::date end
    order  by m.month, s.at limit 1`.execute(ctx.db);
  return rows[0];
}
