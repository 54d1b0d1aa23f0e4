import { sql } from 'kysely';
import type { Ctx } from '../../kernel/context.ts';
import { upsertEntries } from '../../kernel/search/index-entries.ts';
import { describeBuyer, type DescribedBuyer } from '../describe-buyer.ts';

/** Makes deals findable by number, name, phone, e-mail and address, as they are now. */
export async function indexDeals(ctx: Ctx, ids: readonly number[]): Promise<void> {
  // deals_pkey
  const { rows } = await sql<DescribedBuyer>`
    select d.id, d.name, d.phone, d.email, d.address, d.wanted, r.root_id as subscriber_id,
           d.owner_staff_id, d.team_id, d.opened_at as began_at
    from   deals d
    left   join subscribers r on r.id = d.subscriber_id
    where  d.id = any(${[...ids]}::bigint[])`.execute(ctx.db);
  await upsertEntries(
    ctx,
    rows.map((row) => describeBuyer('deal', row)),
  );
}
