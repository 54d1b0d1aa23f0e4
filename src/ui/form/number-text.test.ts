import { expect, test } from 'vitest';
import { parseNumber } from './number-text.ts';

test.each([
  ['500', 500],
  ['-500,50', -500.5],
  ['−1 020,50 ₽', -1020.5],
  ['1 020', 1020],
  ['1,020.50', 1020.5],
  ['0.5', 0.5],
  [',5', 0.5],
  ['-', undefined],
  ['12,', undefined],
  ['1-2', undefined],
  ['сто', undefined],
  ['', undefined],
])('«%s» is read as %s', (text, value) => {
  expect(parseNumber(text)).toBe(value);
});
