import { expect, test } from 'vitest';
import { foldEveryday } from './fold.ts';

/** A letter is an event, a figure an everyday one; what is folded stands in brackets. */
const folded = (line: string): string =>
  foldEveryday(line.split(''), (one) => /\d/.test(one))
    .map((stretch) => (stretch.folded ? `[${stretch.entries.join('')}]` : stretch.entries.join('')))
    .join(' ');

test.each([
  ['', ''],
  ['ab', 'ab'],
  ['a12b', 'a12b'],
  ['a123b', 'a [123] b'],
  ['123', '[123]'],
  ['12a345b6c', '12a [345] b6c'],
  ['1234a5678', '[1234] a [5678]'],
])('%s is shown as %s', (line, shown) => {
  expect(folded(line)).toBe(shown);
});
