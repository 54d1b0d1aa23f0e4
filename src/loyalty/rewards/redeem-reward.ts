import { sql } from 'kysely';
import { type Ctx, staffIdOf } from '../../kernel/context.ts';
import { reserveIds } from '../../kernel/db/reserve-ids.ts';
import { emit } from '../../kernel/events/journal.ts';
import { fail, ok, type Result } from '../../kernel/result.ts';
import { today } from '../../subscribers/index.ts';
import { refuseOverBudget } from './budgets.ts';
import { giveReward } from './give-reward.ts';
import { type Asked, prepareRedemption } from './prepare-redemption.ts';
import { chooseCoupon, spendPoints, takeFromStock } from './spend-points.ts';

/**
 * Gives somebody something for their points: the wallet and the reward are locked, so whoever comes
 * at the same moment sees what this one has left.
 */
export async function redeemReward(
  ctx: Ctx,
  asked: Asked,
): Promise<Result<{ id: number; coupon: string }>> {
  const prepared = await prepareRedemption(ctx, asked);
  if (!prepared.ok) return prepared;
  const { member, reward, account } = prepared.value;
  const [redemptionId = 0] = await reserveIds(ctx, 'redemptions', 1);
  const given = await giveReward(ctx, reward, account, redemptionId);
  if (!given.ok) return given;
  const over = await refuseOverBudget(ctx, reward, given.value.costMinor);
  if (over) return over;
  const spent = await spendPoints(ctx, member, reward, redemptionId);
  if (!spent.ok) return spent;
  const coupon = reward.kind === 'coupon' ? await chooseCoupon(ctx, reward.id) : null;
  if (reward.kind === 'coupon' && !coupon) return fail('loyalty.none_left');
  await sql`
    insert into redemptions (id, reward_id, subscriber_id, wallet_id, points, cost_minor, state,
             transaction_id, account_id, discount_id, subscription_id,
             credit_transaction_id, ends_on, coupon, redeemed_on, redeemed_at, redeemed_by)
    overriding system value
    values (${redemptionId}, ${reward.id}, ${member.subscriberId}, ${member.walletId},
            ${reward.points}, ${given.value.costMinor},
            ${reward.kind === 'goods' ? 'waiting' : 'given'}, ${spent.value.transactionId},
            ${given.value.accountId}, ${given.value.discountId}, ${given.value.subscriptionId},
            ${given.value.creditTransactionId}, ${given.value.endsOn}, ${coupon?.code ?? ''},
            ${today(ctx)}, ${ctx.clock.now()}, ${staffIdOf(ctx.actor)})`.execute(ctx.db);
  await takeFromStock(ctx, reward, redemptionId, coupon?.id ?? null);
  await emit(ctx, {
    type: 'loyalty.reward_redeemed',
    subject: { kind: 'subscriber', id: member.subscriberId },
    subscriberId: member.subscriberId,
    facts: { reward: reward.name, points: reward.points },
  });
  return ok({ id: redemptionId, coupon: coupon?.code ?? '' });
}
