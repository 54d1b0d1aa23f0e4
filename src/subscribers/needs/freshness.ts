/**
 * For how many days a fact counts as fresh before it is worth asking about again: wants change
 * within half a year, what happened to somebody is remembered for a year.
 */
export const freshDays = {
  need: 180,
  wish: 180,
  bad_experience: 365,
  life_event: 365,
} as const;

export type NeedKind = keyof typeof freshDays;
