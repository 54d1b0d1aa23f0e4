import type { Condition, ListQuery, Sort } from './contract.ts';

/**
 * What a list shows stands in the address: the view by its number, and what differs from it. So a
 * list can be sent to a colleague, and the browser's way back works.
 */
export type ListState = { viewId: number | undefined; changes: Changes };

/** A key that is present and undefined takes away what the view has. */
export type Changes = { [Key in keyof ListQuery]?: ListQuery[Key] | undefined };

const keys = { view: 'view', columns: 'columns', filter: 'filter', sort: 'sort', group: 'group' };
/** Stands where a view has a filter, an order or a grouping and the address wants none. */
const none = '-';

const sortOf = (text: string): Sort =>
  text.startsWith('-')
    ? { field: text.slice(1), direction: 'desc' }
    : { field: text, direction: 'asc' };

const parsed = (text: string): Condition | undefined => {
  try {
    return JSON.parse(text) as Condition;
  } catch {
    return undefined;
  }
};

export const readListState = (search: URLSearchParams): ListState => {
  const viewId = Number(search.get(keys.view));
  const columns = search.get(keys.columns);
  const filter = search.get(keys.filter);
  const sort = search.get(keys.sort);
  const group = search.get(keys.group);
  return {
    viewId: Number.isSafeInteger(viewId) && viewId > 0 ? viewId : undefined,
    changes: {
      ...(columns ? { columns: columns.split(',') } : {}),
      ...(filter === null ? {} : { filter: filter === none ? undefined : parsed(filter) }),
      ...(sort === null ? {} : { sort: sort === none ? undefined : sortOf(sort) }),
      ...(group === null ? {} : { groupBy: group === none ? undefined : group }),
    },
  };
};

/** Writes the state over a copy of the address, leaving what does not belong to the list. */
export const writeListState = (before: URLSearchParams, state: ListState): URLSearchParams => {
  const search = new URLSearchParams(before);
  for (const key of Object.values(keys)) search.delete(key);
  const { viewId, changes } = state;
  if (viewId !== undefined) search.set(keys.view, String(viewId));
  if (changes.columns) search.set(keys.columns, changes.columns.join(','));
  if ('filter' in changes) {
    search.set(keys.filter, changes.filter ? JSON.stringify(changes.filter) : none);
  }
  if ('sort' in changes) {
    const { sort } = changes;
    search.set(keys.sort, sort ? `${sort.direction === 'desc' ? '-' : ''}${sort.field}` : none);
  }
  if ('groupBy' in changes) search.set(keys.group, changes.groupBy ?? none);
  return search;
};

const isSame = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b);

/** Changes on top of what stands beneath them; what equals it is no change any more. */
export const changed = (beneath: ListQuery, before: Changes, now: Changes): Changes => {
  const all = Object.entries({ ...before, ...now });
  return Object.fromEntries(
    all.filter(([key, value]) => !isSame(value, beneath[key as keyof ListQuery])),
  );
};

/** The query that results; nothing is left of keys that were taken away. */
export const queryOf = (beneath: ListQuery, changes: Changes): ListQuery => {
  const all = Object.entries({ ...beneath, ...changes });
  return Object.fromEntries(all.filter(([, value]) => value !== undefined)) as ListQuery;
};
