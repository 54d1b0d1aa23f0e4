/**
 * How an exact result between two minor units is brought to one of them. `half_up` takes a half
 * away from zero (the custom of Russian invoices), `half_even` to the even neighbour, `down`
 * towards zero and `up` away from it. There is no default: each caller says what its rule is.
 */
export type Rounding = 'half_up' | 'half_even' | 'down' | 'up';

/** `numerator / denominator` as a whole number, exactly, by the rounding stated. */
export function divideRounded(numerator: bigint, denominator: bigint, rounding: Rounding): bigint {
  if (denominator <= 0n) throw new RangeError('The denominator must be positive');
  const quotient = numerator / denominator;
  const rest = numerator % denominator;
  if (rest === 0n) return quotient;
  const away = numerator < 0n ? quotient - 1n : quotient + 1n;
  const twice = (rest < 0n ? -rest : rest) * 2n;
  switch (rounding) {
    case 'down':
      return quotient;
    case 'up':
      return away;
    case 'half_up':
      return twice >= denominator ? away : quotient;
    case 'half_even':
      if (twice === denominator) return quotient % 2n === 0n ? quotient : away;
      return twice > denominator ? away : quotient;
  }
}
