export const leavingFees = ['charged', 'waived'] as const;
export const exitPapers = ['application', 'confirmation'] as const;
export const decisions = ['accepted', 'refused'] as const;

/** On these alone a number may be refused; that one would rather keep somebody is none of them. */
export const refusalGrounds = [
  'wrong_data',
  'debt',
  'not_ours',
  'blocked_by_court',
  'moved_lately',
] as const;
