import { expect, test } from 'vitest';
import { formatDuration } from '../format.ts';
import { parseDuration } from './duration-text.ts';

test.each([
  ['60 с', 60],
  ['1 мин 30 сек.', 90],
  ['4ч', 14_400],
  ['2 h 5 min', 7500],
  ['1 д', 86_400],
  ['2 сут', 172_800],
  ['1 мес', undefined],
  ['1 month', undefined],
  ['60', undefined],
  ['скоро', undefined],
  ['5 попугаев', undefined],
  ['5 мин и ещё', undefined],
  ['', undefined],
])('«%s» is %s seconds', (text, seconds) => {
  expect(parseDuration(text)).toBe(seconds);
});

test.each([15, 60, 3905, 14_400, 100_000])('%d seconds are read as they are shown', (seconds) => {
  expect(parseDuration(formatDuration(seconds))).toBe(seconds);
});
