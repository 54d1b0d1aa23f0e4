import { type RawBuilder, sql } from 'kysely';
import type { Ctx } from '../../kernel/context.ts';

const MOST_MS = 120_000;

export type Wanted = { people: number; monthMinor: number; currency: string };

/**
 * Who would have a discount, and what it would take off in a month: of the tariff that costs each
 * most, as it is given, at the fees of today. Before it is begun, and once all has fallen or risen.
 * @param want as `wanted` selects it
 */
export async function countWanted(ctx: Ctx, want: RawBuilder<unknown>): Promise<Wanted> {
  await sql`select set_config('statement_timeout', ${`${MOST_MS}ms`}, true),
    set_config('jit', 'off', true)`.execute(ctx.db);
  // subscribers_root (root_id), accounts_subscriber, subscriptions_account, product_versions_pkey
  const { rows } = await sql<Omit<Wanted, 'currency'>>`
    with want as materialized (${want})
    select count(*) as people,
           coalesce(round(sum(t.minor * w.percent / 100.0)), 0)::bigint as month_minor
    from   want w
    cross  join lateral (
      select coalesce(x.monthly_fee_minor, v.monthly_fee_minor) as minor
      from   subscribers m
      join   accounts a on a.subscriber_id = m.id and a.state <> 'closed'
      join   subscriptions x on x.account_id = a.id and x.ended_on is null
      join   product_versions v on v.id = x.product_version_id
      join   products p on p.id = v.product_id and p.kind = 'tariff'
      where  m.root_id = w.subscriber_id
      order  by 1 desc limit 1) t
    where  w.percent > 0`.execute(ctx.db);
  const [row] = rows;
  if (!row) throw new Error('a select of sums has a row');
  return { ...row, currency: ctx.operator.currency };
}
