import { sql } from 'kysely';
import type { Ctx } from '../../kernel/context.ts';
import type { Tick } from '../../kernel/wiring.ts';

const BATCH = 5000;

/** Finds out who is still here 30 and 90 days after they said that they stay. */
export const keptTick: Tick = {
  name: 'retention.kept',
  everySeconds: 3600,
  run: async (ctx) => {
    await look(ctx, 'is_here_month', 30);
    await look(ctx, 'is_here_quarter', 90);
  },
};

/** By facts alone: nobody says that somebody was saved. Who has left since had not been. */
async function look(
  ctx: Ctx,
  column: 'is_here_month' | 'is_here_quarter',
  days: number,
): Promise<void> {
  const { timeZone } = ctx.operator;
  const name = sql.ref(column);
  // retention_cases_unchecked (closed_at, id)
  await sql`
    update retention_cases c
    set    ${name} = r.left_on is null
                  or r.left_on > (c.closed_at at time zone ${timeZone})::date + ${days}::integer
    from   subscribers s join subscribers r on r.id = s.root_id
    where  s.id = c.subscriber_id and c.id in (
      select d.id from retention_cases d
      where  d.outcome = 'stays' and (d.is_here_month is null or d.is_here_quarter is null)
      and    d.${name} is null
      and    d.closed_at <= ${ctx.clock.now()}::timestamptz - ${days} * interval '1 day'
      order  by d.closed_at, d.id limit ${BATCH} for update skip locked)`.execute(ctx.db);
}
