import { expect, test } from 'vitest';
import { connectionWords, paymentWords } from './payment-words.ts';

const t = (key: string): string => key;
const split = { way: 'split', totalMinor: 450_000, parts: 4 } as const;
const words = (partMinor: number): string =>
  connectionWords(t, [{ ...split, partMinor }], 'RUB').replaceAll(/\s/gu, ' ');

test('parts that are told come to the whole, the first dearer by what is taken at once', () => {
  expect(words(112_500)).toBe('4 × 1 125 ₽');
  expect(words(225_000)).toBe('2 250 ₽ + 3 × 750 ₽');
  const free = { way: 'free', totalMinor: 0, parts: 1, partMinor: 0 } as const;
  expect(connectionWords(t, [free], 'RUB')).toBe('guided.forNothing');
  expect(paymentWords(t, free, 'RUB')).toBe('guided.payments.free');
});
