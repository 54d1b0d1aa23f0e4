import type { Ctx } from '../../kernel/context.ts';
import { fail, ok, type Result } from '../../kernel/result.ts';
import { balanceOf } from '../members/balance-of.ts';
import { lockMember, type Member } from '../members/find-member.ts';
import type { RewardStop } from './kinds.ts';
import { accountFor, type RunningAccount } from '../account-for.ts';
import { lockReward, type Reward } from './reward-rows.ts';
import { offeredTo } from './stop-of.ts';

export type Asked = { id: number; rewardId: number; accountId?: number | undefined };
type Prepared = { member: Member; reward: Reward; account: RunningAccount | null };

const codes: Readonly<Record<RewardStop, string>> = {
  points: 'loyalty.not_enough_points',
  level: 'loyalty.level_needed',
  stock: 'loyalty.none_left',
  month: 'loyalty.too_often',
  budget: 'loyalty.over_budget',
  account: 'loyalty.no_account',
};

/** Whoever asks and what for, both locked, or why it cannot be had. */
export async function prepareRedemption(
  ctx: Ctx,
  { id, rewardId, accountId }: Asked,
): Promise<Result<Prepared>> {
  const locked = await lockMember(ctx, id);
  if (!locked.ok) return locked;
  const member = locked.value;
  const reward = await lockReward(ctx, rewardId);
  if (!reward) return fail('loyalty.no_such_reward');
  const { balance } = await balanceOf(ctx, member.walletId);
  const account = await accountFor(ctx, member.subscriberId, accountId);
  const has = { balance, hasTariff: account !== null };
  const [offered] = await offeredTo(ctx, member, has, rewardId);
  if (!offered) return fail('loyalty.no_such_reward');
  if (offered.stop) {
    return fail(codes[offered.stop], { count: Math.max(0, reward.points - balance) });
  }
  return ok({ member, reward, account });
}
