export const friendStates = ['connected', 'held', 'rewarded', 'refused'] as const;

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
