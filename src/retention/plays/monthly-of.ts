import { sql } from 'kysely';
import type { Ctx } from '../../kernel/context.ts';

/** What somebody pays a month for what they have now. */
export async function monthlyOf(ctx: Ctx, rootId: number): Promise<number> {
  // subscribers_root (root_id), accounts_subscriber, subscriptions_account
  const { rows } = await sql<{ minor: number }>`
    select coalesce(sum(coalesce(x.monthly_fee_minor, v.monthly_fee_minor)), 0)::bigint as minor
    from   subscribers m
    join   accounts a on a.subscriber_id = m.id and a.state <> 'closed'
    join   subscriptions x on x.account_id = a.id and x.ended_on is null
    join   product_versions v on v.id = x.product_version_id
    where  m.root_id = ${rootId}`.execute(ctx.db);
  return rows[0]?.minor ?? 0;
}
