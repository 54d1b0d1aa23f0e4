/** What points are spent on. */
export const rewardKinds = [
  'discount',
  'service_days',
  'speed',
  'airtime',
  'goods',
  'coupon',
] as const;
export type RewardKind = (typeof rewardKinds)[number];

/** Those that billing gives, on an account with a tariff. */
export const billedKinds: readonly RewardKind[] = ['discount', 'service_days', 'speed', 'airtime'];

/** Why something cannot be had now. */
export const rewardStops = ['points', 'level', 'stock', 'month', 'budget', 'account'] as const;
export type RewardStop = (typeof rewardStops)[number];

export const redemptionStates = ['given', 'waiting', 'handed', 'undone'] as const;
export type RedemptionState = (typeof redemptionStates)[number];
