import { sql } from 'kysely';
import type { Ctx } from '../../kernel/context.ts';
import { openDay, POINTS, postEntry } from '../../ledger/index.ts';
import { today } from '../../subscribers/index.ts';
import type { Member } from '../members/find-member.ts';
import type { Reward } from './reward-rows.ts';

/** Takes the points of something given out of the wallet. */
export async function spendPoints(
  ctx: Ctx,
  { walletId }: Member,
  { points, id: rewardId }: Reward,
  redemptionId: number,
) {
  return postEntry(ctx, {
    kind: 'points_spent',
    key: `points spent ${redemptionId}`,
    occurredOn: await openDay(ctx, today(ctx)),
    currency: POINTS,
    lines: [
      { side: { walletId }, amountMinor: -points },
      { side: { own: 'points_spent' }, amountMinor: points },
    ],
    facts: { rewardId },
  });
}

type Coupon = { id: number; code: string };

/** The next code of a partner; null where none is left. The reward is locked. */
export async function chooseCoupon(ctx: Ctx, rewardId: number): Promise<Coupon | null> {
  // reward_coupons_free (reward_id, id) where redemption_id is null
  const { rows } = await sql<Coupon>`
    select id, code from reward_coupons
    where  reward_id = ${rewardId} and redemption_id is null
    order  by id limit 1 for update`.execute(ctx.db);
  return rows[0] ?? null;
}

export async function takeFromStock(
  ctx: Ctx,
  { id, stock }: Reward,
  redemptionId: number,
  couponId: number | null,
): Promise<void> {
  if (stock !== null) {
    await sql`update rewards set stock = stock - 1 where id = ${id}`.execute(ctx.db);
  }
  if (couponId === null) return;
  await ctx.db
    .updateTable('rewardCoupons')
    .set({ redemptionId })
    .where('id', '=', couponId)
    .execute();
}
