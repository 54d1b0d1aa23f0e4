import { sql } from 'kysely';
import { eligible, newestInForce } from '../../catalog/index.ts';
import type { Ctx } from '../../kernel/context.ts';
import { today } from '../../subscribers/index.ts';
import type { Line, Offer } from './offers.ts';
import { type Buyer, takersOver } from './takers-over.ts';

/** Whether they have it now, wherever that is. */
type Had = { isHad: boolean };

/**
 * What is sold today, of each product the newest version that is in force, whether this buyer may
 * take it, and whether they have it.
 * @param lines by which the address is reached; null where nobody knows
 */
export async function offersOnSale(
  ctx: Ctx,
  buyer: Buyer,
  lines: readonly Pick<Line, 'technology'>[] | null,
): Promise<(Offer & Had)[]> {
  const day = today(ctx);
  // An operator has few products. product_versions_product_id_version_key
  const { rows } = await sql<Offer & Had>`
    with t as (${takersOver(day, buyer, lines)})
    select v.id as version_id, p.id as product_id, p.kind, p.service, p.name, p.serves,
           v.monthly_fee_minor, v.connection_fee_minor, v.speed_kbps, v.technologies,
           v.tv_channels, v.cost_minor,
           exists (select from t where ${eligible(sql`p.eligibility`, sql`t`)}) as is_eligible,
           exists (select from t where p.id = any(t.product_ids)) as is_had
    from   products p
    join   ${newestInForce(day)} v on true
    where  p.archived_at is null and v.currency = ${ctx.operator.currency}
    order  by p.id`.execute(ctx.db);
  return rows;
}
