import { describe, expect, test } from 'vitest';
import type { ListQuery } from './contract.ts';
import { changed, queryOf, readListState, writeListState, type ListState } from './list-state.ts';

const there = (state: ListState): ListState =>
  readListState(new URLSearchParams(writeListState(new URLSearchParams(), state).toString()));

describe('the address holds the list', () => {
  test.each<[string, ListState]>([
    ['nothing', { viewId: undefined, changes: {} }],
    ['a view', { viewId: 7, changes: {} }],
    ['columns in their order', { viewId: undefined, changes: { columns: ['b', 'a'] } }],
    [
      'a filter with cyrillic and quotes',
      {
        viewId: 2,
        changes: { filter: { all: [{ field: 'city', op: 'is', value: 'Усть-"Кут" & Ко' }] } },
      },
    ],
    ['descending', { viewId: undefined, changes: { sort: { field: 'x', direction: 'desc' } } }],
    ['ascending', { viewId: undefined, changes: { sort: { field: 'x', direction: 'asc' } } }],
    ['a group', { viewId: undefined, changes: { groupBy: 'district' } }],
  ])('%s', (_, state) => {
    expect(there(state)).toEqual(state);
  });

  test('a view may have its filter and order taken away', () => {
    const { changes } = there({
      viewId: 1,
      changes: { filter: undefined, sort: undefined },
    });
    expect('filter' in changes && changes.filter).toBeUndefined();
    expect('sort' in changes && changes.sort).toBeUndefined();
  });

  test('what is not the list’s own stays in the address', () => {
    const search = writeListState(new URLSearchParams('tab=money&filter=old'), {
      viewId: 3,
      changes: {},
    });
    expect(search.toString()).toBe('tab=money&view=3');
  });

  test('a broken address gives the plain list', () => {
    expect(readListState(new URLSearchParams('view=x&filter={'))).toEqual({
      viewId: undefined,
      changes: { filter: undefined },
    });
  });
});

const view: ListQuery = { columns: ['a'], groupBy: 'a', sort: { field: 'a', direction: 'asc' } };

test('a change back to what the view says is no change', () => {
  const changes = changed(view, {}, { columns: ['a', 'b'] });
  expect(changes).toEqual({ columns: ['a', 'b'] });
  expect(changed(view, changes, { columns: ['a'] })).toEqual({});
});

test('taking a view’s grouping away leaves no key behind', () => {
  const changes = changed(view, {}, { groupBy: undefined });
  expect(queryOf(view, changes)).toEqual({ columns: ['a'], sort: view.sort });
});
