import { expect, test } from 'vitest';
import { chooseReasons, type KnownFact } from './choose-reasons.ts';

const fact = (
  key: string,
  group: KnownFact['group'],
  told: KnownFact['told'],
  usual = 0,
): KnownFact => ({ key, group, told, usual });

const facts = [
  fact('outageHours', 'quality', ['high'], 1),
  fact('outages', 'quality', ['high'], 0),
  fact('rise', 'price', ['high'], 0),
  fact('payments', 'money', ['low'], 3),
  fact('refused', 'usage', []),
];
const choose = (parts: number[], numbers: number[]) =>
  chooseReasons(facts, Float64Array.from(parts), (at) => numbers[at] ?? Number.NaN);

test('facts of one group are one reason, told by the strongest of them', () => {
  const [first, second] = choose([0.3, 0.4, 0.6, 0, 0], [5, 2, 0.2, 3, 0]);
  expect(first).toMatchObject({ key: 'outages', group: 'quality', side: 'high', number: 2 });
  expect(first?.amount).toBeCloseTo(0.7);
  expect(second).toMatchObject({ key: 'rise', amount: 0.6 });
});

test('nothing is said of what is usual, unknown, lies on the other side, or is said to nobody', () => {
  expect(choose([0.5, 0.5, 0.5, 0.5, 0.9], [0, 0, Number.NaN, 5, 9])).toEqual([]);
  expect(choose([0, 0, 0, 0.5, 0], [1, 0, 0, 1, 0])).toMatchObject([
    { key: 'payments', side: 'low', number: 1 },
  ]);
});

test('what raises a risk by next to nothing is no reason', () => {
  expect(choose([0.04, 0.04, 0.05, 0, 0], [5, 2, 1, 3, 0])).toEqual([]);
});
