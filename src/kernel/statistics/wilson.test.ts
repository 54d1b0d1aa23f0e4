import { expect, test } from 'vitest';
import { wilsonLower } from './wilson.ts';

// Values of R: binom::binom.confint(x, n, methods = "wilson")$lower.
test.each([
  [0, 0, 0],
  [0, 10, 0],
  [1, 1, 0.2065],
  [5, 10, 0.2366],
  [8, 10, 0.4902],
  [80, 100, 0.7112],
])('%i of %i', (successes, tries, lower) => {
  expect(wilsonLower(successes, tries)).toBeCloseTo(lower, 3);
});
