import { sql } from 'kysely';
import { monthlyFeesMinor } from '../../billing/index.ts';
import type { Ctx } from '../../kernel/context.ts';
import { today } from '../../subscribers/index.ts';

export type OfferedAccount = {
  id: number;
  /** The subscription of its tariff. */
  tariffId: number | null;
  /** What all that stands on it costs in a month. */
  monthlyMinor: number;
};

/**
 * The open account that an offer is given on: the one that is asked for, else the one that brings
 * most, so that nothing is given on one that hardly costs anything.
 */
export async function accountOf(
  ctx: Ctx,
  subscriberId: number,
  asked: number | undefined,
): Promise<OfferedAccount | null> {
  // subscribers_root (root_id), accounts_subscriber, subscriptions_account
  const { rows } = await sql<OfferedAccount>`
    select a.id, t.tariff_id, ${monthlyFeesMinor(today(ctx))} as monthly_minor
    from   subscribers s
    join   subscribers m on m.root_id = s.root_id
    join   accounts a on a.subscriber_id = m.id and a.state <> 'closed'
    cross  join lateral (
      select max(x.id) filter (where p.kind = 'tariff') as tariff_id
      from   subscriptions x
      join   product_versions v on v.id = x.product_version_id
      join   products p on p.id = v.product_id
      where  x.account_id = a.id and x.ended_on is null) t
    where  s.id = ${subscriberId} and (${asked ?? null}::bigint is null or a.id = ${asked ?? null})
    order  by t.tariff_id is null, monthly_minor desc, a.id limit 1`.execute(ctx.db);
  return rows[0] ?? null;
}
