import { expect, test } from 'vitest';
import { moved } from './moved.ts';

test.each([
  [[1, 2, 3], 2, -1 as const, [2, 1, 3]],
  [[1, 2, 3], 2, 1 as const, [1, 3, 2]],
  [[1, 2, 3], 1, -1 as const, [1, 2, 3]],
  [[1, 2, 3], 3, 1 as const, [1, 2, 3]],
  [[1, 2], 9, 1 as const, [1, 2]],
])('%j with %i moved by %i is %j', (ids, id, by, after) => {
  expect(moved(ids, id, by)).toEqual(after);
});
