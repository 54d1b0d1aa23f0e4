import { type Ctx, staffIdOf } from '../../kernel/context.ts';
import { emit } from '../../kernel/events/journal.ts';
import { type Done, fail, ok, type Result } from '../../kernel/result.ts';
import { lockRedemption } from './lock-redemption.ts';

/** Says that goods were handed over; then they are not taken back any more. */
export async function handOver(ctx: Ctx, { id }: { id: number }): Promise<Result<Done>> {
  const locked = await lockRedemption(ctx, id);
  if (!locked.ok) return locked;
  const { state, subscriberId, name } = locked.value;
  if (state !== 'waiting') return fail('loyalty.used_already');
  await ctx.db
    .updateTable('redemptions')
    .set({ state: 'handed', decidedAt: ctx.clock.now(), decidedBy: staffIdOf(ctx.actor) })
    .where('id', '=', id)
    .execute();
  await emit(ctx, {
    type: 'loyalty.goods_handed',
    subject: { kind: 'subscriber', id: subscriberId },
    subscriberId,
    facts: { reward: name },
  });
  return ok({});
}
