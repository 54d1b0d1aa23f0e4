import { expect, test } from 'vitest';
import { delaysOf, wordsOf } from './delays.ts';

test.each([
  ['5 м, 30 м, 2 ч, 1 д', [300, 1800, 7200, 86_400]],
  ['5 m,30m , 2H, 1 d', [300, 1800, 7200, 86_400]],
  ['10', [600]],
  ['', []],
  ['скоро, 0 м, 15 мин', [900]],
])('%s', (words, seconds) => {
  expect(delaysOf(words)).toEqual(seconds);
});

test('there and back', () => {
  const plan = [300, 1800, 5400, 7200, 86_400];
  expect(wordsOf(plan, ['d', 'h', 'm'])).toBe('5 m, 30 m, 90 m, 2 h, 1 d');
  expect(delaysOf(wordsOf(plan, ['д', 'ч', 'м']))).toEqual(plan);
});
