import { expect, test } from 'vitest';
import { nearNumbers } from './near-numbers.ts';

test.each([
  ['two digits swapped', '40012435'],
  ['one digit wrong', '40012845'],
  ['one left out', '4001234'],
  ['one too many', '400122345'],
  ['one more at the end', '400123455'],
])('%s is a slip away', (_, written) => {
  expect(nearNumbers(written)).toContain('40012345');
});

test('a number is not near itself, two slips are too many, and few digits say nothing', () => {
  expect(nearNumbers('40012345')).not.toContain('40012345');
  expect(nearNumbers('40021354')).not.toContain('40012345');
  expect(nearNumbers('1234')).toEqual([]);
});

test('letters of a number stay as they are', () => {
  expect(nearNumbers('Д-12354')).toContain('Д-12345');
  expect(nearNumbers('Д-12354')).not.toContain('-12354');
});
