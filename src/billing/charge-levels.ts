import { sql } from 'kysely';
import type { Ctx } from '../kernel/context.ts';
import type { Tick } from '../kernel/wiring.ts';

/** Of fewer, a quarter or a twentieth says nothing. */
const FEWEST_SUBSCRIBERS = 40;

const DAY_MS = 24 * 3_600_000;

/** What each cluster pays a month for what it subscribes to now, by currency. */
const monthly = sql`
  select m.root_id, a.currency, sum(coalesce(x.monthly_fee_minor, v.monthly_fee_minor)) as minor
  from   accounts a
  join   subscribers m on m.id = a.subscriber_id
  join   subscriptions x on x.account_id = a.id and x.ended_on is null
  join   product_versions v on v.id = x.product_version_id
  where  a.state <> 'closed'`;

/** Once a day: above which monthly charge one is of the upper quarter, and of the top twentieth. */
export const chargeLevelsTick: Tick = {
  name: 'billing.charge_levels',
  everySeconds: 600,
  run: async (ctx) => {
    const now = ctx.clock.now();
    const { rows } = await sql`
      select from charge_levels
      where  counted_at > ${new Date(now.getTime() - DAY_MS)} limit 1`.execute(ctx.db);
    if (rows.length === 0) await countLevels(ctx);
  },
};

async function countLevels(ctx: Ctx): Promise<void> {
  await sql`delete from charge_levels`.execute(ctx.db);
  // Reads all subscriptions, once a day.
  await sql`
    insert into charge_levels (currency, upper_minor, top_minor, subscribers, counted_at)
    select currency, percentile_disc(0.75) within group (order by minor),
           percentile_disc(0.95) within group (order by minor), count(*), ${ctx.clock.now()}
    from   (${monthly} group by m.root_id, a.currency) paid
    group  by currency having count(*) >= ${FEWEST_SUBSCRIBERS}`.execute(ctx.db);
}

export type ChargeLevel = 'upper' | 'top';

/**
 * Which of these subscribers pay more a month than three quarters of all do (`upper`), or than
 * nineteen of twenty (`top`). Where all pay the same, none does.
 */
export async function chargeLevelsOf(
  ctx: Ctx,
  subscriberIds: readonly number[],
): Promise<ReadonlyMap<number, ChargeLevel>> {
  // subscribers_root (root_id), accounts_subscriber, subscriptions_account, then primary keys
  const { rows } = await sql<{ id: number; level: ChargeLevel }>`
    select k.id, case when bool_or(p.minor > l.top_minor) then 'top' else 'upper' end as level
    from   subscribers k
    cross  join lateral (${monthly} and m.root_id = k.root_id
                         group by m.root_id, a.currency) p
    join   charge_levels l on l.currency = p.currency and p.minor > l.upper_minor
    where  k.id = any(${subscriberIds}::bigint[])
    group  by k.id`.execute(ctx.db);
  return new Map(rows.map(({ id, level }) => [id, level]));
}
