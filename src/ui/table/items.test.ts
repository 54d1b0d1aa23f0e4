import { expect, test } from 'vitest';
import { itemsOf } from './items.ts';

const row = (id: number, group?: unknown) => ({ id, cells: {}, group });
const read = (items: ReturnType<typeof itemsOf>) =>
  items.map((item) => (item.kind === 'row' ? item.row.id : String(item.group.value)));

test('without grouping there are only rows', () => {
  expect(read(itemsOf([row(1), row(2)], [], false))).toEqual([1, 2]);
});

test('a heading stands where a group begins, and takes its count from the server', () => {
  const groups = [{ value: 'a', count: 40, isEstimate: false }];
  const items = itemsOf([row(1, 'a'), row(2, 'a'), row(3, 'b')], groups, true);
  expect(read(items)).toEqual(['a', 1, 2, 'b', 3]);
  expect(items[0]).toMatchObject({ group: { count: 40 } });
  expect(items[3]).toMatchObject({ group: { value: 'b', count: Number.NaN } });
});

test('rows without a value are a group of their own', () => {
  const groups = [{ value: null, count: 2, isEstimate: false }];
  const items = itemsOf([row(1, null), row(2)], groups, true);
  expect(items.filter(({ kind }) => kind === 'group')).toHaveLength(2 - 1);
});

test('the index of a row counts rows, not headings', () => {
  const indexes = itemsOf([row(5, 'a'), row(6, 'b')], [], true).flatMap((item) =>
    item.kind === 'row' ? [item.index] : [],
  );
  expect(indexes).toEqual([0, 1]);
});
