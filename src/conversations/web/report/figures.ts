import type { Figures } from '../api.ts';

/**
 * The share of promises kept, of all those that are decided: touched in time, touched late, or not
 * touched and over. Null while none is decided.
 */
export const shareWithin = ({
  within,
  late,
  overdue,
}: Pick<Figures, 'within' | 'late' | 'overdue'>): number | null => {
  const decided = within + late + overdue;
  return decided === 0 ? null : within / decided;
};
