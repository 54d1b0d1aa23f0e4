import { type Money, money } from './money.ts';
import { divideRounded, type Rounding } from './rounding.ts';

/**
 * `amount × numerator / denominator`, for days of a month or tax inside a price. Both numbers are
 * safe integers and the denominator is positive; the product is exact before it is rounded.
 */
export function fractionOf(
  amount: Money,
  numerator: number,
  denominator: number,
  rounding: Rounding,
): Money {
  const product = BigInt(amount.amountMinor) * BigInt(numerator);
  return money(Number(divideRounded(product, BigInt(denominator), rounding)), amount.currency);
}

/** A percentage in basis points, hundredths of a percent: 12.5 % is 1250. */
export function percentOf(amount: Money, basisPoints: number, rounding: Rounding): Money {
  return fractionOf(amount, basisPoints, 10_000, rounding);
}

/**
 * Shares an amount in proportion to weights (integers from 0, at least one above 0) so that the
 * parts sum to the amount: each gets its whole minor units, and those left over go one by one to
 * the largest remainders, the earlier part first among equals.
 */
export function splitMoney(amount: Money, weights: readonly number[]): Money[] {
  for (const weight of weights) {
    if (!Number.isSafeInteger(weight) || weight < 0) {
      throw new RangeError(`A weight must be a whole number from zero: ${weight}`);
    }
  }
  const total = weights.reduce((sum, weight) => sum + BigInt(weight), 0n);
  if (total === 0n) throw new RangeError('At least one weight must be above zero');

  const isNegative = amount.amountMinor < 0;
  const size = BigInt(Math.abs(amount.amountMinor));
  const parts = weights.map((weight, index) => {
    const product = size * BigInt(weight);
    return { index, whole: product / total, rest: product % total };
  });
  const given = parts.reduce((sum, part) => sum + part.whole, 0n);
  const byRest = parts.toSorted((a, b) => compare(b.rest, a.rest) || a.index - b.index);
  for (const part of byRest.slice(0, Number(size - given))) part.whole += 1n;

  return parts.map(({ whole }) =>
    money(isNegative ? -Number(whole) : Number(whole), amount.currency),
  );
}

function compare(a: bigint, b: bigint): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}
