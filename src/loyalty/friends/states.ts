export const friendStates = ['connected', 'held', 'rewarded', 'refused'] as const;
export type FriendState = (typeof friendStates)[number];

/** Why a friend waits to be looked at, or brings nothing. */
export const friendReasons = [
  '',
  'self',
  'phone',
  'address',
  'household',
  'loop',
  'not_new',
  'ceiling',
  'by_hand',
] as const;
export type FriendReason = (typeof friendReasons)[number];
