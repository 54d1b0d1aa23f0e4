import type { Condition, Target } from './contract.ts';

/** Rows ticked one by one, or everything that matches the filter. */
export type Selection = { isAll: false; ids: ReadonlySet<number> } | { isAll: true };

export const nothing: Selection = { isAll: false, ids: new Set() };
export const everything: Selection = { isAll: true };

export const isSelected = (selection: Selection, id: number): boolean =>
  selection.isAll || selection.ids.has(id);

export const isNothing = (selection: Selection): boolean =>
  !selection.isAll && selection.ids.size === 0;

/** Out of "everything", unticking one row leaves those loaded without it. */
export const toggle = (selection: Selection, id: number, loaded: readonly number[]): Selection => {
  const ids = new Set(selection.isAll ? loaded : selection.ids);
  if (!ids.delete(id)) ids.add(id);
  return { isAll: false, ids };
};

/** Ticks all rows between two, as Shift does, in the order in which they are shown. */
export const addRange = (
  selection: Selection,
  from: number,
  to: number,
  loaded: readonly number[],
): Selection => {
  if (selection.isAll) return selection;
  const [start = 0, end = 0] = [loaded.indexOf(from), loaded.indexOf(to)].toSorted((a, b) => a - b);
  const between = start < 0 ? [to] : loaded.slice(start, end + 1);
  return { isAll: false, ids: new Set([...selection.ids, ...between]) };
};

/** The box in the header: ticks what is loaded, or clears. */
export const toggleLoaded = (selection: Selection, loaded: readonly number[]): Selection => {
  if (selection.isAll || loaded.every((id) => selection.ids.has(id))) return nothing;
  return { isAll: false, ids: new Set(loaded) };
};

/** What a bulk action receives. No filter at all means everything there is. */
export const targetOf = (selection: Selection, filter: Condition | undefined): Target =>
  selection.isAll ? { filter: filter ?? { all: [] } } : { ids: [...selection.ids] };
