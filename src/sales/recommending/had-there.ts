import { sql } from 'kysely';
import type { Ctx } from '../../kernel/context.ts';
import { today } from '../../subscribers/index.ts';

/** Of a flat that nobody named: anywhere in the house. */
type Home = { subscriberId: number | null; buildingId: number | null; flat: string };

/** Products that somebody has today at an address, in order. */
export async function hadThere(
  ctx: Ctx,
  { subscriberId, buildingId, flat }: Home,
): Promise<number[]> {
  if (subscriberId === null || buildingId === null) return [];
  const day = today(ctx);
  // subscribers_root, accounts_subscriber, subscriptions_account, primary keys
  const { rows } = await sql<{ productId: number }>`
    select distinct w.product_id
    from   subscribers own
    join   subscribers k on k.root_id = own.root_id
    join   accounts a on a.subscriber_id = k.id and not a.is_taken_back
    join   service_addresses e on e.id = a.service_address_id
    join   premises m on m.id = e.premise_id
    join   subscriptions s on s.account_id = a.id
    join   product_versions w on w.id = s.product_version_id
    where  own.id = ${subscriberId} and m.building_id = ${buildingId}
    and    (m.flat = ${flat} or '' in (m.flat, ${flat}))
    and    coalesce(s.started_on <= ${day}, true) and coalesce(s.ended_on > ${day}, true)
    order  by 1`.execute(ctx.db);
  return rows.map(({ productId }) => productId);
}
