import { sql } from 'kysely';
import { z } from 'zod';
import { makeCursor, placeAfter } from '../../kernel/api/cursor.ts';
import type { Ctx } from '../../kernel/context.ts';
import { ok, type Result } from '../../kernel/result.ts';
import type { priceChangesApi } from '../api/price-changes.ts';
import { holderJoins, reachesAccount } from '../reach.ts';

type Route = (typeof priceChangesApi)['GET /api/price-changes/{id}/unreached'];

/** Accounts whose holders no channel reaches, to be told by a person. */
export async function listUnreached(
  ctx: Ctx,
  { id, cursor, limit }: z.output<Route['input']>,
): Promise<Result<z.output<Route['output']>>> {
  const place = placeAfter(cursor, z.tuple([z.int()]));
  if (!place.ok) return place;
  // price_moves_pkey (price_change_id, subscription_id)
  const { rows } = await sql<{ id: number; number: string; place: number }>`
    select a.id, a.number, m.subscription_id as place
    from   price_moves m join accounts a on a.id = m.account_id ${holderJoins}
    where  m.price_change_id = ${id} and m.told_at is not null and m.way is null
    and    m.done_at is null
    and    m.subscription_id > ${place.value?.[0] ?? 0} and ${reachesAccount(ctx, 'billing.view')}
    order  by m.subscription_id limit ${limit + 1}`.execute(ctx.db);
  const page = rows.slice(0, limit);
  const last = rows.length > limit ? page.at(-1) : undefined;
  return ok({
    accounts: page.map(({ id: accountId, number }) => ({ id: accountId, number })),
    nextCursor: last ? makeCursor([last.place]) : null,
  });
}
