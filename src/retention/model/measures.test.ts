import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { aucGain } from './auc-gain.ts';
import {
  auc,
  averagePrecision,
  brier,
  calibrationCurve,
  calibrationError,
  logLoss,
  topDecileLift,
} from './measures.ts';
import { randomOf } from './random.ts';

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

  test('one is so much better on the same rows as its AUC is, and surer the more it tells', () => {
    fc.assert(
      fc.property(
        scored,
        fc.array(fc.integer({ min: 0, max: 8 }), { minLength: 60 }),
        (rows, more) => {
          const scores = Float64Array.from(rows, ([score]) => score);
          const other = Float64Array.from(rows, (_, at) => more[at] ?? 0);
          const truth = Uint8Array.from(rows, ([, label]) => label);
          const gain = aucGain(scores, other, truth);
          const leavers = truth.reduce((sum, label) => sum + label, 0);
          fc.pre(Math.min(leavers, truth.length - leavers) >= 2);
          expect(gain?.difference).toBeCloseTo(auc(scores, truth) - auc(other, truth), 10);
          expect(aucGain(scores, scores, truth)).toEqual({ difference: 0, error: 0 });
        },
      ),
    );
  });

  test('of one of a class nothing is told of a difference', () => {
    expect(aucGain(numbers(1, 2, 3), numbers(3, 2, 1), labels(1, 0, 0))).toBeNull();
  });

  test('the error of a difference is what samples of the same rows differ by', () => {
    const random = randomOf(7);
    const normal = () => Array.from({ length: 12 }, random).reduce((a, b) => a + b, -6);
    const differences: number[] = [];
    const errors: number[] = [];
    for (let sample = 0; sample < 400; sample += 1) {
      const truth = Uint8Array.from({ length: 200 }, (_, at) => (at < 40 ? 1 : 0));
      const shared = Float64Array.from(truth, (label) => label + normal());
      const noisier = shared.map((score) => score + normal());
      const gain = aucGain(shared, noisier, truth);
      differences.push(gain?.difference ?? 0);
      errors.push(gain?.error ?? 0);
    }
    const mean = (of: number[]): number => of.reduce((a, b) => a + b, 0) / of.length;
    const around = mean(differences);
    const spread = Math.sqrt(mean(differences.map((one) => (one - around) ** 2)));
    expect(mean(errors) / spread).toBeGreaterThan(0.9);
    expect(mean(errors) / spread).toBeLessThan(1.1);
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
