import { sql } from 'kysely';
import type { Ctx } from '../../kernel/context.ts';
import { emit } from '../../kernel/events/journal.ts';
import { fail, ok, type Result } from '../../kernel/result.ts';

/** Adds codes of a partner; those that are there already are left. */
export async function addCoupons(
  ctx: Ctx,
  { id, codes }: { id: number; codes: string[] },
): Promise<Result<{ added: number }>> {
  const reward = await ctx.db
    .selectFrom('rewards')
    .select('id')
    .where('id', '=', id)
    .where('kind', '=', 'coupon')
    .where('archivedAt', 'is', null)
    .executeTakeFirst();
  if (!reward) return fail('loyalty.no_such_reward');
  const made = await sql`
    insert into reward_coupons (reward_id, code)
    select ${id}, c from unnest(${codes}::text[]) c
    on     conflict (reward_id, code) do nothing`.execute(ctx.db);
  const added = Number(made.numAffectedRows ?? 0n);
  const subject = { kind: 'reward', id };
  await emit(ctx, { type: 'loyalty.coupons_added', subject, facts: { added } });
  return ok({ added });
}
