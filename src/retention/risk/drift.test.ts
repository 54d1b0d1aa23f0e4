import { expect, test } from 'vitest';
import { countInto, learnSpreads, noCounts, stabilityIndex } from './drift.ts';

const binnings = [{ name: 'x', kind: 'numeric' as const, cuts: new Float64Array(), binCount: 21 }];
const even = Uint8Array.from({ length: 2000 }, (_, at) => 1 + (at % 20));

test('a base as it was has not drifted, and one that moved has', () => {
  const rows = Int32Array.from(even.keys());
  const [spread] = learnSpreads({ binnings, codes: [even] }, rows);
  const now = (codes: Uint8Array): number => {
    const counts = noCounts();
    countInto(counts, spread!, codes);
    return stabilityIndex(spread!.shares, counts);
  };
  expect(now(even)).toBeCloseTo(0);
  expect(now(even.map((bin) => (bin > 10 ? bin : bin + 10)))).toBeGreaterThan(0.25);
  // What nobody knows any more is a drift too.
  expect(now(even.map((bin, at) => (at % 3 === 0 ? 0 : bin)))).toBeGreaterThan(0.25);
});
