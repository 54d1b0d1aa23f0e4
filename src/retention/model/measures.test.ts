import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  auc,
  averagePrecision,
  brier,
  calibrationCurve,
  calibrationError,
  logLoss,
  topDecileLift,
} from './measures.ts';

const numbers = (...of: number[]) => Float64Array.from(of);
const labels = (...of: number[]) => Uint8Array.from(of);

/** Every leaver with every stayer. */
function aucByPairs(scores: Float64Array, truth: Uint8Array): number {
  let [sum, pairs] = [0, 0];
  for (const [a, one] of scores.entries()) {
    for (const [b, other] of scores.entries()) {
      if (truth[a] !== 1 || truth[b] !== 0) continue;
      pairs += 1;
      sum += one > other ? 1 : one === other ? 0.5 : 0;
    }
  }
  return sum / pairs;
}

const scored = fc
  .array(fc.tuple(fc.integer({ min: 0, max: 8 }), fc.integer({ min: 0, max: 1 })), {
    minLength: 2,
    maxLength: 60,
  })
  .filter((rows) => new Set(rows.map(([, label]) => label)).size === 2);

describe('ranking', () => {
  test('AUC is the share of pairs told right, ties by half', () => {
    fc.assert(
      fc.property(scored, (rows) => {
        const scores = Float64Array.from(rows, ([score]) => score);
        const truth = Uint8Array.from(rows, ([, label]) => label);
        expect(auc(scores, truth)).toBeCloseTo(aucByPairs(scores, truth), 10);
      }),
    );
  });

  test('one class only has no AUC', () => {
    expect(auc(numbers(1, 2), labels(1, 1))).toBeNaN();
  });

  test('average precision of a known order', () => {
    expect(averagePrecision(numbers(4, 3, 2, 1), labels(1, 0, 1, 0))).toBeCloseTo((1 + 2 / 3) / 2);
    expect(averagePrecision(numbers(1, 1, 1, 1), labels(1, 0, 0, 0))).toBeCloseTo(1 / 4);
  });

  test('the lift of a perfect order is as high as the share of leavers lets it be', () => {
    const scores = Float64Array.from({ length: 100 }, (_, at) => at);
    const truth = Uint8Array.from({ length: 100 }, (_, at) => (at >= 80 ? 1 : 0));
    expect(topDecileLift(scores, truth)).toBeCloseTo(5);
    expect(
      topDecileLift(
        scores.map(() => 1),
        truth,
      ),
    ).toBeCloseTo(1);
  });
});

describe('chances', () => {
  test('Brier’s score and the loss of known chances', () => {
    expect(brier(numbers(0.8, 0.3), labels(1, 0))).toBeCloseTo((0.04 + 0.09) / 2);
    expect(logLoss(numbers(0.5, 0.5), labels(1, 0))).toBeCloseTo(Math.log(2));
  });

  test('calibration is measured in ten bins of as many rows', () => {
    const chances = Float64Array.from({ length: 100 }, (_, at) => (at < 50 ? 0.1 : 0.6));
    const truth = Uint8Array.from({ length: 100 }, (_, at) => (at % 2 === 0 ? 1 : 0));
    expect(calibrationCurve(chances, truth)).toHaveLength(10);
    expect(calibrationError(chances, truth)).toBeCloseTo((0.4 + 0.1) / 2);
  });
});
