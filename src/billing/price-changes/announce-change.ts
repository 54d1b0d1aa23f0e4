import { sql } from 'kysely';
import type { Ctx } from '../../kernel/context.ts';
import { emit } from '../../kernel/events/journal.ts';
import { type Done, fail, ok, type Result } from '../../kernel/result.ts';
import { lockChange } from './lock-change.ts';
import { refuseLate } from './refuse-late.ts';
import { touched } from './touched.ts';

/**
 * Announces a change: whoever has the version now is told, one after another by the sweep, and
 * moved on its day. Who takes the version later is not touched: they were not told in time.
 */
export async function announceChange(
  ctx: Ctx,
  input: { id: number; version: number },
): Promise<Result<Done>> {
  const locked = await lockChange(ctx, input);
  if (!locked.ok) return locked;
  const { id, fromVersionId, fromOn, state } = locked.value;
  if (state !== 'planned') return fail('billing.not_planned');
  const late = await refuseLate(ctx, fromOn);
  if (late) return late;
  // subscriptions_product (product_version_id)
  const { numAffectedRows } = await sql`
    insert into price_moves (price_change_id, subscription_id, account_id)
    select ${id}, s.id, s.account_id
    from   subscriptions s join accounts a on a.id = s.account_id and a.state <> 'closed'
    where  ${touched(fromVersionId, fromOn)} order by s.id`.execute(ctx.db);
  await ctx.db
    .updateTable('priceChanges')
    .set({ state: 'announced', announcedAt: ctx.clock.now(), version: input.version + 1 })
    .where('id', '=', id)
    .execute();
  await emit(ctx, {
    type: 'billing.price_change_announced',
    subject: { kind: 'price_change', id },
    facts: { fromOn, subscriptions: Number(numAffectedRows ?? 0n) },
  });
  return ok({});
}
