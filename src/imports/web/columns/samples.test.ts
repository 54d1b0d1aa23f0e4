import { expect, test } from 'vitest';
import { samplesOf } from './samples.ts';

test('three different values, no empty ones, short rows left out', () => {
  const rows = [['a', ' '], ['a', 'x'], ['b'], ['c', 'x'], ['d', 'y']].map((cells) => ({ cells }));
  expect(samplesOf(rows, 0)).toEqual(['a', 'b', 'c']);
  expect(samplesOf(rows, 1)).toEqual(['x', 'y']);
});
