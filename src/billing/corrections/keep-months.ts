import { type RawBuilder, sql } from 'kysely';
import type { Ctx } from '../../kernel/context.ts';
import { monthOf } from '../charging/open-scope.ts';
import type { Part } from './count-period.ts';
import { daysWithin } from './given-back.ts';

/**
 * Keeps how much of a correction of days is for each month: as much of it as of what those days
 * cost; where they cost nothing, by their number. Whatever changes later, acts and what may still
 * be given back stay as they were counted.
 */
export async function keepMonths(ctx: Ctx, id: number, parts: readonly Part[]): Promise<void> {
  const costs = parts.map(({ fromOn, amountMinor }) => ({ month: monthOf(fromOn), amountMinor }));
  if (!costs.some(({ amountMinor }) => amountMinor > 0)) return keepMonthsByDays(ctx, [id]);
  await keep(
    ctx,
    sql`select ${id}::bigint as correction_id, month, sum("amountMinor") as weight
        from   jsonb_to_recordset(${JSON.stringify(costs)}::jsonb)
                 as g(month date, "amountMinor" bigint)
        group  by month`,
  );
}

/** The same by the number of days, of those of these corrections that are of days. */
export async function keepMonthsByDays(ctx: Ctx, ids: readonly number[]): Promise<void> {
  await keep(
    ctx,
    sql`select c.id as correction_id, m.month, ${daysWithin(sql`m.month`)} as weight
        from   corrections c
        cross  join lateral (
          select d::date as month
          from   generate_series(date_trunc('month', c.from_on::timestamp), c.to_on::timestamp,
                                 interval '1 month') d) m
        where  c.id = any(${[...ids]}::bigint[]) and c.from_on is not null`,
  );
}

/** The sum up to each month is rounded, and a month gets what that adds: nothing is left over. */
async function keep(ctx: Ctx, weights: RawBuilder<unknown>): Promise<void> {
  // corrections_pkey
  await sql`
    insert into correction_months (correction_id, month, amount_minor)
    select correction_id, month,
           share - coalesce(lag(share) over (partition by correction_id order by month), 0)
    from   (select w.correction_id, w.month,
                   round(c.amount_minor * sum(w.weight) over upto
                         / sum(w.weight) over (partition by w.correction_id)) as share
            from   (${weights}) w join corrections c on c.id = w.correction_id
            window upto as (partition by w.correction_id order by w.month)) shared`.execute(ctx.db);
}
