import { sql } from 'kysely';
import type { Ctx } from '../../kernel/context.ts';
import { upsertEntries } from '../../kernel/search/index-entries.ts';
import { describeBuyer, type DescribedBuyer } from '../describe-buyer.ts';

/** Makes leads findable by number, name, phone, e-mail and words, as they are now. */
export async function indexLeads(ctx: Ctx, ids: readonly number[]): Promise<void> {
  // leads_pkey, conversations_pkey
  const { rows } = await sql<DescribedBuyer>`
    select l.id, l.name, l.phone, l.email, l.address, l.wanted, r.root_id as subscriber_id,
           l.owner_staff_id, l.team_id, l.created_at as began_at
    from   leads l
    left   join conversations v on v.id = l.conversation_id
    left   join subscribers r on r.id = coalesce(l.subscriber_id, v.subscriber_id)
    where  l.id = any(${[...ids]}::bigint[])`.execute(ctx.db);
  await upsertEntries(
    ctx,
    rows.map((row) => describeBuyer('lead', row)),
  );
}
