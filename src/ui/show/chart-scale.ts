const steps = [1, 1.2, 1.6, 2, 2.4, 3, 4, 5, 6, 8, 10];

/** The next round number that is not below, of which a quarter is round too; of nought, nought. */
export function ceilingOf(value: number): number {
  if (value <= 0) return 0;
  const power = 10 ** Math.floor(Math.log10(value));
  const step = steps.find((one) => one * power >= value * (1 - 1e-9)) ?? 10;
  return step * power;
}
