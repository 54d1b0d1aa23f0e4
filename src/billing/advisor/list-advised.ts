import { sql } from 'kysely';
import { z } from 'zod';
import { makeCursor, placeAfter } from '../../kernel/api/cursor.ts';
import type { Ctx } from '../../kernel/context.ts';
import { ok, type Result } from '../../kernel/result.ts';
import { isUnderVeil, veiledNow } from '../../kernel/veil.ts';
import type { advisorApi, FoundAdvice } from '../api/advisor.ts';
import { holderJoins, reachesAccount } from '../reach.ts';

type Input = z.output<(typeof advisorApi)['GET /api/advisor/accounts']['input']>;

/** By which column each kind is ordered, and what tells those of the kind. */
const kinds = {
  // advices_saving, advices_product_saving
  overpays: { differs: 'savingMinor', by: sql.ref('d.savingMinor'), only: sql`d.saving_minor > 0` },
  // advices_underpaid, advices_product_underpaid
  underpaid: {
    differs: 'underpaidMinor',
    by: sql.ref('d.underpaidMinor'),
    only: sql`d.underpaid_minor > 0`,
  },
  // advices_shared
  shared: { differs: 'nowMinor', by: sql.ref('d.nowMinor'), only: sql`d.is_shared` },
} as const;

/** A page of those who overpay, pay too little or are shared, who differ most first. */
export async function listAdvised(
  ctx: Ctx,
  { kind, productId, fromMinor, cursor, limit }: Input,
): Promise<Result<{ accounts: FoundAdvice[]; nextCursor: string | null }>> {
  const place = placeAfter(cursor, z.tuple([z.int(), z.int()]));
  if (!place.ok) return place;
  const { differs, by, only } = kinds[kind];
  const conditions = [
    only,
    sql`${by} >= ${kind === 'shared' ? 0 : fromMinor}`,
    productId === undefined ? sql`true` : sql`d.product_id = ${productId}`,
    place.value === null
      ? sql`true`
      : sql`(${by}, d.id) < (${place.value[0]}::bigint, ${place.value[1]}::bigint)`,
    reachesAccount(ctx, 'billing.advisor'),
    sql`not ${isUnderVeil(await veiledNow(ctx), sql`r.id`)}`,
  ];
  const { rows } = await sql<FoundAdvice>`
    select d.id, d.account_id, a.number as account, r.id as subscriber_id,
           r.display_name as subscriber, d.currency, p.name as tariff, q.name as best,
           d.now_minor, d.best_minor, d.saving_minor, d.underpaid_minor, d.is_shared
    from   advices d
    join   accounts a on a.id = d.account_id ${holderJoins}
    join   products p on p.id = d.product_id
    left   join product_versions v on v.id = d.best_version_id
    left   join products q on q.id = v.product_id
    where  ${sql.join(conditions, sql` and `)}
    order  by ${by} desc, d.id desc limit ${limit + 1}`.execute(ctx.db);
  const page = rows.slice(0, limit);
  const last = rows.length > limit ? page.at(-1) : undefined;
  return ok({
    accounts: page,
    nextCursor: last ? makeCursor([last[differs], last.id]) : null,
  });
}
