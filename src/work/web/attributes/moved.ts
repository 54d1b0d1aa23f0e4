/** The ids with one of them a place further or nearer; at an end it stays. */
export const moved = (ids: readonly number[], id: number, by: 1 | -1): number[] => {
  const from = ids.indexOf(id);
  const to = from + by;
  if (from < 0 || to < 0 || to >= ids.length) return [...ids];
  const rest = ids.toSpliced(from, 1);
  return rest.toSpliced(to, 0, id);
};
