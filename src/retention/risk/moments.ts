import { sql } from 'kysely';
import type { Ctx } from '../../kernel/context.ts';
import { type Moment, today } from '../../subscribers/index.ts';

/** So many months are learnt from at most: what was true before is true no longer. */
const MOST_MONTHS = 18;
/** What facts look back upon must lie within what is kept: before that all seem quiet. */
const LOOK_BACK_MONTHS = 4;

/** The first days of the months that can be learnt from, the earliest first. */
export async function momentsToLearn(ctx: Ctx): Promise<Moment[]> {
  // ledger_transactions_occurred (occurred_on, id)
  const { rows } = await sql<{ on: string; at: Date }>`
    select m::date as on, m::date::timestamp at time zone ${ctx.operator.timeZone} as at
    from   (select min(occurred_on) as first_on from ledger_transactions) known
    cross  join generate_series(
             greatest(date_trunc('month', first_on) + make_interval(months => ${LOOK_BACK_MONTHS}),
                      date_trunc('month', ${today(ctx)}::date)
                        - make_interval(months => ${MOST_MONTHS})),
             date_trunc('month', ${today(ctx)}::date), interval '1 month') m
    order  by m`.execute(ctx.db);
  return rows;
}

/** This moment. What happened on the day before is known. */
export const momentNow = (ctx: Ctx): Moment => ({ at: ctx.clock.now(), on: today(ctx) });
