import { sql } from 'kysely';
import type { Ctx } from '../../kernel/context.ts';
import type { Settings } from '../api/charging.ts';
import { dayOf } from './local-days.ts';

/**
 * How many pauses and days of pause an account has left in a year. A pause is of the year in which
 * it begins, and one that was ended early counts as the least that a pause may last.
 */
export async function pausesLeft(
  ctx: Ctx,
  settings: Settings,
  accountId: number,
  year: string,
): Promise<{ left: number; daysLeft: number; leastDays: number }> {
  const { yearlyPauses, yearlyPauseDays, leastPauseDays } = settings;
  // service_breaks_account (account_id, began_at)
  const { rows } = await sql<{ count: number; days: number }>`
    select count(*) as count,
           coalesce(sum(greatest(${leastPauseDays}::int,
             ${dayOf(ctx, 'b.endedAt')} - ${dayOf(ctx, 'b.beganAt')})), 0)::int as days
    from   service_breaks b
    where  b.account_id = ${accountId} and b.kind = 'paused'
    and    to_char(${dayOf(ctx, 'b.beganAt')}, 'YYYY') = ${year}`.execute(ctx.db);
  const { count = 0, days = 0 } = rows[0] ?? {};
  return {
    left: Math.max(0, yearlyPauses - count),
    daysLeft: Math.max(0, yearlyPauseDays - days),
    leastDays: leastPauseDays,
  };
}
