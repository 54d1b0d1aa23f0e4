export { bulkBegin, type RewardLoad } from './bulk-begin.ts';
export { redeemReward } from './rewards/redeem-reward.ts';
