import { sql } from 'kysely';
import type { BulkCtx } from '../../kernel/db/bulk.ts';
import type { RiskSettings } from './settings.ts';

/** What is left a month of what the people at hand pay, less what their products cost. */
export async function monthlyMargins(
  ctx: BulkCtx,
  { marginPercent }: RiskSettings,
): Promise<ReadonlyMap<number, number>> {
  // accounts_subscriber, subscriptions_account, then primary keys
  const { rows } = await sql<{ id: number; minor: number }>`
    select p.subscriber_id as id,
           round(sum(case when v.cost_minor is null
                     then coalesce(x.monthly_fee_minor, v.monthly_fee_minor)
                          * ${marginPercent}::int / 100.0
                     else coalesce(x.monthly_fee_minor, v.monthly_fee_minor)
                          - v.cost_minor end))::bigint as minor
    from   risk_people p
    join   subscribers m on m.root_id = p.subscriber_id
    join   accounts a on a.subscriber_id = m.id
    join   subscriptions x on x.account_id = a.id and x.ended_on is null
    join   product_versions v on v.id = x.product_version_id
    where  a.state <> 'closed' and a.currency = ${ctx.operator.currency}
    group  by p.subscriber_id`.execute(ctx.db);
  return new Map(rows.map(({ id, minor }) => [id, Math.max(0, minor)]));
}
