type Step = readonly [from: number, percent: number];

/** Steps as one writes them: “1: 5, 3: 10”. */
export const stepsText = (steps: readonly Step[]): string =>
  steps.map(([from, percent]) => `${from}: ${percent}`).join(', ');

/** The same the other way. */
export const stepsIn = (text: string): Step[] =>
  [...text.matchAll(/(\d+)\s*[:=]\s*(\d+)/g)].map(([, from, percent]) => [
    Number(from),
    Number(percent),
  ]);
