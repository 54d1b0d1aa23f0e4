export const friendStates = ['connected', 'held', 'rewarded', 'refused'] as const;

const reasons = [
  'self',
  'phone',
  'address',
  'household',
  'loop',
  'not_new',
  'ceiling',
  'by_hand',
] as const;

/** Why a friend waits to be looked at, or brings nothing. */
export const friendReasons = ['', ...reasons] as const;
