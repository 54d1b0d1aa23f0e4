import type { Handlers } from '../../kernel/wiring.ts';
import type { rewardsApi } from '../api/rewards.ts';
import { addCoupons } from './add-coupons.ts';
import { addReward } from './add-reward.ts';
import { changeReward } from './change-reward.ts';
import { handOver } from './hand-over.ts';
import { listRewards } from './list-rewards.ts';
import { redeemReward } from './redeem-reward.ts';
import { showOffered } from './show-offered.ts';
import { undoRedemption } from './undo-redemption.ts';

export const rewardHandlers: Handlers<typeof rewardsApi> = {
  'GET /api/loyalty/rewards': listRewards,
  'POST /api/loyalty/rewards': addReward,
  'PUT /api/loyalty/rewards/{id}': changeReward,
  'POST /api/loyalty/rewards/{id}/coupons': addCoupons,
  'GET /api/subscribers/{id}/rewards': showOffered,
  'POST /api/subscribers/{id}/redemptions': redeemReward,
  'POST /api/redemptions/{id}/undo': undoRedemption,
  'POST /api/redemptions/{id}/hand': handOver,
};
