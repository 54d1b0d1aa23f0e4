import { sql } from 'kysely';
import type { Ctx } from '../kernel/context.ts';
import { accountOf, type OfferedAccount } from '../retention/index.ts';
import { daysAfter, today } from '../subscribers/index.ts';

export const MONTH_DAYS = 30;

/** An account whose tariff runs, and what that will cost in a month with all that is taken off. */
export type RunningAccount = OfferedAccount & { tariffId: number; tariffMinor: number };

/**
 * The account on which something is given, the one that is asked for or that brings most: none
 * where nothing is charged now, for days would pass unused.
 */
export async function accountFor(
  ctx: Ctx,
  subscriberId: number,
  asked: number | undefined,
): Promise<RunningAccount | null> {
  const account = await accountOf(ctx, subscriberId, asked);
  if (!account || account.tariffId === null) return null;
  const { id, tariffId } = account;
  const day = today(ctx);
  const after = daysAfter(day, MONTH_DAYS);
  // accounts_pkey, subscriptions_pkey, product_versions_pkey, discounts_account
  const { rows } = await sql<{ minor: number }>`
    select floor(discounted(coalesce(x.monthly_fee_minor, v.monthly_fee_minor),
                            g.percents, g.sums))::bigint as minor
    from   accounts a
    join   subscriptions x on x.id = ${tariffId}
    join   product_versions v on v.id = x.product_version_id
    cross  join lateral (
      select array_agg(round(d.value * n.share)::bigint order by d.id)
               filter (where d.kind = 'percent') as percents,
             sum(round(d.value * n.share)) filter (where d.kind = 'sum') as sums
      from   discounts d
      cross  join lateral (
        select (least(coalesce(d.to_on, 'infinity'), ${after}::date)
                - greatest(d.from_on, ${day}::date)) / ${MONTH_DAYS}::numeric as share) n
      where  d.account_id = a.id and (d.subscription_id is null or d.subscription_id = x.id)
      and    d.from_on < ${after} and (d.to_on is null or d.to_on > ${day})) g
    where  a.id = ${id} and a.state = 'active'`.execute(ctx.db);
  const [tariff] = rows;
  return tariff ? { ...account, tariffId, tariffMinor: tariff.minor } : null;
}
