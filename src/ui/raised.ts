/** An order in which one goes before the one that stood before it. @param at not the first */
export const raised = (ids: readonly number[], at: number): number[] =>
  ids.with(at - 1, ids[at] ?? 0).with(at, ids[at - 1] ?? 0);
