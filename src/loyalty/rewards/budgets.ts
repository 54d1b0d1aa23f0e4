import { type RawBuilder, sql } from 'kysely';
import type { Ctx } from '../../kernel/context.ts';
import { type Fail, fail } from '../../kernel/result.ts';
import { today } from '../../subscribers/index.ts';
import type { Reward } from './reward-rows.ts';

/** What was given in the month of a day has cost, as far as it was not taken back. */
export const spentMinor = (day: string, which: RawBuilder<unknown>): RawBuilder<number> =>
  // redemptions_redeemed (redeemed_on), redemptions_reward (reward_id, redeemed_on)
  sql<number>`coalesce((
    select sum(d.cost_minor) from redemptions d
    where  d.state <> 'undone' and d.redeemed_on >= date_trunc('month', ${day}::date)
    and    ${which}), 0)::bigint`;

/**
 * Refuses what would cost more than is meant for this reward, or for all of them, in a month. The
 * reward is locked; where all have a budget, so are the settings, so that two at once see each
 * other.
 */
export async function refuseOverBudget(
  ctx: Ctx,
  { id, budgetMinor }: Reward,
  costMinor: number,
): Promise<Fail | null> {
  const day = today(ctx);
  const { rows: all } = await sql`
    select from loyalty_settings where rewards_minor is not null for no key update`.execute(ctx.db);
  if (budgetMinor === null && all.length === 0) return null;
  const { rows } = await sql<{ isOver: boolean }>`
    select coalesce(${spentMinor(day, sql`d.reward_id = ${id}`)} + ${costMinor}
                      > ${budgetMinor}::bigint, false)
           or coalesce(${spentMinor(day, sql`true`)} + ${costMinor} > y.rewards_minor, false)
             as is_over
    from   loyalty_settings y`.execute(ctx.db);
  return rows[0]?.isOver ? fail('loyalty.over_budget') : null;
}
