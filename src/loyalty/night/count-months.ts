import { sql } from 'kysely';
import type { Ctx } from '../../kernel/context.ts';
import { lastMonth } from '../members/last-month.ts';
import { nextStreak, paidIn } from './paid-in.ts';

/** How many months back are counted where nothing is known yet: those of a trial on history. */
const MONTHS_BACK = 6;

/**
 * Counts of the months that are over whether they were paid in time. One that was not halves the
 * row of those that were: it never ends it at a stroke.
 * Each month is counted once, when all of it was charged: after a night of charges that has begun
 * since it ended, for whoever pays afterwards is charged in it.
 * @returns how many subscribers' months are new
 */
export async function countMonths(ctx: Ctx, day: string): Promise<number> {
  const { rows } = await sql<{ month: string }>`
    select m::date as month
    from   generate_series(date_trunc('month', ${day}::timestamp)
                             - ${MONTHS_BACK} * interval '1 month',
                           date_trunc('month', ${day}::timestamp) - interval '1 day',
                           interval '1 month') m
    where  not exists (select from loyalty_runs r where r.day = m::date and r.step = 'month')
    and   (not exists (select from billing_settings s
                       where  s.charges_begin_on < (m + interval '1 month')::date)
           or exists (select from charge_runs c
                      where  c.finished_at is not null
                      and    c.started_at >= (m + interval '1 month')
                                             at time zone ${ctx.operator.timeZone}))
    order  by 1`.execute(ctx.db);
  let count = 0;
  for (const { month } of rows) count += await countMonth(ctx, month);
  return count;
}

async function countMonth(ctx: Ctx, month: string): Promise<number> {
  // Whoever else has begun it is waited for, and it is found done.
  const begun = await ctx.db
    .insertInto('loyaltyRuns')
    .values({ day: month, step: 'month', doneAt: ctx.clock.now() })
    .onConflict((conflict) => conflict.doNothing())
    .returning('day')
    .executeTakeFirst();
  if (!begun) return 0;
  const made = await sql`
    with ${paidIn(ctx, month)}
    insert into paid_months (subscriber_id, month, is_in_time, streak, charged_minor)
    select p.owner_id, ${month}, p.is_in_time,
           ${nextStreak(sql`p.is_in_time`, sql`f.streak`)}, p.charged
    from   paid p
    left   join lateral ${lastMonth(sql`k.root_id = p.owner_id`, month)} f on true
    on     conflict do nothing`.execute(ctx.db);
  const count = Number(made.numAffectedRows ?? 0n);
  await sql`
    update loyalty_runs set rows = ${count} where day = ${month} and step = 'month'`.execute(
    ctx.db,
  );
  return count;
}
