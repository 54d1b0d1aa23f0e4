import { expect, test } from 'vitest';
import { isUneven } from '../../kernel/statistics/differences.ts';
import { isSecond } from './is-second.ts';

test('chance divides deals as it was told to, each experiment anew, and each deal always alike', () => {
  const deals = Array.from({ length: 10_000 }, (_, at) => at + 1);
  const seconds = (experiment: number) => deals.filter((id) => isSecond(experiment, id, 30));
  const [one, other] = [seconds(1), new Set(seconds(2))];
  expect(isUneven(deals.length - one.length, one.length, 0.3)).toBe(false);
  const inBoth = one.filter((id) => other.has(id)).length;
  expect(isUneven(one.length - inBoth, inBoth, 0.3)).toBe(false);
  expect(seconds(1)).toEqual(one);
  expect(isUneven(5000, 5400, 0.5)).toBe(true);
});
