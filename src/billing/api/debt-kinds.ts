export const promiseStates = ['open', 'kept', 'broken'] as const;

/** What a trust limit is made of: what adds to it, what takes away, what bounds it. */
export const trustPartKinds = [
  'base',
  'tenure',
  'paid',
  'broken',
  'suspended',
  'debt',
  'ceiling',
] as const;

/** What is done about a debt, and by whom. */
export const dunningWhats = ['remind', 'offer', 'limit', 'suspend'] as const;
export const dunningOutcomes = ['sent', 'by_hand', 'done'] as const;
