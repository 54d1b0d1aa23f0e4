import { writeListState, type Changes } from './list-state.ts';

/** The address of a list with a filter set, so that a figure opens the rows behind it. */
export const linkToList = (path: string, changes: Changes): string =>
  `${path}?${writeListState(new URLSearchParams(), { viewId: undefined, changes }).toString()}`;
