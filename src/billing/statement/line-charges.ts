import { sql } from 'kysely';
import type { Ctx } from '../../kernel/context.ts';
import type { LineCharge } from '../api/statement.ts';

/** What each of these lines is for, where it is a charge. */
export async function lineCharges(
  ctx: Ctx,
  lineIds: readonly number[],
): Promise<ReadonlyMap<number, LineCharge>> {
  // charges_posting_id_key (posting_id), then primary keys
  const { rows } = await sql<LineCharge & { lineId: number }>`
    select c.posting_id as line_id, c.kind, c.month, c.words, p.name as product, r.meter
    from   charges c
    left   join subscriptions s on s.id = c.subscription_id
    left   join product_versions v on v.id = s.product_version_id
    left   join products p on p.id = v.product_id
    left   join usage_rates r on r.id = c.rate_id
    where  c.posting_id = any(${[...lineIds]}::bigint[])`.execute(ctx.db);
  return new Map(rows.map(({ lineId, ...charge }) => [lineId, charge]));
}
